import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { approaches, deskTasks, inquiries } from '#db/schema/inquiries.ts'
import { jobs } from '#db/schema/platform.ts'
import { now } from '#app/platform/clock.ts'
import { schedule } from '#app/platform/jobs.server.ts'
import { subjectOf, type Moved } from './moving.server.ts'
import { closeWithCase } from './needs/ending.server.ts'
import { aliveStages, openStages } from './stages.ts'
import { dueOf, dueOfApproach, timersOf, type TimedCase } from './timing.ts'

/** What decides when a case is due. */
export async function readTimedCase(db: Reader, id: string) {
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  if (!inquiry) return null
  return {
    ...inquiry,
    approaches: await db.select().from(approaches).where(and(eq(approaches.inquiryId, id), inArray(approaches.stage, [...aliveStages]))),
    tasks: await db.select().from(deskTasks).where(and(eq(deskTasks.inquiryId, id), isNull(deskTasks.doneAt))),
  } satisfies TimedCase
}
const sameMoment = (one: Date | null, other: Date | null | undefined) => one?.getTime() === other?.getTime()

/**
 * Sets the timers and due dates of a case anew, from what it is now: those of a stage already left are taken out in the
 * transaction that left it.
 */
export async function retime(tx: Writer, inquiryId: string): Promise<void> {
  const timed = await readTimedCase(tx, inquiryId)
  if (!timed) return
  const due = dueOf(timed)
  if (!sameMoment(timed.dueAt, due?.at) || timed.dueWhat !== (due?.what ?? null) || timed.waitsFor !== (due?.from ?? null)) {
    await tx.update(inquiries).set({ dueAt: due?.at ?? null, dueWhat: due?.what ?? null, waitsFor: due?.from ?? null }).where(eq(inquiries.id, inquiryId)).returning()
  }
  for (const approach of timed.approaches) {
    const dueAt = timed.stage === 'on-hold' ? null : dueOfApproach(approach, timed.office)
    if (!sameMoment(approach.dueAt, dueAt)) await tx.update(approaches).set({ dueAt }).where(eq(approaches.id, approach.id)).returning()
  }
  const wanted = new Map(timersOf(timed).map((timer) => [timer.key, timer]))
  const subject = subjectOf(inquiryId)
  const waitingJobs = await tx.select({ id: jobs.id, key: jobs.key, dueAt: jobs.dueAt }).from(jobs).where(eq(jobs.subject, subject))
  // A job that moves is a new row: whoever runs the old one just now cannot end the new one.
  const stale = waitingJobs.filter(({ key, dueAt }) => wanted.get(key)?.at.getTime() !== dueAt.getTime())
  if (stale.length > 0) await tx.delete(jobs).where(inArray(jobs.id, stale.map(({ id }) => id)))
  for (const { key } of waitingJobs.filter((job) => !stale.includes(job))) wanted.delete(key)
  for (const timer of wanted.values()) await schedule(tx, 'inquiry-timer', timer.key, timer.at, { inquiry: inquiryId }, subject)
}

/** The end of every move: what is due now, and nothing of before. */
export async function settled(tx: Writer, inquiryId: string): Promise<Moved> {
  await closeWithCase(tx, inquiryId)
  await retime(tx, inquiryId)
  return { ok: true }
}

/** Begins the count of the present stage anew: there was a sign of life. */
export async function countAnew(tx: Writer, approachId: string): Promise<void> {
  const [approach] = await tx.update(approaches).set({ countedFrom: now(), reminded: 0 }).where(eq(approaches.id, approachId)).returning()
  await tx.update(inquiries).set({ escalatedAt: null }).where(eq(inquiries.id, approach?.inquiryId ?? '')).returning()
}

/** Open cases whose due date nobody has set: those from before there were timers. */
export async function untimedCases(db: Reader, most: number): Promise<string[]> {
  const rows = await db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(isNull(inquiries.dueAt), inArray(inquiries.stage, [...openStages])))
    .limit(most)
  return rows.map((row) => row.id)
}
