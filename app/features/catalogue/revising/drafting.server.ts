import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { listingRevisions, technologies, type ListingContent, type SignOffs } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { agedTranslations, blankContent, orderedContent, sameContent } from '../content.ts'
import { isSubmittable } from './checklist.ts'
import {
  alreadyMoved, holdOwn, holdOwnRevision, latestRevision, moveRevision, publishedRevision, recordListing, workingRevision, writableStates, type Done, type Revision,
} from './revisions.server.ts'
import { tellOffice } from './telling.server.ts'

/** A new technology of the firm, as a draft nobody else sees. Its address is its id until the office gives a better one. */
export async function startTechnology(tx: Writer, editor: Editor, content: ListingContent = blankContent()): Promise<{ technologyId: string; revision: Revision }> {
  const at = now()
  const id = crypto.randomUUID()
  await tx.insert(technologies).values({ id, slug: id, companyId: editor.companyId, state: 'draft', createdAt: at, updatedAt: at })
  const [revision] = await tx
    .insert(listingRevisions)
    .values({ technologyId: id, number: 1, state: 'draft', content: orderedContent(content), authorId: editor.person.id, editedBy: editor.person.id, editedAt: at, createdAt: at })
    .returning()
  await recordListing(tx, id, editor.person.id, 'listing-drafted', { revision: 1, office: editor.office })
  return { technologyId: id, revision: revision! }
}

/**
 * The draft to write in: the one there is, or a copy of the text last published (or last rejected). Refused while the
 * text is under review: `takeBack` comes first.
 */
export async function openDraft(tx: Writer, editor: Editor, technologyId: string): Promise<Done<{ revision: Revision }>> {
  const technology = await holdOwn(tx, editor, technologyId)
  if (!technology) return { ok: false, reason: 'gone' }
  const working = await workingRevision(tx, technologyId)
  if (working?.state === 'submitted') return alreadyMoved
  if (working) return { ok: true, revision: working }
  const latest = await latestRevision(tx, technologyId)
  const source = (await publishedRevision(tx, technology)) ?? latest
  const at = now()
  const number = (latest?.number ?? 0) + 1
  const [revision] = await tx
    .insert(listingRevisions)
    .values({
      technologyId, number, state: 'draft', content: source?.content ?? blankContent(), signOffs: source?.signOffs ?? null,
      authorId: editor.person.id, editedBy: editor.person.id, editedAt: at, createdAt: at,
    })
    .returning()
  await recordListing(tx, technologyId, editor.person.id, 'listing-drafted', { revision: number, office: editor.office })
  return { ok: true, revision: revision! }
}

/**
 * Stores a draft. `edition` is the one that was read before writing: when somebody saved meanwhile nothing is stored and
 * the caller gets what is there now. Changed texts make the other language stale, and what was signed off in a language
 * whose text changed is not signed off any more. Saves are no history: drafts leave no ledger row.
 * @param change what becomes of the stored text: members that a form does not show stay as they are
 * @param affirmed texts somebody says are right as they stand, whatever the other language went through
 */
