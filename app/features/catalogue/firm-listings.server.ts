import { and, asc, count, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listingRevisions, listings, technologies, type Bilingual } from '#db/schema/catalogue.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { today } from '#app/platform/clock.ts'
import { dayAfter } from './revising/freshness.ts'
import { workingStates } from './revising/revisions.server.ts'

export const PER_PAGE = 50

export async function nameOfCompany(db: Reader, id: string): Promise<{ id: string; slug: string; name: Bilingual } | null> {
  const [row] = await db.select({ id: companies.id, slug: companies.slug, ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn }).from(companies).where(eq(companies.id, id))
  return row ? { id: row.id, slug: row.slug, name: { ja: row.ja ?? row.en, zh: row.zh ?? row.en } } : null
}

/** Where a technology stands for its firm. */
export type Standing = 'public' | 'hidden' | 'withdrawn' | 'never'
export interface FirmListing {
  id: string
  slug: string
  name: Bilingual
  standing: Standing
  /** the text being worked on beside or before the public one */
  working: (typeof workingStates)[number] | null
  signOffAsked: boolean
  publicSince: Date | null
  verifiedOn: string | null
  validUntil: string | null
}

/** A firm’s technologies as its own people see them, the last touched first. */
export async function firmListings(db: Reader, companyId: string, page: number): Promise<{ total: number; items: FirmListing[] }> {
  const own = and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt))
  const rows = await db
    .select({ technology: technologies, card: listings.card })
    .from(technologies)
    .leftJoin(listings, eq(listings.technologyId, technologies.id))
    .where(own)
    .orderBy(desc(technologies.updatedAt), asc(technologies.id))
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
  const ids = rows.map((row) => row.technology.id)
  const working = new Map((await workingTexts(db, ids)).map((row) => [row.technologyId, row]))
  const since = await publicSince(db, rows.filter((row) => row.technology.state === 'published').map((row) => row.technology.id))
  const day = today()
  return {
    total: await db.$count(technologies, own),
    items: rows.map(({ technology: { id, slug, state, publishedRevisionId, verifiedOn, validUntil }, card }) => ({
      id,
      slug,
      name: card?.name ?? working.get(id)?.content.name ?? { ja: null, zh: null },
      standing: state === 'published' ? (validUntil !== null && validUntil < day ? 'hidden' : 'public') : publishedRevisionId ? 'withdrawn' : 'never',
      working: (working.get(id)?.state as FirmListing['working']) ?? null,
      signOffAsked: Boolean(working.get(id)?.signOffAskedAt),
      publicSince: since.get(id) ?? null,
      verifiedOn,
      validUntil,
    })),
  }
}

const workingTexts = (db: Reader, ids: string[]) =>
  db
    .select({ technologyId: listingRevisions.technologyId, state: listingRevisions.state, content: listingRevisions.content, signOffAskedAt: listingRevisions.signOffAskedAt })
    .from(listingRevisions)
    .where(and(inArray(listingRevisions.technologyId, ['', ...ids]), inArray(listingRevisions.state, [...workingStates])))

/** When the first text of each was published. */
async function publicSince(db: Reader, ids: string[]): Promise<Map<string, Date>> {
  const first = new Map<string, Date>()
  const rows = await db
    .select({ id: listingRevisions.technologyId, at: listingRevisions.publishedAt })
    .from(listingRevisions)
    .where(and(inArray(listingRevisions.technologyId, ['', ...ids]), inArray(listingRevisions.state, ['published', 'superseded'])))
    .orderBy(asc(listingRevisions.number))
  for (const { id, at } of rows) if (at && !first.has(id)) first.set(id, at)
  return first
}

/** So many of a kind are named on the dashboard; the number is of all. */
const NAMED = 5
export type Task = 'returned' | 'sign-off' | 'draft'
export interface Tasks {
  n: number
  first: { id: string; name: Bilingual }[]
}

