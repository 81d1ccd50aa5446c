import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { projects } from '#db/schema/projects.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import type { Project } from '../life/recording.server.ts'
import type { Refusal } from '../life/refusals.ts'

export interface ActRefused {
  kept: FormState
  refused: Refusal | null
}
type Params = { locale?: string; id?: string }

/** Lets staff through to one project of the desk. */
export async function openProject(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const [project] = await db.select().from(projects).where(eq(projects.id, params.id ?? ''))
  if (!project) missing()
  return { locale, clerk, project, href: `/${locale}/desk/projects/${project.id}` }
}

type Outcome = { ok: true } | { ok: false; reason: Refusal }
type At = { project: Project; params: Record<string, string | undefined> }

/** The action of a page about one project: gate, read the form, act in one transaction, back to the project with a word about it. */
export const projectAct =
  <S extends z.ZodType>(shape: S, done: string, act: (tx: Writer, clerk: Secretary, at: At, value: z.output<S>) => Promise<Outcome>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { clerk, project, href } = await openProject(request, params)
    const read = await readForm(request, shape)
    if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
    const moved = await transact((tx) => act(tx, clerk, { project, params }, read.value))
    if (moved.ok) return redirect(`${href}?done=${done}`, 303)
    return data<ActRefused>(await again(request, moved.reason), 409)
  }

/** As `projectAct`, for a button: what was refused is told on the project's page. */
export const projectButton = (done: string, act: (tx: Writer, clerk: Secretary, at: At) => Promise<Outcome>) => async ({ request, params }: ActionFunctionArgs) => {
  const { clerk, project, href } = await openProject(request, params)
  const moved = await transact((tx) => act(tx, clerk, { project, params }))
  return redirect(`${href}?${moved.ok ? `done=${done}` : `refused=${moved.reason}`}`, 303)
}

export const again = async (request: Request, refused: Refusal): Promise<ActRefused> => ({ kept: { errors: {}, typed: typedOf(await formData(request)) }, refused })
