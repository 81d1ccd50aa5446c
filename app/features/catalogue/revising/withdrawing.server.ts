import { and, eq, gt } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { technologies } from '#db/schema/catalogue.ts'
import type { Editor, Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { deriveListings } from '../derivation.server.ts'
import { bumpVersion } from '../version.server.ts'
import { RESTORABLE, scheduleErasure } from './erasing.server.ts'
import { alreadyMoved, holdOwn, moveRevision, recordListing, workingRevision, type Done } from './revisions.server.ts'
import { tellFirmPeople, tellOffice } from './telling.server.ts'

/** A text under review must not bring back what its firm takes away: it is a draft again. */
async function recallRevision(tx: Writer, editor: Editor, technologyId: string): Promise<void> {
  const working = await workingRevision(tx, technologyId)
  const moved = working && (await moveRevision(tx, working.id, ['submitted'], { state: 'draft', submittedAt: null, submittedBy: null, signOffAskedAt: null }))
  if (moved) await recordListing(tx, technologyId, editor.person.id, 'listing-taken-back', { revision: moved.number })
}

/** Takes a listing off the public pages at once; its texts stay with the firm. */
export async function withdrawListing(tx: Writer, editor: Editor, technologyId: string): Promise<Done> {
  const technology = await holdOwn(tx, editor, technologyId)
  if (technology?.state !== 'published') return alreadyMoved
  await tx.update(technologies).set({ state: 'unpublished' }).where(eq(technologies.id, technologyId))
  await recallRevision(tx, editor, technologyId)
  await recordListing(tx, technologyId, editor.person.id, 'listing-unpublished', { office: editor.office })
  await deriveListings(tx, [technologyId], await bumpVersion(tx))
  await (editor.office ? tellFirmPeople(tx, editor.companyId, 'listing-unpublished', { technology: technologyId }) : tellOffice(tx, 'listing-unpublished', { technology: technologyId }))
  return { ok: true }
}

/** Shows a withdrawn listing again, with the text that was reviewed; refused once that is out of date. */
export async function showAgain(tx: Writer, editor: Editor, technologyId: string): Promise<Done> {
  const technology = await holdOwn(tx, editor, technologyId)
  const stale = technology?.validUntil != null && technology.validUntil < today()
  if (technology?.state !== 'unpublished' || !technology.publishedRevisionId || stale) return alreadyMoved
  await tx.update(technologies).set({ state: 'published' }).where(eq(technologies.id, technologyId))
  await recordListing(tx, technologyId, editor.person.id, 'listing-shown-again', { office: editor.office })
  await deriveListings(tx, [technologyId], await bumpVersion(tx))
  return { ok: true }
}

/** Deletes a technology, effective at once; the office can bring it back for thirty days. */
export async function deleteTechnology(tx: Writer, editor: Editor, technologyId: string): Promise<Done> {
  const technology = await holdOwn(tx, editor, technologyId)
  if (!technology) return alreadyMoved
  const wasPublic = technology.publishedRevisionId !== null
  await tx
    .update(technologies)
    .set({ state: wasPublic ? 'unpublished' : 'draft', deletedAt: now() })
    .where(eq(technologies.id, technologyId))
  await recallRevision(tx, editor, technologyId)
  await scheduleErasure(tx, technologyId)
  await recordListing(tx, technologyId, editor.person.id, 'listing-deleted', { office: editor.office })
  if (wasPublic) await deriveListings(tx, [technologyId], await bumpVersion(tx))
  await (editor.office ? tellFirmPeople(tx, editor.companyId, 'listing-deleted', { technology: technologyId }) : tellOffice(tx, 'listing-deleted', { technology: technologyId }))
  return { ok: true }
}

/** Brings a deleted technology back to its firm, not to the public: the firm shows it again. */
export async function restoreTechnology(tx: Writer, clerk: Secretary, technologyId: string): Promise<Done> {
  const [restored] = await tx
    .update(technologies)
    .set({ deletedAt: null, updatedAt: now() })
    .where(and(eq(technologies.id, technologyId), gt(technologies.deletedAt, new Date(now().getTime() - RESTORABLE))))
    .returning()
  if (!restored) return alreadyMoved
  await recordListing(tx, technologyId, clerk.id, 'listing-restored')
  await tellFirmPeople(tx, restored.companyId, 'listing-restored', { technology: technologyId })
  return { ok: true }
}
