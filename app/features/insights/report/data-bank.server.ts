import { and, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingRevisions, listings, technologies } from '#db/schema/catalogue.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { today } from '#app/platform/clock.ts'
import { readFields } from '../../catalogue/taxonomy.server.ts'
import { readNumbers } from '../brokering-numbers.server.ts'
import type { Span } from './span.ts'

/** Every month that a span touches, as YYYY-MM. */
export function monthsOf({ from, until }: Span): string[] {
  const months: string[] = []
  for (let [year, month] = from.split('-').map(Number) as [number, number]; ; month === 12 ? (year++, (month = 1)) : month++) {
    const key = `${year}-${String(month).padStart(2, '0')}`
    if (key > until.slice(0, 7)) return months
    months.push(key)
  }
}

/** Technologies that are listed, with the day they first were. */
async function readListed(db: Reader, { until }: Span) {
  const [rows, cards] = await Promise.all([
    db
      .select({ id: technologies.id, companyId: technologies.companyId, publishedAt: listingRevisions.publishedAt })
      .from(technologies)
      .innerJoin(listingRevisions, eq(listingRevisions.technologyId, technologies.id))
      .where(and(eq(technologies.state, 'published'), isNull(technologies.deletedAt), isNotNull(listingRevisions.publishedAt))),
    db.select({ id: listings.technologyId, card: listings.card }).from(listings),
  ])
  const fieldsOf = new Map(cards.map(({ id, card }) => [id, card.fields]))
  const first = new Map<string, { companyId: string; on: string; fields: string[] }>()
  for (const { id, companyId, publishedAt } of rows) {
    const on = today(publishedAt!)
    const known = first.get(id)
    if (on <= until && (!known || on < known.on)) first.set(id, { companyId, on, fields: fieldsOf.get(id) ?? [] })
  }
  return [...first.values()]
}

const month = sql<string>`substr(${dailyCounts.day}, 1, 7)`
/** Page views and appearances in lists, by month, language and device. */
const readCounts = (db: Reader, { from, until }: Span) =>
  db
    .select({ month, kind: dailyCounts.kind, language: dailyCounts.language, device: dailyCounts.device, n: sql<number>`sum(${dailyCounts.n})`.mapWith(Number) })
    .from(dailyCounts)
    .where(and(gte(dailyCounts.day, from), lte(dailyCounts.day, until)))
    .groupBy(month, dailyCounts.kind, dailyCounts.language, dailyCounts.device)

/** What the data bank's own counts say of a span of days. */
export async function readDataBank(db: Reader, span: Span) {
  const period = { from: span.from, to: span.until, office: null }
  const [listed, counts, numbers, tree] = await Promise.all([readListed(db, span), readCounts(db, span), readNumbers(db, period, 'within'), readFields(db)])
  return { listed, counts, numbers, tree }
}
export type DataBank = Awaited<ReturnType<typeof readDataBank>>
