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

/** The cards of documents, in their order. */
export async function readCards(db: Reader, docs: readonly number[]): Promise<Card[]> {
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
