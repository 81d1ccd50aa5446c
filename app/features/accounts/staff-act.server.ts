import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { staffById } from './data.server.ts'
import { requireManager, type Manager } from './gate.server.ts'
import type { Staffed } from './staffing.server.ts'

/** Lets a manager through to one person of the office. */
export async function openStaff(request: Request, params: { locale?: string; id?: string }) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const user = await staffById(db, params.id ?? '')
  if (!user) missing()
  return { locale, manager, user, href: `/${locale}/desk/staff/${user.id}` }
}

/** The action of a form about one person: gate, read, act in one transaction, back to the person with a word. */
export const staffAct =
  <S extends z.ZodType>(shape: S, done: string, act: (tx: Writer, manager: Manager, id: string, value: z.output<S>) => Promise<Staffed>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { manager, user, href } = await openStaff(request, params)
    const form = await readForm(request, shape)
    if (!form.ok) throw new Response(null, { status: 400 })
    const acted = await transact((tx) => act(tx, manager, user.id, form.value))
    return redirect(`${href}?${acted.ok ? `done=${done}` : `refused=${acted.reason}`}`)
  }
