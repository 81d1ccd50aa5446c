import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingRevisions, listings, technologies } from '#db/schema/catalogue.ts'
import { readCards, type Card } from '#app/features/catalogue/cards.server.ts'
import { bearing, newestOf } from '#app/features/catalogue/grid.server.ts'
import { readShelf } from '#app/features/catalogue/shelf.server.ts'
import type { Locale } from '#app/platform/locale.ts'

export interface Newest extends Card {
  updated: Date
}

/** The technologies that came last and have a text in this language, of one field or of all. */
export async function readNewest(db: Reader, locale: Locale, field: string | null, most: number): Promise<Newest[]> {
  const shelf = await readShelf(db)
  const docs = newestOf(shelf, bearing(shelf, `lang:${locale}`, ...(field ? [`field:${field}`] : [])), most)
  if (docs.length === 0) return []
  const [cards, dates] = await Promise.all([
    readCards(db, docs, shelf.version),
    db
      .select({ id: listings.technologyId, publishedAt: listingRevisions.publishedAt, updatedAt: technologies.updatedAt })
      .from(listings)
      .innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId))
      .innerJoin(technologies, eq(technologies.id, listings.technologyId))
      .where(inArray(listings.doc, docs)),
  ])
  const dateOf = new Map(dates.map((row) => [row.id, row.publishedAt ?? row.updatedAt]))
  return cards.map((card) => ({ ...card, updated: dateOf.get(card.id)! }))
}
