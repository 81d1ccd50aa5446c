import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listings, technologies, type Bilingual, type ListingCard } from '#db/schema/catalogue.ts'

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

const MOST_KEPT = 4_000
/** Cards read at one version of the catalogue; a new version forgets them. */
let kept: { version: number; cards: Map<number, Card> } = { version: -1, cards: new Map() }

/** The cards of documents, in their order, as of a version of the catalogue. */
export async function readCards(db: Reader, docs: readonly number[], version: number): Promise<Card[]> {
  if (kept.version !== version || kept.cards.size > MOST_KEPT) kept = { version, cards: new Map() }
  const { cards } = kept
  const unread = docs.filter((doc) => !cards.has(doc))
  if (unread.length > 0) for (const [doc, card] of await readFresh(db, unread)) cards.set(doc, card)
  return docs.flatMap((doc) => cards.get(doc) ?? [])
}

async function readFresh(db: Reader, docs: number[]): Promise<[number, Card][]> {
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
    .where(inArray(listings.doc, docs))
  return rows.map((row) => [
    row.doc,
    { id: row.id, slug: row.slug, revision: row.revision, content: row.card, company: { id: row.companyId, slug: row.companySlug, name: { ja: row.ja, zh: row.zh, en: row.en } } },
  ])
}
