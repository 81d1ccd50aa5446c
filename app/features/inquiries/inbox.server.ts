import { and, asc, count, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { inquiries, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { isOverdue, openStages, stages, type Stage } from './stages.ts'

/** What the inbox shows: everything open, one stage, or what a colleague owns; as the address says. */
export interface InboxFilter {
  stage: Stage | null
  ownerId: string | null
  page: number
}
export const PER_STAGE = 15
export const PER_PAGE = 50

const whose = ({ ownerId }: InboxFilter) => (ownerId ? eq(inquiries.ownerId, ownerId) : undefined)

/** How many cases rest at each stage. */
export async function countStages(db: Reader, filter: InboxFilter): Promise<Record<Stage, number>> {
  const rows = await db.select({ stage: inquiries.stage, n: count() }).from(inquiries).where(whose(filter)).groupBy(inquiries.stage)
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>
  for (const { stage, n } of rows) counts[stage] = n
  return counts
}

/** The rows of the inbox, the longest-resting first: a few of each open stage, or one page of a chosen stage. */
export async function readInbox(db: Reader, filter: InboxFilter) {
  const rows = await db
    .select({
      id: inquiries.id,
      ticket: inquiries.ticket,
      stage: inquiries.stage,
      stageAt: inquiries.stageAt,
      kind: inquiries.kind,
      locale: inquiries.locale,
      held: inquiries.held,
      organisationKind: inquiries.organisationKind,
      region: inquiries.region,
      message: sql<string>`substr(${inquiries.message}, 1, 80)`,
      owner: users.name,
    })
    .from(inquiries)
    .leftJoin(users, eq(users.id, inquiries.ownerId))
    .where(inArray(inquiries.id, filter.stage ? pageOfStage(db, filter) : firstOfEachStage(db, filter)))
    .orderBy(asc(inquiries.stageAt), asc(inquiries.id))
  const subjects = await namesByInquiry(db, rows.map((row) => row.id))
  const at = now().getTime()
  return rows.map((row) => {
    const age = Math.max(0, Math.floor((at - row.stageAt.getTime()) / days(1)))
    return { ...row, age, overdue: isOverdue(row.stage, age), technologies: subjects.get(row.id) ?? [] }
  })
}
export type InboxRow = Awaited<ReturnType<typeof readInbox>>[number]

function pageOfStage(db: Reader, filter: InboxFilter) {
  return db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.stage, filter.stage!), whose(filter)))
    .orderBy(asc(inquiries.stageAt), asc(inquiries.id))
    .limit(PER_PAGE)
    .offset((filter.page - 1) * PER_PAGE)
}

function firstOfEachStage(db: Reader, filter: InboxFilter) {
  const ranked = db
    .select({ id: inquiries.id, place: sql<number>`row_number() over (partition by ${inquiries.stage} order by ${inquiries.stageAt})`.as('place') })
    .from(inquiries)
    .where(and(inArray(inquiries.stage, [...openStages]), whose(filter)))
    .as('ranked')
  return db.select({ id: ranked.id }).from(ranked).where(lte(ranked.place, PER_STAGE))
}

async function namesByInquiry(db: Reader, ids: string[]) {
  const chosen = ids.length > 0 ? await db.select().from(inquiryTechnologies).where(inArray(inquiryTechnologies.inquiryId, ids)).orderBy(asc(inquiryTechnologies.id)) : []
  const named = await namesOfTechnologies(db, { ids: [...new Set(chosen.map((row) => row.technologyId))] })
  const nameOf = new Map(named.map((technology) => [technology.id, technology.name]))
  const byInquiry = new Map<string, { ja: string | null; zh: string | null }[]>()
  for (const { inquiryId, technologyId } of chosen) {
    const name = nameOf.get(technologyId)
    if (name) byInquiry.set(inquiryId, [...(byInquiry.get(inquiryId) ?? []), name])
  }
  return byInquiry
}
