import { and, eq, gte, inArray, isNotNull, isNull, like, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listings, technologies } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { countryOf, localDay, momentAt, type Office } from '../calendar/working-days.ts'
import { days } from '#app/platform/spans.ts'
import { activeStages, openStages } from '../stages.ts'
import { scopeOf, type Group, type InboxFilter } from './filter.ts'
import { casesWith } from './words.server.ts'

/** Who looks, and what is "now" and "today" to them. */
export interface Reading {
  me: { id: string; office: Office | null; role: string }
  at: Date
}

/** The end of the day where the reader's office is. */
export function endOfDay({ me, at }: Reading): Date {
  const country = countryOf(me.office)
  return new Date(momentAt(localDay(at, country), '00:00', country)!.getTime() + days(1))
}

const active = inArray(inquiries.stage, activeStages)
const isReceived = eq(inquiries.stage, 'received')

/** Which group an open case is in, as one expression. */
export function groupExpression(reading: Reading): SQL<Group> {
  return sql<Group>`case when ${inquiries.stage} = 'on-hold' then 'hold' when ${lt(inquiries.dueAt, reading.at)} then 'overdue' when ${lt(inquiries.dueAt, endOfDay(reading))} then 'today' when ${isReceived} then 'untaken' when ${inquiries.waitsFor} = 'buyer' then 'buyer' when ${inquiries.waitsFor} = 'firm' then 'firm' else 'ours' end`
}

export const later = (reading: Reading) => or(gte(inquiries.dueAt, endOfDay(reading)), isNull(inquiries.dueAt))

function inGroup(group: Group | 'ended', reading: Reading): SQL | undefined {
  if (group === 'ended') return notInArray(inquiries.stage, [...openStages])
  if (group === 'hold') return eq(inquiries.stage, 'on-hold')
  if (group === 'overdue') return and(active, lt(inquiries.dueAt, reading.at))
  if (group === 'today') return and(active, gte(inquiries.dueAt, reading.at), lt(inquiries.dueAt, endOfDay(reading)))
  if (group === 'untaken') return and(isReceived, later(reading))
  const taken = inArray(inquiries.stage, activeStages.filter((stage) => stage !== 'received'))
  const others = group === 'ours' ? or(notInArray(inquiries.waitsFor, ['buyer', 'firm']), isNull(inquiries.waitsFor)) : eq(inquiries.waitsFor, group)
  return and(taken, later(reading), others)
}

/** What narrows lists and counts alike: everything but group, stage, owner and office, which the counts are broken down by. */
export function narrowed(db: Reader, filter: InboxFilter): SQL | undefined {
  const { kind, origin, field, firm, from, to, escalated, q } = filter
  const start = from && momentAt(from, '00:00', 'JP')
  const end = to && momentAt(to, '00:00', 'JP')
  return and(
    kind ? eq(inquiries.kind, kind) : undefined,
    origin ? eq(inquiries.origin, origin) : undefined,
    start ? gte(inquiries.createdAt, start) : undefined,
    end ? lt(inquiries.createdAt, new Date(end.getTime() + days(1))) : undefined,
    escalated ? isNotNull(inquiries.escalatedAt) : undefined,
    field ? inArray(inquiries.id, aboutField(db, field)) : undefined,
    firm ? or(inArray(inquiries.id, approached(db, firm)), inArray(inquiries.id, aboutFirm(db, firm))) : undefined,
    q ? (casesWith(db, q) ?? sql`1 = 0`) : undefined,
  )
}

/** Everything that the address asks for. */
export function chosen(db: Reader, filter: InboxFilter, reading: Reading): SQL | undefined {
  const { group, stage, owner, office } = filter
  const scope = { open: inArray(inquiries.stage, [...openStages]), ended: notInArray(inquiries.stage, [...openStages]), all: undefined }[scopeOf(filter)]
  return and(
    stage ? eq(inquiries.stage, stage) : group ? undefined : scope,
    group ? inGroup(group, reading) : undefined,
    owner === 'none' ? isNull(inquiries.ownerId) : owner ? eq(inquiries.ownerId, owner === 'me' ? reading.me.id : owner) : undefined,
    office === 'none' ? isNull(inquiries.office) : office ? eq(inquiries.office, office) : undefined,
    narrowed(db, filter),
  )
}

const aboutField = (db: Reader, field: string) =>
  db
    .select({ id: inquiryTechnologies.inquiryId })
    .from(inquiryTechnologies)
    .innerJoin(listings, eq(listings.technologyId, inquiryTechnologies.technologyId))
    .where(like(sql`cast(${listings.marks} as text)`, `%"field:${field}"%`))
const approached = (db: Reader, firm: string) => db.select({ id: approaches.inquiryId }).from(approaches).where(eq(approaches.companyId, firm))
const aboutFirm = (db: Reader, firm: string) =>
  db.select({ id: inquiryTechnologies.inquiryId }).from(inquiryTechnologies).innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId)).where(eq(technologies.companyId, firm))
