import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { listingRevisions, technologies, type ListingContent, type SignOffs } from '#db/schema/catalogue.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { agedTranslations, orderedContent } from '../content.ts'
import { deriveListings } from '../derivation.server.ts'
import { bumpVersion } from '../version.server.ts'
import { languagesOf, standingSignOffs } from './drafting.server.ts'
import { freshUntil } from './freshness.ts'
import { alreadyMoved, holdTechnology, moveRevision, recordListing, type Done, type Revision } from './revisions.server.ts'
import { tellFirmPeople } from './telling.server.ts'

async function holdRevision(tx: Writer, id: string): Promise<{ revision: Revision; companyId: string } | null> {
  const [known] = await tx.select({ technologyId: listingRevisions.technologyId }).from(listingRevisions).where(eq(listingRevisions.id, id))
  const technology = known ? await holdTechnology(tx, known.technologyId) : null
  if (!technology) return null
  const [revision] = await tx.select().from(listingRevisions).where(eq(listingRevisions.id, id))
  return { revision: revision!, companyId: technology.companyId }
}

/** Languages whose text nobody of the firm has answered for yet: they must not be published. */
export const unsignedLanguages = ({ content, signOffs }: Pick<Revision, 'content' | 'signOffs'>) => languagesOf(content).filter((language) => !signOffs?.[language])

/**
 * submitted → published: the public sees this text from the next request on, the earlier one is superseded. Every
 * language it is written in needs the firm's sign-off, or its waiver noted by name.
 */
export async function publishRevision(tx: Writer, clerk: Secretary, revisionId: string, edition: number): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const { revision, companyId } = held
  if (revision.state !== 'submitted') return alreadyMoved
  if (revision.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  if (unsignedLanguages(revision).length > 0) return { ok: false, reason: 'unsigned' }
  const at = now()
  const { technologyId } = revision
  await tx
    .update(listingRevisions)
    .set({ state: 'superseded' })
    .where(and(eq(listingRevisions.technologyId, technologyId), eq(listingRevisions.state, 'published')))
    .returning({ id: listingRevisions.id })
  await moveRevision(tx, revisionId, ['submitted'], { state: 'published', decidedBy: clerk.id, decidedAt: at, publishedAt: at, remarks: null })
  await tx
    .update(technologies)
    .set({ state: 'published', publishedRevisionId: revisionId, verifiedOn: today(), verifiedBy: 'office', validUntil: freshUntil(today()) })
    .where(eq(technologies.id, technologyId))
    .returning({ id: technologies.id })
  await recordListing(tx, technologyId, clerk.id, 'listing-published', { revision: revision.number })
  await deriveListings(tx, [technologyId], await bumpVersion(tx))
  await tellFirmPeople(tx, companyId, 'listing-published', { technology: technologyId, revision: revisionId })
  return { ok: true }
}

/** submitted → returned, with what is to be mended by member of the content. */
export async function returnRevision(tx: Writer, clerk: Secretary, revisionId: string, remarks: Record<string, string>): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  const moved = held && (await moveRevision(tx, revisionId, ['submitted'], { state: 'returned', remarks, decidedBy: clerk.id, decidedAt: now() }))
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-returned', { revision: moved.number, remarks: Object.keys(remarks).length })
  await tellFirmPeople(tx, held.companyId, 'listing-returned', { technology: moved.technologyId, revision: revisionId })
  return { ok: true }
}

/** submitted → rejected: this text will not be published; what is public stays. */
export async function rejectRevision(tx: Writer, clerk: Secretary, revisionId: string, reason: string): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  const moved = held && (await moveRevision(tx, revisionId, ['submitted'], { state: 'rejected', reason, decidedBy: clerk.id, decidedAt: now() }))
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-rejected', { revision: moved.number })
  await tellFirmPeople(tx, held.companyId, 'listing-rejected', { technology: moved.technologyId, revision: revisionId })
  return { ok: true }
}

/** Writes in a text under review, e.g. its translation: what the firm had signed off in a changed language is open again. */
export async function editUnderReview(tx: Writer, clerk: Secretary, revisionId: string, edition: number, change: (before: ListingContent) => ListingContent): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const { revision } = held
  if (revision.state !== 'submitted') return alreadyMoved
  if (revision.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  const wanted = change(revision.content)
  const content = orderedContent({ ...wanted, translations: agedTranslations({ ...revision.content, translations: wanted.translations }, wanted) })
  await moveRevision(tx, revisionId, ['submitted'], {
    content, edition: edition + 1, editedBy: clerk.id, editedAt: now(), signOffs: standingSignOffs(revision.signOffs, revision.content, content),
  })
  await recordListing(tx, revision.technologyId, clerk.id, 'listing-edited', { revision: revision.number })
  return { ok: true }
}

/** Asks the firm to sign the translated text off. */
export async function askForSignOff(tx: Writer, clerk: Secretary, revisionId: string): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  const moved = held && (await moveRevision(tx, revisionId, ['submitted'], { translationWanted: false }))
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-sign-off-asked', { revision: moved.number })
  await tellFirmPeople(tx, held.companyId, 'listing-translated', { technology: moved.technologyId, revision: revisionId })
  return { ok: true }
}

/** The firm leaves the sign-off of one language to the office: who of the firm said so is kept with the text. */
export async function waiveSignOff(tx: Writer, clerk: Secretary, revisionId: string, language: 'ja' | 'zh', name: string): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const signOffs: SignOffs = { ...held.revision.signOffs, [language]: { how: 'waived', by: clerk.id, name, at: now().toISOString() } }
  const moved = await moveRevision(tx, revisionId, ['submitted'], { signOffs })
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-sign-off-waived', { revision: moved.number, language })
  return { ok: true }
}
