import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { transact, type Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { erasureHolds, inquiries } from '#db/schema/inquiries.ts'
import type { Stage } from '../stages.ts'
import { eraseCase } from './erasing.server.ts'

/** How a case ended decides how long it is kept. */
export const endings = {
  case: ['agreed', 'no-deal', 'answered'],
  closed: ['closed', 'lapsed'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<string, readonly Stage[]>
export type Ending = keyof typeof endings

const due = (ending: Ending, before: Date): SQL | undefined =>
  and(isNull(inquiries.erasedAt), inArray(inquiries.stage, [...endings[ending]]), lt(inquiries.stageAt, before), isNull(erasureHolds.inquiryId))

/** The next cases that reached their end before a moment, the earliest first; those kept for a dispute are left out. */
export const dueCases = (db: Reader, ending: Ending, before: Date, most: number) =>
  db
    .select({ id: inquiries.id, ticket: inquiries.ticket, stage: inquiries.stage, stageAt: inquiries.stageAt })
    .from(inquiries)
    .leftJoin(erasureHolds, eq(erasureHolds.inquiryId, inquiries.id))
    .where(due(ending, before))
    .orderBy(asc(inquiries.stageAt), asc(inquiries.id))
    .limit(most)

export async function countDueCases(db: Reader, ending: Ending, before: Date): Promise<number> {
  const [row] = await db.select({ n: count() }).from(inquiries).leftJoin(erasureHolds, eq(erasureHolds.inquiryId, inquiries.id)).where(due(ending, before))
  return row?.n ?? 0
}

/** Erases some of them, each in a transaction of its own; returns how many were there. */
export async function eraseDueCases(db: Reader, ending: Ending, before: Date, most: number): Promise<number> {
  const cases = await dueCases(db, ending, before, most)
  for (const { id } of cases) await transact((tx) => eraseCase(tx, id, 'system', 'time'))
  return cases.length
}

/** Cases that are kept beyond their time, and whether the buyer has asked for the opposite. */
export const keptCases = (db: Reader, most: number) =>
  db
    .select({ id: inquiries.id, ticket: inquiries.ticket, stage: inquiries.stage, reason: erasureHolds.reason, at: erasureHolds.at, by: users.name, askedAt: inquiries.erasureAskedAt })
    .from(erasureHolds)
    .innerJoin(inquiries, eq(inquiries.id, erasureHolds.inquiryId))
    .leftJoin(users, eq(users.id, erasureHolds.by))
    .orderBy(desc(erasureHolds.at), asc(inquiries.id))
    .limit(most)

/** Why a case is kept, or null. */
export async function keptFor(db: Reader, inquiryId: string): Promise<{ reason: string; at: Date } | null> {
  const [row] = await db.select({ reason: erasureHolds.reason, at: erasureHolds.at }).from(erasureHolds).where(eq(erasureHolds.inquiryId, inquiryId))
  return row ?? null
}

/** What was asked for and what was done, where either was. */
export async function erasureOf(db: Reader, inquiryId: string): Promise<{ ticket: string; askedAt: Date | null; erasedAt: Date | null } | null> {
  const [row] = await db
    .select({ ticket: inquiries.ticket, askedAt: inquiries.erasureAskedAt, erasedAt: inquiries.erasedAt })
    .from(inquiries)
    .where(and(eq(inquiries.id, inquiryId), or(isNotNull(inquiries.erasedAt), isNotNull(inquiries.erasureAskedAt))))
  return row ?? null
}
