import { and, eq, gte, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingFiles, listings, type ListingContent, type ListingDocument } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import { readTechnology } from '../data.server.ts'
import { latestRevision } from '../revising/revisions.server.ts'
import type { OwnListing } from '../revising/own-listing.server.ts'

/** True while a listing that the public sees shows this file to everybody. */
export async function isPublicFile(db: Reader, hash: string): Promise<boolean> {
  const [shown] = await db
    .select({ doc: listings.doc })
    .from(listingFiles)
    .innerJoin(listings, eq(listings.technologyId, listingFiles.technologyId))
    .where(and(eq(listingFiles.hash, hash), eq(listingFiles.access, 'public'), eq(listings.live, true), or(isNull(listings.validUntil), gte(listings.validUntil, today()))))
    .limit(1)
  return shown !== undefined
}

/** A document that the public may download from a listing, or null. */
export async function publicDocument(db: Reader, slug: string, documentId: string): Promise<ListingDocument | null> {
  const technology = await readTechnology(db, slug)
  const document = technology?.content.documents.find((one) => one.id === documentId && one.access === 'public')
  return document && (await isPublicFile(db, document.file)) ? document : null
}

/** The texts of a listing that those who work on it can look at now. */
export async function ownContents(db: Reader, { technology, working, published }: OwnListing): Promise<ListingContent[]> {
  const latest = working ?? published ? null : await latestRevision(db, technology.id)
  return [working, published, latest].flatMap((revision) => (revision ? [revision.content] : []))
}
