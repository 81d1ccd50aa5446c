import type { Writer } from '#db/index.ts'
import type { ListingContent } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { openDraft, saveDraft } from '../revising/drafting.server.ts'
import { workingRevision } from '../revising/revisions.server.ts'
import type { ListRefusal } from './listing-files.ts'

export type DraftRefusal = ListRefusal | 'already-moved' | 'edited-meanwhile'
type Change = (before: ListingContent) => { ok: true; content: ListingContent } | { ok: false; reason: ListRefusal }
export type DraftChanged = { ok: true } | { ok: false; reason: DraftRefusal }

/**
 * Changes the list of pictures or documents of a draft; the draft is opened when there is none yet.
 * @param edition what the writer had read (0: there was no draft yet); null where the change fits whatever stands there now
 */
export async function changeDraft(tx: Writer, editor: Editor, technologyId: string, edition: number | null, change: Change): Promise<DraftChanged> {
  const before = await workingRevision(tx, technologyId)
  if (edition !== null && (before?.edition ?? 0) !== edition) return { ok: false, reason: 'edited-meanwhile' }
  const opened = await openDraft(tx, editor, technologyId)
  if (!opened.ok) return { ok: false, reason: opened.reason === 'gone' ? 'gone' : 'already-moved' }
  const { revision } = opened
  const changed = change(revision.content)
  if (!changed.ok) return changed
  const saved = await saveDraft(tx, editor, revision.id, revision.edition, () => changed.content)
  return saved.ok ? { ok: true } : { ok: false, reason: saved.reason }
}
