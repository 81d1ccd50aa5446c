import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { companies, listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import type { Done, Refusal, Revision } from './revisions.server.ts'

type Params = { locale?: string; revision?: string }

/** Lets staff through to one revision, with its technology and firm. */
export async function openRevision(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const [opened] = await db
    .select({ revision: listingRevisions, technology: technologies, company: companies })
    .from(listingRevisions)
    .innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId))
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(eq(listingRevisions.id, params.revision ?? ''))
  if (!opened) missing()
  return { locale, clerk, ...opened, href: `/${locale}/desk/listings/${opened.revision.id}` }
}
export type OpenedRevision = Awaited<ReturnType<typeof openRevision>>

export interface ActRefused {
  kept: FormState
  refused: Refusal | null
}

/** A form shown again with what was typed: a rule refused it, at one of its fields or as a whole. */
export async function refusedAct(request: Request, reason: Refusal, errors: FormState['errors'] = {}) {
  return data<ActRefused>({ kept: { errors, typed: typedOf(await formData(request)) }, refused: Object.keys(errors).length > 0 ? null : reason }, 409)
}

/**
 * The action of a page about one revision: gate, read the form, act in one transaction, back to the revision with a word
 * about it. `check` may refuse fields by what only the server knows.
 */
export const revisionAct =
  <S extends z.ZodType>(
    shape: S,
    done: string,
    act: (tx: Writer, clerk: Secretary, revision: Revision, value: z.output<S>) => Promise<Done>,
    check?: (opened: OpenedRevision, value: z.output<S>) => Promise<FormState['errors'] | null>,
  ) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const opened = await openRevision(request, params)
    const read = await readForm(request, shape)
    if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
    const errors = await check?.(opened, read.value)
    if (errors) return data<ActRefused>({ kept: { errors, typed: typedOf(await formData(request)) }, refused: null }, 400)
    const moved = await transact((tx) => act(tx, opened.clerk, opened.revision, read.value))
    if (moved.ok) return redirect(`${opened.href}?done=${done}`)
    return refusedAct(request, moved.reason, moved.reason === 'slug-taken' ? { slug: ['slugTaken'] } : {})
  }
