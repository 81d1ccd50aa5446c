import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, lte, gte, or, exists, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, technologies } from '#db/schema/catalogue.ts'
import { approaches, deskTasks, inquiries, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { activeStages, aliveStages } from '../stages.ts'
import { chosen, endOfDay, groupExpression, later, narrowed, type Reading } from './conditions.server.ts'
import { countsOf, type Counts } from './counting.ts'
import { isOverview, scopeOf, type InboxFilter } from './filter.ts'

export const PER_GROUP = 10
export const PER_PAGE = 50

/** How many cases there are of each group, stage, owner and office: one query, grouped in the order of its index. */
export async function countInbox(db: Reader, filter: InboxFilter, reading: Reading): Promise<Counts> {
  const when = (condition: SQL | undefined) => sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)
  const { stage, ownerId, office, dueAt, waitsFor, escalatedAt } = inquiries
  const rows = await db
    .select({
      stage, ownerId, office,
      n: count(),
      overdue: when(lt(dueAt, reading.at)),
      today: when(and(gte(dueAt, reading.at), lt(dueAt, endOfDay(reading)))),
      buyer: when(and(later(reading), eq(waitsFor, 'buyer'))),
      firm: when(and(later(reading), eq(waitsFor, 'firm'))),
      escalated: when(isNotNull(escalatedAt)),
    })
    .from(inquiries)
    .where(narrowed(db, filter))
    .groupBy(stage, ownerId, office)
  return countsOf(rows, filter, reading.me.id)
}

/** One's own first; to a manager then what was put before the managers. */
const pressing = ({ me }: Reading) =>
  me.role === 'manager'
    ? sql`case when ${eq(inquiries.ownerId, me.id)} then 0 when ${isNotNull(inquiries.escalatedAt)} then 1 else 2 end`
    : sql`case when ${eq(inquiries.ownerId, me.id)} then 0 else 1 end`
const undated = sql`case when ${isNull(inquiries.dueAt)} then 1 else 0 end`

/** The cases that the address asks for: the first of each group, or one page. The number of queries does not depend on them. */
export async function readInbox(db: Reader, filter: InboxFilter, reading: Reading) {
  const places = isOverview(filter) ? await firstOfGroups(db, filter, reading) : await pageOf(db, filter, reading)
  const ids = places.map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await db
    .select({
      id: inquiries.id,
      ticket: inquiries.ticket,
      stage: inquiries.stage,
      kind: inquiries.kind,
      held: inquiries.held,
      organisationKind: inquiries.organisationKind,
      region: inquiries.region,
      locale: inquiries.locale,
      message: sql<string>`substr(${inquiries.message}, 1, 120)`,
      ownerId: inquiries.ownerId,
      owner: users.name,
      office: inquiries.office,
      dueAt: inquiries.dueAt,
      dueWhat: inquiries.dueWhat,
      waitsFor: inquiries.waitsFor,
      escalatedAt: inquiries.escalatedAt,
      createdAt: inquiries.createdAt,
      updatedAt: inquiries.updatedAt,
      group: groupExpression(reading),
    })
    .from(inquiries)
    .leftJoin(users, eq(users.id, inquiries.ownerId))
    .where(inArray(inquiries.id, ids))
  const [names, firms, tasks] = await Promise.all([namesByInquiry(db, ids), firmsByInquiry(db, ids), tasksByInquiry(db, ids)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids
    .map((id) => byId.get(id)!)
    .map((row) => ({
      ...row,
      mine: row.ownerId === reading.me.id,
      technologies: names.get(row.id) ?? [],
      firms: firms.get(row.id) ?? [],
      tasks: tasks.get(row.id) ?? [],
    }))
}
export type InboxRow = Awaited<ReturnType<typeof readInbox>>[number]

function pageOf(db: Reader, filter: InboxFilter, reading: Reading) {
  const sort = filter.sort ?? (scopeOf(filter) === 'open' ? 'due' : 'change')
  const order = {
    due: [pressing(reading), undated, asc(inquiries.dueAt)],
    arrival: [desc(inquiries.createdAt)],
    change: [desc(inquiries.updatedAt)],
  }[sort]
  return db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(chosen(db, filter, reading))
    .orderBy(...order, asc(inquiries.id))
    .limit(PER_PAGE)
    .offset((filter.page - 1) * PER_PAGE)
}

function firstOfGroups(db: Reader, filter: InboxFilter, reading: Reading) {
  const group = groupExpression(reading)
  const ranked = db
    .select({ id: inquiries.id, place: sql<number>`row_number() over (partition by ${group} order by ${pressing(reading)}, ${undated}, ${inquiries.dueAt}, ${inquiries.id})`.as('place') })
    .from(inquiries)
    .where(chosen(db, filter, reading))
    .as('ranked')
  return db.select({ id: ranked.id }).from(ranked).where(lte(ranked.place, PER_GROUP)).orderBy(asc(ranked.place))
}

function gathered<T extends { inquiryId: string }>(rows: readonly T[]): Map<string, T[]> {
  const by = new Map<string, T[]>()
  for (const row of rows) by.set(row.inquiryId, [...(by.get(row.inquiryId) ?? []), row])
  return by
}

async function namesByInquiry(db: Reader, ids: string[]) {
  const asked = await db.select().from(inquiryTechnologies).where(inArray(inquiryTechnologies.inquiryId, ids)).orderBy(asc(inquiryTechnologies.id))
  const named = await namesOfTechnologies(db, { ids: [...new Set(asked.map((row) => row.technologyId))] })
  const nameOf = new Map(named.map((technology) => [technology.id, technology.name]))
  return new Map([...gathered(asked)].map(([id, rows]) => [id, rows.flatMap(({ technologyId }) => nameOf.get(technologyId) ?? [])]))
}

/** Whom a case waits for by name: the firms still being asked. */
async function firmsByInquiry(db: Reader, ids: string[]) {
  const rows = await db
    .select({ inquiryId: approaches.inquiryId, ja: companies.nameJa, zh: companies.nameZh, stage: approaches.stage })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(and(inArray(approaches.inquiryId, ids), inArray(approaches.stage, [...aliveStages])))
    .orderBy(asc(approaches.createdAt), asc(approaches.id))
  return gathered(rows)
}

async function tasksByInquiry(db: Reader, ids: string[]) {
  const rows = await db
    .select({ inquiryId: deskTasks.inquiryId, id: deskTasks.id, kind: deskTasks.kind, about: deskTasks.about })
    .from(deskTasks)
    .where(and(inArray(deskTasks.inquiryId, ids), isNull(deskTasks.doneAt)))
    .orderBy(asc(deskTasks.dueAt), asc(deskTasks.id))
  return gathered(rows)
}

/** What the filters offer: the firms that cases are about or that were asked. */
export const firmsOfCases = (db: Reader) =>
  db
    .select({ id: companies.id, ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn })
    .from(companies)
    .where(
      or(
        exists(db.select({ id: approaches.id }).from(approaches).where(eq(approaches.companyId, companies.id))),
        exists(db.select({ id: inquiryTechnologies.id }).from(technologies).innerJoin(inquiryTechnologies, eq(inquiryTechnologies.technologyId, technologies.id)).where(eq(technologies.companyId, companies.id))),
      ),
    )
    .orderBy(asc(companies.sortKana), asc(companies.id))

/** Things to be done by phone or chat; those of cases on hold wait with them. */
export async function countOpenTasks(db: Reader): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(deskTasks)
    .innerJoin(inquiries, eq(inquiries.id, deskTasks.inquiryId))
    .where(and(isNull(deskTasks.doneAt), inArray(inquiries.stage, activeStages)))
  return row!.n
}
