import { and, asc, count, desc, eq, exists, gte, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listings, technologies } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import { splitOrder, type Order } from './ordering.ts'

const COLUMN = { kana: companies.sortKana, pinyin: companies.sortPinyin, alpha: companies.sortAlpha } as const

/** A firm has a public page from its first public listing on. */
export const isPublicCompany = (db: Reader) =>
  and(eq(companies.state, 'published'), exists(db.select({ id: listings.technologyId }).from(listings).where(and(eq(listings.companyId, companies.id), eq(listings.live, true)))))

/** Published firms in one of the six orders, with the number of their published technologies. */
export async function listCompanies(db: Reader, order: Order, page: number, limit: number) {
  const { key, descending } = splitOrder(order)
  const direction = descending ? desc : asc
  const published = isPublicCompany(db)
  const [total, rows] = await Promise.all([
    db.$count(companies, published),
    db
      .select({ slug: companies.slug, ja: companies.nameJa, zh: companies.nameZh, kind: companies.kind, prefecture: companies.prefecture, technologies: count(technologies.id) })
      .from(companies)
      .leftJoin(technologies, and(eq(technologies.companyId, companies.id), eq(technologies.state, 'published'), or(isNull(technologies.validUntil), gte(technologies.validUntil, today()))))
      .where(published)
      .groupBy(companies.id)
      .orderBy(direction(COLUMN[key]), direction(companies.id))
      .limit(limit)
      .offset((page - 1) * limit),
  ])
  return { total, items: rows.map(({ ja, zh, ...row }) => ({ ...row, name: { ja, zh } })) }
}
export type CompanyRow = Awaited<ReturnType<typeof listCompanies>>['items'][number]

export const countPublishedCompanies = (db: Reader): Promise<number> => Promise.resolve(db.$count(companies, isPublicCompany(db)))
