import { data, redirect } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { named } from '../naming.ts'
import { checklist } from './checklist.ts'
import { languagesOf, submitDraft } from './drafting.server.ts'
import { openOwnListing } from './own-listing.server.ts'
import { readWarnings } from './review.server.ts'
import { writableStates } from './revisions.server.ts'

type Params = { locale?: string; id?: string }

/** What its firm looks at before it hands a text in. */
export async function readSubmission(request: Request, params: Params) {
  const { locale, editor, working, home } = await openOwnListing(request, params)
  const ready = working !== null && (writableStates as readonly string[]).includes(working.state)
  if (!ready) return { home, ready: false as const }
  const { content, edition } = working
  return {
    home, ready: true as const, edition,
    name: named(content.name, locale).text,
    person: editor.person.name,
    office: editor.office,
    checks: checklist(content),
    languages: languagesOf(content),
    warnings: await readWarnings(db, content),
  }
}

/** Hands the draft in, once its writer has answered for it; the office answers for nothing in the firm's place. */
export async function submit(request: Request, params: Params) {
  const { editor, working, home } = await openOwnListing(request, params)
  const typed = typedOf(await formData(request))
  const translationWanted = typed.text === 'translation'
  const refused = (refusal: string, status = 409) => data({ refusal, typed }, status)
  if (typed.text !== 'translation' && typed.text !== 'asWritten') return refused('noChoice', 400)
  if (!editor.office && typed.signed !== 'on') return refused('notSigned', 400)
  if (!working) return refused('already-moved')
  const moved = await transact((tx) => submitDraft(tx, editor, working.id, Number(typed.edition), { translationWanted }))
  return moved.ok ? redirect(`${home}?done=submitted`) : refused(moved.reason)
}