export async function saveDraft(
  tx: Writer,
  editor: Editor,
  revisionId: string,
  edition: number,
  change: (before: ListingContent) => ListingContent,
  affirmed: readonly { member: string; language: 'ja' | 'zh' }[] = [],
): Promise<{ ok: true; revision: Revision } | { ok: false; reason: 'edited-meanwhile'; theirs: Revision } | { ok: false; reason: 'already-moved' | 'gone' }> {
  const held = await holdOwnRevision(tx, editor, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const { revision: theirs } = held
  if (!(writableStates as readonly string[]).includes(theirs.state)) return alreadyMoved
  if (theirs.edition !== edition) return { ok: false, reason: 'edited-meanwhile', theirs }
  const wanted = change(theirs.content)
  const translations = agedTranslations({ ...theirs.content, translations: wanted.translations }, wanted)
  for (const { member, language } of affirmed) delete translations[member]?.[language]
  const after = orderedContent({ ...wanted, translations })
  if (sameContent(theirs.content, after)) return { ok: true, revision: theirs }
  const [saved] = await tx
    .update(listingRevisions)
    .set({
      content: after, edition: edition + 1, editedBy: editor.person.id, editedAt: now(), signOffs: standingSignOffs(theirs.signOffs, theirs.content, after),
    })
    .where(and(eq(listingRevisions.id, revisionId), eq(listingRevisions.edition, edition), inArray(listingRevisions.state, [...writableStates])))
    .returning()
  return saved ? { ok: true, revision: saved } : alreadyMoved
}

/** All words of a content in one language, to tell whether any of them changed. */
function wordsIn(content: ListingContent, language: 'ja' | 'zh'): string {
  return JSON.stringify(orderedContent(content), (key, value: unknown) => {
    if (key === 'translations') return undefined
    return value && typeof value === 'object' && 'ja' in value && 'zh' in value ? (value as Record<string, unknown>)[language] : value
  })
}

/** What was signed off before still stands where the text of that language is the same. */
export function standingSignOffs(signOffs: SignOffs | null, before: ListingContent, after: ListingContent): SignOffs | null {
  if (!signOffs) return null
  const kept: SignOffs = {}
  for (const language of ['ja', 'zh'] as const) {
    const signOff = signOffs[language]
    if (signOff && wordsIn(before, language) === wordsIn(after, language)) kept[language] = signOff
  }
  return kept
}

/** The languages in which the content has a name, and so a text to answer for. */
export const languagesOf = (content: ListingContent) => (['ja', 'zh'] as const).filter((language) => content.name[language] !== null)

/**
 * Hands the draft to the office. A firm's own submission signs off the texts it contains (asking for a translation, the
 * Japanese text only); the office's submission in the firm's place does not.
 */
export async function submitDraft(
  tx: Writer,
  editor: Editor,
  revisionId: string,
  edition: number,
  { translationWanted }: { translationWanted: boolean },
): Promise<Done> {
  const held = await holdOwnRevision(tx, editor, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const { revision: known } = held
  if (!(writableStates as readonly string[]).includes(known.state)) return alreadyMoved
  if (known.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  const languages = languagesOf(known.content)
  if (!isSubmittable(known.content)) return { ok: false, reason: 'incomplete' }
  const at = now()
  const signOffs = { ...known.signOffs }
  const signed = translationWanted ? languages.filter((language) => language === 'ja') : languages
  if (!editor.office) for (const language of signed) signOffs[language] = { how: 'signed', by: editor.person.id, name: editor.person.name, at: at.toISOString() }
  const moved = await moveRevision(tx, revisionId, writableStates, {
    state: 'submitted', translationWanted, signOffs, submittedBy: editor.person.id, submittedAt: at, signOffAskedAt: null, remarks: null,
  })
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, editor.person.id, 'listing-submitted', { revision: moved.number, office: editor.office, translation: translationWanted })
  if (!editor.office) await tellOffice(tx, 'listing-submitted', { technology: moved.technologyId, revision: moved.id })
  return { ok: true }
}

/** submitted → draft: the firm thinks again before the office has decided. */
export async function takeBack(tx: Writer, editor: Editor, technologyId: string): Promise<Done> {
  if (!(await holdOwn(tx, editor, technologyId))) return { ok: false, reason: 'gone' }
  const working = await workingRevision(tx, technologyId)
  const moved = working && (await moveRevision(tx, working.id, ['submitted'], { state: 'draft', submittedAt: null, submittedBy: null, signOffAskedAt: null }))
  if (!moved) return alreadyMoved
  await recordListing(tx, technologyId, editor.person.id, 'listing-taken-back', { revision: moved.number })
  return { ok: true }
}

/** Throws the text being worked on away; what is public stays. A technology that was never public is deleted instead. */
export async function discardDraft(tx: Writer, editor: Editor, technologyId: string, edition: number): Promise<Done> {
  const technology = await holdOwn(tx, editor, technologyId)
  if (!technology) return { ok: false, reason: 'gone' }
  const working = await workingRevision(tx, technologyId)
  if (!working || !technology.publishedRevisionId) return alreadyMoved
  if (working.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  const moved = await moveRevision(tx, working.id, writableStates, { state: 'superseded' })
  if (!moved) return alreadyMoved
  await recordListing(tx, technologyId, editor.person.id, 'listing-draft-discarded', { revision: moved.number, office: editor.office })
  return { ok: true }
}