/** What waits for the firm in its own texts. */
export async function firmTasks(db: Reader, companyId: string): Promise<Record<Task, Tasks>> {
  const rows = await db
    .select({ id: listingRevisions.id, state: listingRevisions.state, askedAt: listingRevisions.signOffAskedAt })
    .from(listingRevisions)
    .innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId))
    .where(and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt), inArray(listingRevisions.state, [...workingStates])))
    .orderBy(desc(listingRevisions.createdAt), asc(listingRevisions.id))
  const ids: Record<Task, string[]> = { returned: [], 'sign-off': [], draft: [] }
  for (const { id, state, askedAt } of rows) {
    if (state === 'returned' || state === 'draft') ids[state].push(id)
    else if (askedAt) ids['sign-off'].push(id)
  }
  const named = Object.values(ids).flatMap((all) => all.slice(0, NAMED))
  const texts = await db.select({ id: listingRevisions.id, technologyId: listingRevisions.technologyId, content: listingRevisions.content }).from(listingRevisions).where(inArray(listingRevisions.id, ['', ...named]))
  const textOf = new Map(texts.map((row) => [row.id, { id: row.technologyId, name: row.content.name }]))
  const tasks = (task: Task): Tasks => ({ n: ids[task].length, first: ids[task].slice(0, NAMED).flatMap((id) => textOf.get(id) ?? []) })
  return { returned: tasks('returned'), 'sign-off': tasks('sign-off'), draft: tasks('draft') }
}

/** How often something was seen: the last thirty days, the thirty before, and twelve calendar months, the present one last. */
export interface Seen {
  last: number
  before: number
  year: number
  months: number[]
}
export type SeenKind = 'view' | 'appearance'
export interface FirmNumbers {
  /** YYYY-MM */
  months: string[]
  total: Record<SeenKind, Seen>
  of: Record<string, Record<SeenKind, Seen>>
}

const MONTHS = 12
const nothing = (): Record<SeenKind, Seen> => {
  const none = (): Seen => ({ last: 0, before: 0, year: 0, months: new Array<number>(MONTHS).fill(0) })
  return { view: none(), appearance: none() }
}

/** Views and appearances in lists of a firm’s technologies, from the daily totals. One query, whatever the firm has. */
export async function firmNumbers(db: Reader, companyId: string): Promise<FirmNumbers> {
  const day = today()
  const months = lastMonths(day)
  const [last, before] = [dayAfter(day, -29), dayAfter(day, -59)]
  const month = sql<string>`substr(${dailyCounts.day}, 1, 7)`
  const rows = await db
    .select({
      subject: dailyCounts.subject,
      kind: dailyCounts.kind,
      month,
      n: sql<number>`sum(${dailyCounts.n})`.mapWith(Number),
      last: sql<number>`sum(case when ${dailyCounts.day} >= ${last} then ${dailyCounts.n} else 0 end)`.mapWith(Number),
      before: sql<number>`sum(case when ${dailyCounts.day} >= ${before} and ${dailyCounts.day} < ${last} then ${dailyCounts.n} else 0 end)`.mapWith(Number),
    })
    .from(dailyCounts)
    .innerJoin(technologies, eq(technologies.id, dailyCounts.subject))
    .where(and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt), gte(dailyCounts.day, `${months[0]}-01`), inArray(dailyCounts.kind, ['view', 'appearance'])))
    .groupBy(dailyCounts.subject, dailyCounts.kind, month)
  const numbers: FirmNumbers = { months, total: nothing(), of: {} }
  for (const row of rows) {
    const kind = row.kind as SeenKind
    const place = months.indexOf(row.month)
    for (const seen of [numbers.total[kind], (numbers.of[row.subject] ??= nothing())[kind]]) {
      seen.last += row.last
      seen.before += row.before
      seen.year += row.n
      if (place >= 0) seen.months[place]! += row.n
    }
  }
  return numbers
}

/** The present month and the eleven before it, the oldest first. */
function lastMonths(day: string): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: MONTHS }, (_, at) => new Date(Date.UTC(year, month - MONTHS + at, 1)).toISOString().slice(0, 7))
}

/** How many technologies of a firm stand where. */
export async function countStandings(db: Reader, companyId: string): Promise<Record<Standing, number>> {
  const day = today()
  const hidden = sql<number>`case when ${technologies.validUntil} < ${day} then 1 else 0 end`
  const was = sql<number>`case when ${technologies.publishedRevisionId} is null then 0 else 1 end`
  const rows = await db
    .select({ state: technologies.state, hidden: hidden.mapWith(Number), was: was.mapWith(Number), n: count() })
    .from(technologies)
    .where(and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt)))
    .groupBy(technologies.state, sql`2`, sql`3`)
  const standings: Record<Standing, number> = { public: 0, hidden: 0, withdrawn: 0, never: 0 }
  for (const { state, hidden: old, was: before, n } of rows) standings[state === 'published' ? (old ? 'hidden' : 'public') : before ? 'withdrawn' : 'never'] += n
  return standings
}
