import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { companies, listingRevisions, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { agedTranslations, orderedContent, sameContent } from '../content.ts'
import { deriveListings, deriveListingsOf } from '../derivation.server.ts'
import { refusedSlugs } from '../slugs.server.ts'
import { bumpVersion } from '../version.server.ts'
import type { ContactsReason } from './decisions.ts'
import { standingSignOffs } from './drafting.server.ts'
import { freshUntil } from './freshness.ts'
import { alreadyMoved, holdRevision, moveRevision, recordListing, type Done } from './revisions.server.ts'
import { unsignedLanguages } from './signing.server.ts'
import { tellFirmPeople } from './telling.server.ts'

export interface Publishing {
  /** the address of a listing that was never public */
  slug?: string | undefined
  /** why a text that names contact details may be published all the same */
  contacts?: ContactsReason | undefined
}

/**
 * submitted → published: the public sees this text from the next request on, the earlier one is superseded. Every
 * language it is written in needs the firm's sign-off, or its waiver noted by name.
 */
export async function publishRevision(tx: Writer, clerk: Secretary, revisionId: string, edition: number, { slug, contacts }: Publishing = {}): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (!held) return { ok: false, reason: 'gone' }
  const { revision, technology } = held
  if (revision.state !== 'submitted') return alreadyMoved
  if (revision.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  if (unsignedLanguages(revision).length > 0) return { ok: false, reason: 'unsigned' }
  const { id } = technology
  const refused = slug ? (await refusedSlugs(tx, 'technology', [{ id, slug }])).get(id) : undefined
  if (refused) return { ok: false, reason: refused }
  const at = now()
  await tx
    .update(listingRevisions)
    .set({ state: 'superseded' })
    .where(and(eq(listingRevisions.technologyId, id), eq(listingRevisions.state, 'published')))
    .returning({ id: listingRevisions.id })
  await moveRevision(tx, revisionId, ['submitted'], { state: 'published', decidedBy: clerk.id, decidedAt: at, publishedAt: at, remarks: null, signOffAskedAt: null })
  await tx
    .update(technologies)
    .set({ state: 'published', publishedRevisionId: revisionId, verifiedOn: today(), verifiedBy: 'office', validUntil: freshUntil(today()), ...(slug && { slug }) })
    .where(eq(technologies.id, id))
    .returning({ id: technologies.id })
  await recordListing(tx, id, clerk.id, 'listing-published', { revision: revision.number, ...(contacts && { contacts }) })
  const version = await bumpVersion(tx)
  await deriveListings(tx, [id], version)
  if (await showCompany(tx, clerk, technology.companyId)) await deriveListingsOf(tx, [technology.companyId], version)
  await tellFirmPeople(tx, technology.companyId, 'listing-published', { technology: id, revision: revisionId })
  return { ok: true }
}

/** A firm's page is public from its first public listing on. */
async function showCompany(tx: Writer, clerk: Secretary, companyId: string): Promise<boolean> {
  const [shown] = await tx
    .update(companies)
    .set({ state: 'published', updatedAt: now() })
    .where(and(eq(companies.id, companyId), eq(companies.state, 'unpublished')))
    .returning()
  if (shown) await record(tx, `company:${companyId}`, clerk.id, 'company-shown', { state: 'published' })
  return shown !== undefined
}

/** submitted → returned, with what is to be mended by member of the content. */
export async function returnRevision(tx: Writer, clerk: Secretary, revisionId: string, remarks: Record<string, string>): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  const moved = held && (await moveRevision(tx, revisionId, ['submitted'], { state: 'returned', remarks, decidedBy: clerk.id, decidedAt: now(), signOffAskedAt: null }))
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-returned', { revision: moved.number, remarks: Object.keys(remarks).length })
  await tellFirmPeople(tx, held.technology.companyId, 'listing-returned', { technology: moved.technologyId, revision: revisionId })
  return { ok: true }
}

/** submitted → rejected: this text will not be published; what is public stays. */
export async function rejectRevision(tx: Writer, clerk: Secretary, revisionId: string, reason: string): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  const moved = held && (await moveRevision(tx, revisionId, ['submitted'], { state: 'rejected', reason, decidedBy: clerk.id, decidedAt: now(), signOffAskedAt: null }))
  if (!moved) return alreadyMoved
  await recordListing(tx, moved.technologyId, clerk.id, 'listing-rejected', { revision: moved.number })
  await tellFirmPeople(tx, held.technology.companyId, 'listing-rejected', { technology: moved.technologyId, revision: revisionId })
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
  if (sameContent(revision.content, content)) return { ok: true }
  await moveRevision(tx, revisionId, ['submitted'], {
    content, edition: edition + 1, editedBy: clerk.id, editedAt: now(), signOffs: standingSignOffs(revision.signOffs, revision.content, content),
  })
  await recordListing(tx, revision.technologyId, clerk.id, 'listing-edited', { revision: revision.number })
  return { ok: true }
}
