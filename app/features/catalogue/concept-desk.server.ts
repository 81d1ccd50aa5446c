import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { db, transact, type Writer } from '#db/index.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readConcept } from './concepts.server.ts'
import { tongues } from './terms.ts'
import type { Edited, Refusal } from './terminology.server.ts'

/** Lets staff through to one concept of the terminology. */
export async function openConcept(request: Request, params: { locale?: string; id?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const concept = await readConcept(db, params.id ?? '')
  if (!concept) missing()
  return { locale, clerk, concept, href: `/${locale}/desk/terminology/${concept.id}` }
}

export interface EditRefused {
  refusal: Refusal
  /** what was typed, and at which field the refusal stands */
  kept: FormState
}

/** To the concept with a word about what was done; a refusal shows the page again with what was typed. */
export async function answerEdit(request: Request, locale: Locale, done: string, edited: Edited) {
  if (edited.ok) return redirect(`/${locale}/desk/terminology/${edited.id}?done=${done}`)
  const { refusal } = edited
  const errors = 'tongue' in refusal ? { [refusal.tongue]: [refusal.reason] } : {}
  return data<EditRefused>({ refusal, kept: { errors, typed: typedOf(await formData(request)) } }, 409)
}

/** The action of a page about one concept: gate, read the form, edit in one transaction. */
export const conceptAct =
  <S extends z.ZodType>(shape: S, done: string, edit: (tx: Writer, clerk: Secretary, id: string, value: z.output<S>) => Promise<Edited>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { locale, clerk, concept } = await openConcept(request, params)
    const read = await readForm(request, shape)
    if (!read.ok) throw new Response(null, { status: 400 })
    return answerEdit(request, locale, done, await transact((tx) => edit(tx, clerk, concept.id, read.value)))
  }

export interface Carried {
  tongue: 'ja' | 'zh' | 'en'
  word: string
}

/** A word that the address brings along, to be added to a concept: `?zh=余热`. */
export function readCarried(url: URL): Carried | null {
  for (const tongue of tongues) {
    const word = url.searchParams.get(tongue)?.trim().slice(0, 100)
    if (word) return { tongue, word }
  }
  return null
}
