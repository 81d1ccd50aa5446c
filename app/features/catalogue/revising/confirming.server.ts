import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listings, technologies, type ListingCard } from '#db/schema/catalogue.ts'
import { minutes, now, today } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { batches } from '../batches.ts'
import { deriveListings } from '../derivation.server.ts'
import { recordAll } from '../history.server.ts'
import { bumpVersion } from '../version.server.ts'
import { dayAfter, freshUntil, steps } from './freshness.ts'
import { alreadyMoved, subjectOf, type Done } from './revisions.server.ts'

/** Confirmations from one address, on the page that needs no sign-in. */
export const mayConfirm = limit(60, minutes(15))

/** What somebody has to see to say that a listing is still correct. */
export interface Aging {
  id: string
  slug: string
  card: ListingCard
  verifiedOn: string | null
  validUntil: string
  /** hidden for its age */
  hidden: boolean
}

/** The published listings of a firm that end within the time of the letters, or have ended; the first to end first. */
export async function agingListings(db: Reader, companyId: string): Promise<Aging[]> {
  const day = today()
  const rows = await db
    .select({ id: technologies.id, slug: technologies.slug, card: listings.card, verifiedOn: technologies.verifiedOn, validUntil: technologies.validUntil })
    .from(technologies)
    .innerJoin(listings, eq(listings.technologyId, technologies.id))
    .where(and(eq(technologies.companyId, companyId), eq(technologies.state, 'published'), isNull(technologies.deletedAt), isNotNull(technologies.validUntil), lte(technologies.validUntil, dayAfter(day, steps[0]))))
    .orderBy(asc(technologies.validUntil), asc(technologies.id))
  return rows.map(({ validUntil, ...row }) => ({ ...row, validUntil: validUntil!, hidden: validUntil! < day }))
}

/**
 * “Still correct”, for published listings of one firm: verified today, valid for another year. What was hidden for its
 * age is seen again.
 * @param actor a user's id, or `firm` for whoever holds the firm's private link
 * @returns how many were confirmed; others are nobody's, withdrawn or deleted
 */
export async function confirmListings(tx: Writer, actor: string, companyId: string, ids: readonly string[]): Promise<number> {
  const day = today()
  const confirmed: string[] = []
  for (const batch of batches([...new Set(ids)])) {
    const rows = await tx
      .update(technologies)
      .set({ verifiedOn: day, verifiedBy: 'firm', validUntil: freshUntil(day), updatedAt: now() })
      .where(and(inArray(technologies.id, batch), eq(technologies.companyId, companyId), eq(technologies.state, 'published'), isNull(technologies.deletedAt)))
      .returning({ id: technologies.id })
    confirmed.push(...rows.map((row) => row.id))
  }
  if (confirmed.length === 0) return 0
  await recordAll(tx, actor, confirmed.map((id) => ({ subject: subjectOf(id), verb: 'listing-confirmed', codes: { until: freshUntil(day) } })))
  await deriveListings(tx, confirmed, await bumpVersion(tx))
  return confirmed.length
}

/** As `confirmListings`, for one listing of whichever firm. */
export async function confirmListing(tx: Writer, actor: string, technologyId: string): Promise<Done> {
  const [listing] = await tx.select({ companyId: technologies.companyId }).from(technologies).where(eq(technologies.id, technologyId))
  return listing && (await confirmListings(tx, actor, listing.companyId, [technologyId])) === 1 ? { ok: true } : alreadyMoved
}
