import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import type { LeakRefusal } from './conversation/leak-check.server.ts'
import type { Moved, Refusal } from './moving.server.ts'

type Params = { locale?: string; id?: string; approach?: string }

/** Lets staff through to one case of the desk, and to one of its approaches where the address names it. */
export async function openDeskCase(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, params.id ?? ''))
  if (!inquiry) missing()
  // Nothing is written any more about somebody who is forgotten.
  if (inquiry.erasedAt && request.method !== 'GET') throw new Response(null, { status: 404 })
  const href = `/${locale}/desk/inquiries/${inquiry.id}`
  return { locale, clerk, inquiry, buyerLocale: isLocale(inquiry.locale) ? inquiry.locale : locale, href }
}

/** As `openDeskCase`, for an address that names an approach of that case. */
export async function openDeskApproach(request: Request, params: Params) {
  const opened = await openDeskCase(request, params)
  const [approach] = await db.select().from(approaches).where(eq(approaches.id, params.approach ?? ''))
  if (approach?.inquiryId !== opened.inquiry.id) missing()
  return { ...opened, approach }
}

export interface ActRefused {
  kept: FormState
  refused: Refusal['reason'] | null
  /** what the leak check found, and the keys that a decision to send it all the same has to name */
  found?: Pick<LeakRefusal, 'leaks' | 'keys'> | null
}

/**
 * The action of a desk page: gate, read the form, act in one transaction, back to the case with a word about it.
 * A refusal shows the page again with what was typed.
 * @param back where it leads to below the case's address, where that is not the case itself
 */
export const deskAct =
  <S extends z.ZodType>(shape: S, done: string, act: (tx: Writer, clerk: Secretary, at: { id: string; approach: string }, value: z.output<S>) => Promise<Moved>, back = '') =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { clerk, inquiry, href, approach } = params.approach ? await openDeskApproach(request, params) : { ...(await openDeskCase(request, params)), approach: null }
    const read = await readForm(request, shape)
    if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
    const moved = await transact((tx) => act(tx, clerk, { id: inquiry.id, approach: approach?.id ?? '' }, read.value))
    if (moved.ok) return redirect(`${href}${back}?done=${done}`)
    return data<ActRefused>({ kept: { errors: {}, typed: typedOf(await formData(request)) }, refused: moved.reason, found: moved.reason === 'leak' ? { leaks: moved.leaks, keys: moved.keys } : null }, 409)
  }
