import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listingRevisions, listings, technologies, type Bilingual, type ListingCard, type ListingContent } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import type { Order } from './ordering.ts'
import { matchQuery } from './search/matching.server.ts'
import { parseQuery, type Part } from './search/query.ts'
import { readDictionary } from './search/terminology.server.ts'
import { select, type Filters, type Selection } from './selecting.ts'
import { readShelf } from './shelf.server.ts'

/** What a list shows of a technology. */
export interface Card {
  id: string
  slug: string
  revision: string
  company: { id: string; slug: string; name: CompanyName }
  content: ListingCard
}
export interface CompanyName extends Bilingual {
  en: string | null
}

export interface Found {
  total: number
  items: Card[]
  counts: Selection['counts']
  /** what the query was understood to ask for */
  parts: Part[]
  relaxed: boolean
  missing: string[]
}

export interface Search {
  q: string
  filters: Filters
  order: Order
  page: number
  limit: number
}

/**
 * The one search of the site: pages, JSON and benchmark call it. Without words it is the catalogue in the given order;
 * with words, ranked by relevance, equal scores in the given order.
 */
export async function searchTechnologies(db: Reader, search: Search): Promise<Found> {
  const shelf = await readShelf(db)
  const from = (search.page - 1) * search.limit
  const dictionary = search.q ? await readDictionary(db, shelf.version) : null
  const parts = dictionary ? parseQuery(search.q, dictionary) : []
  const asked = search.q.trim() !== ''
  const matches = asked && dictionary ? await matchQuery(db, shelf, dictionary, parts) : null
  const selection = select(shelf, matches, search.filters, search.order, from, search.limit)
  const items = await readCards(db, selection.docs)
  return {
    total: selection.total,
    items,
    counts: selection.counts,
    parts,
    relaxed: matches?.relaxed ?? false,
    missing: matches?.missing ?? [],
  }
}

async function readCards(db: Reader, docs: readonly number[]): Promise<Card[]> {
  if (docs.length === 0) return []
  const rows = await db
    .select({
      doc: listings.doc,
      id: technologies.id,
      slug: technologies.slug,
      revision: listings.revisionId,
      card: listings.card,
      companyId: companies.id,
      companySlug: companies.slug,
      ja: companies.nameJa,
      zh: companies.nameZh,
      en: companies.nameEn,
    })
    .from(listings)
    .innerJoin(technologies, eq(technologies.id, listings.technologyId))
    .innerJoin(companies, eq(companies.id, listings.companyId))
    .where(inArray(listings.doc, [...docs]))
  const byDoc = new Map(
    rows.map((row) => [
      row.doc,
      { id: row.id, slug: row.slug, revision: row.revision, content: row.card, company: { id: row.companyId, slug: row.companySlug, name: { ja: row.ja, zh: row.zh, en: row.en } } },
    ]),
  )
  return docs.flatMap((doc) => byDoc.get(doc) ?? [])
}

export interface TechnologyPage {
  id: string
  slug: string
  revision: string
  verifiedOn: string | null
  verifiedBy: string | null
  content: ListingContent
  company: typeof companies.$inferSelect
}

/** A published technology with its whole reviewed text, or null. */
export async function readTechnology(db: Reader, slug: string): Promise<TechnologyPage | null> {
  const [row] = await db
    .select({ technology: technologies, content: listingRevisions.content, revision: listingRevisions.id, company: companies })
    .from(technologies)
    .innerJoin(listingRevisions, eq(listingRevisions.id, technologies.publishedRevisionId))
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(and(eq(technologies.slug, slug), eq(technologies.state, 'published')))
  if (!row || (row.technology.validUntil !== null && row.technology.validUntil < today())) return null
  const { technology, content, revision, company } = row
  return { id: technology.id, slug: technology.slug, revision, verifiedOn: technology.verifiedOn, verifiedBy: technology.verifiedBy, content, company }
}

export async function readCompany(db: Reader, slug: string): Promise<typeof companies.$inferSelect | null> {
  const [row] = await db.select().from(companies).where(and(eq(companies.slug, slug), eq(companies.state, 'published')))
  return row ?? null
}

/** The technologies of a company that the public sees, in the company's own order of publication. */
export async function technologiesOf(db: Reader, companyId: string): Promise<Card[]> {
  const shelf = await readShelf(db)
  const rows = await db
    .select({ doc: listings.doc })
    .from(listings)
    .where(and(eq(listings.companyId, companyId), eq(listings.live, true)))
    .orderBy(asc(listings.sortKana))
  const visible = new Set(select(shelf, { docs: rows.map((row) => row.doc), scores: new Float32Array(shelf.size) }, {}, 'kana-asc', 0, rows.length).docs)
  return readCards(db, rows.map((row) => row.doc).filter((doc) => visible.has(doc)))
}
