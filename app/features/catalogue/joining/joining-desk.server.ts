import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readJoining } from './data.server.ts'
import type { Decided } from './deciding.server.ts'
import { readFirm } from './firms.server.ts'

type Params = { locale?: string; id?: string }

/** Lets staff through to one of those who ask to join. */
export async function openJoining(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const asked = await readJoining(db, params.id ?? '')
  if (!asked) missing()
  return { locale, clerk, asked, href: `/${locale}/desk/joinings/${asked.joining.id}` }
}

/** Lets staff through to one firm. */
export async function openFirm(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const firm = await readFirm(db, params.id ?? '')
  if (!firm) missing()
  return { locale, clerk, firm, href: `/${locale}/desk/companies/${firm.company.id}` }
}

export interface DecisionRefused {
  kept: FormState
  refused: Exclude<Decided, { ok: true }>['reason'] | null
}

/** The action of a page that decides: gate, read the form, decide in one transaction, back to what was asked. */
export const decision =
  <S extends z.ZodType>(shape: S, decide: (tx: Writer, clerk: Secretary, id: string, value: z.output<S>) => Promise<Decided>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { clerk, asked, href } = await openJoining(request, params)
    const read = await readForm(request, shape)
    if (!read.ok) return data<DecisionRefused>({ kept: read, refused: null }, 400)
    const decided = await transact((tx) => decide(tx, clerk, asked.joining.id, read.value))
    if (decided.ok) return redirect(href, 303)
    return data<DecisionRefused>({ kept: { errors: {}, typed: typedOf(await formData(request)) }, refused: decided.reason }, 409)
  }

/** The page of a list that an address asks for. */
export const pageOf = (url: URL): number => Math.min(10_000, Math.max(1, Math.floor(Number(url.searchParams.get('page')) || 1)))
export const wordsOf = (url: URL): string => (url.searchParams.get('q') ?? '').trim().slice(0, 100)
