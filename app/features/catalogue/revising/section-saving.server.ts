import type { Writer } from '#db/index.ts'
import type { ListingContent } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { orderedContent, sameContent } from '../content.ts'
import { openDraft, saveDraft } from './drafting.server.ts'
import { textToEdit } from './own-listing.server.ts'
import { holdOwn } from './revisions.server.ts'
import { partOf, type Section } from './sections.ts'

/** Tells whether a section of a text is still as somebody saw it. Other sections are other people's work and no matter. */
export const sightOf = (section: Section, content: ListingContent): string => sha256(JSON.stringify(partOf(section, orderedContent(content)))).slice(0, 24)

export interface SectionWriting {
  section: Section
  /** as it was when writing began */
  seen: string
  members: Partial<ListingContent>
  affirmed: readonly { member: string; language: 'ja' | 'zh' }[]
}
export type SectionSaved =
  | { ok: true; content: ListingContent }
  | { ok: false; reason: 'edited-meanwhile'; content: ListingContent; editedBy: string | null; editedAt: Date | null }
  | { ok: false; reason: 'already-moved' | 'gone' }

/**
 * Stores one section of the editor, beginning a draft where there is none. Where somebody else wrote in the same section
 * meanwhile nothing is stored and the caller gets what is there now.
 */
export async function saveSection(tx: Writer, editor: Editor, technologyId: string, { section, seen, members, affirmed }: SectionWriting): Promise<SectionSaved> {
  const technology = await holdOwn(tx, editor, technologyId)
  if (!technology) return { ok: false, reason: 'gone' }
  const before = await textToEdit(tx, technology)
  // Looking through a public text begins no draft.
  if (sameContent(before, { ...before, ...members }) && affirmed.length === 0 && sightOf(section, before) === seen) return { ok: true, content: before }
  const opened = await openDraft(tx, editor, technologyId)
  if (!opened.ok) return { ok: false, reason: opened.reason === 'gone' ? 'gone' : 'already-moved' }
  const { revision } = opened
  if (sightOf(section, revision.content) !== seen) return meanwhile(revision)
  const saved = await saveDraft(tx, editor, revision.id, revision.edition, (stored) => ({ ...stored, ...members }), affirmed)
  if (saved.ok) return { ok: true, content: saved.revision.content }
  return saved.reason === 'edited-meanwhile' ? meanwhile(saved.theirs) : saved
}

const meanwhile = ({ content, editedBy, editedAt }: { content: ListingContent; editedBy: string | null; editedAt: Date | null }): SectionSaved => ({
  ok: false, reason: 'edited-meanwhile', content: orderedContent(content), editedBy, editedAt,
})

