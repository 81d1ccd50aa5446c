import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts } from '#db/schema/catalogue.ts'
import { approaches, deskTasks, inquiries, taskAttempts } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { addWorkingDays } from './calendar/working-days.ts'
import type { AttemptChannel } from './choices.ts'
import { indexWords } from './inbox/words.server.ts'
import { alreadyMoved, holdInquiry, recordCase, type Inquiry, type Moved } from './moving.server.ts'
import { settled } from './timing.server.ts'
import { TASK_TAKES, type TaskKind } from './timing.ts'

export type DeskTask = typeof deskTasks.$inferSelect
const stillOpen = isNull(deskTasks.doneAt)

/** Opens what only a person can do. What is already asked for stays one task. */
export async function openTask(tx: Writer, inquiry: Pick<Inquiry, 'id' | 'office'>, kind: TaskKind, about: string, approachId: string | null = null): Promise<void> {
  const same = and(eq(deskTasks.inquiryId, inquiry.id), eq(deskTasks.kind, kind), eq(deskTasks.about, about), approachId ? eq(deskTasks.approachId, approachId) : isNull(deskTasks.approachId))
  const [known] = await tx.select({ id: deskTasks.id }).from(deskTasks).where(and(same, stillOpen))
  if (known) return
  const at = now()
  const [task] = await tx
    .insert(deskTasks)
    .values({ kind, inquiryId: inquiry.id, approachId, about, openedAt: at, dueAt: addWorkingDays(at, TASK_TAKES[kind], inquiry.office) })
    .returning()
  await recordCase(tx, inquiry.id, 'system', 'task-opened', { task: task!.id, kind, about, approach: approachId })
}

/** Takes away tasks that the case has overtaken: all of them, those that stand for one letter, or those of one approach. */
export async function dropTasks(tx: Writer, inquiryId: string, which: { about?: string; approachId?: string; kind?: TaskKind } = {}): Promise<void> {
  await tx
    .update(deskTasks)
    .set({ doneAt: now(), doneBy: 'system' })
    .where(
      and(
        eq(deskTasks.inquiryId, inquiryId),
        stillOpen,
        which.about ? eq(deskTasks.about, which.about) : undefined,
        which.kind ? eq(deskTasks.kind, which.kind) : undefined,
        which.approachId ? eq(deskTasks.approachId, which.approachId) : undefined,
      ),
    )
    .returning()
}

export interface Attempt {
  channel: AttemptChannel
  /** when, as the clerk says; never in the future nor before the task */
  at: Date
  reached: boolean
  note: string | null
}

/**
 * Writes down that somebody tried. Reached: the task is done. Otherwise it is due again on the next working day. From the
 * first attempt on, the time counts that a buyer has to answer.
 */
export async function logAttempt(tx: Writer, clerk: Secretary, taskId: string, attempt: Attempt): Promise<Moved> {
  const [known] = await tx.select().from(deskTasks).where(eq(deskTasks.id, taskId))
  const inquiry = known && (await holdInquiry(tx, known.inquiryId))
  if (!inquiry) return alreadyMoved
  const at = new Date(Math.min(now().getTime(), Math.max(attempt.at.getTime(), known.openedAt.getTime())))
  const change = attempt.reached ? { doneAt: now(), doneBy: clerk.id } : { dueAt: addWorkingDays(now(), 1, inquiry.office), reminded: 0 }
  const [task] = await tx.update(deskTasks).set(change).where(and(eq(deskTasks.id, taskId), stillOpen)).returning()
  if (!task) return alreadyMoved
  await tx.insert(taskAttempts).values({ taskId, by: clerk.id, channel: attempt.channel, reached: attempt.reached, at, note: attempt.note })
  if (attempt.note) await indexWords(tx, inquiry.id)
  await recordCase(tx, inquiry.id, clerk.id, attempt.reached ? 'task-done' : 'task-tried', { task: taskId, kind: task.kind, about: task.about, channel: attempt.channel, approach: task.approachId })
  const asks = (inquiry.stage === 'needs-info' || inquiry.heldFrom === 'needs-info') && task.about === 'inquiry-question'
  if (asks && !inquiry.toldAt) await tx.update(inquiries).set({ toldAt: at }).where(eq(inquiries.id, inquiry.id)).returning()
  return settled(tx, inquiry.id)
}

/** The tasks of a case, those still to be done first, each with its attempts. */
export async function tasksOf(db: Reader, inquiryId: string) {
  const tasks = await db.select().from(deskTasks).where(eq(deskTasks.inquiryId, inquiryId)).orderBy(asc(deskTasks.openedAt), asc(deskTasks.id))
  const tried = tasks.length === 0 ? [] : await attemptsOf(db, tasks.map((task) => task.id))
  return tasks
    .map((task) => ({ ...task, attempts: tried.filter((attempt) => attempt.taskId === task.id) }))
    .sort((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null))
}
export type CaseTask = Awaited<ReturnType<typeof tasksOf>>[number]

export const attemptsOf = (db: Reader, taskIds: string[]) =>
  db
    .select({ id: taskAttempts.id, taskId: taskAttempts.taskId, channel: taskAttempts.channel, reached: taskAttempts.reached, at: taskAttempts.at, note: taskAttempts.note, name: users.name })
    .from(taskAttempts)
    .leftJoin(users, eq(users.id, taskAttempts.by))
    .where(inArray(taskAttempts.taskId, taskIds))
    .orderBy(asc(taskAttempts.id))

/** What is to be done by hand in all cases, the longest due first; cases on hold wait for their date. */
export const openTasks = (db: Reader, most: number) =>
  db
    .select({ id: deskTasks.id, kind: deskTasks.kind, about: deskTasks.about, dueAt: deskTasks.dueAt, inquiryId: inquiries.id, ticket: inquiries.ticket, owner: users.name })
    .from(deskTasks)
    .innerJoin(inquiries, eq(inquiries.id, deskTasks.inquiryId))
    .leftJoin(users, eq(users.id, inquiries.ownerId))
    .where(and(stillOpen, ne(inquiries.stage, 'on-hold')))
    .orderBy(asc(deskTasks.dueAt), asc(deskTasks.id))
    .limit(most)

/** One task of a case with its attempts; where a firm is to be rung up, its name and language but no contact. */
export async function readTask(db: Reader, inquiryId: string, taskId: string) {
  const [task] = await db.select().from(deskTasks).where(and(eq(deskTasks.id, taskId), eq(deskTasks.inquiryId, inquiryId)))
  if (!task) return null
  const [firm] = task.approachId
    ? await db
        .select({ ja: companies.nameJa, zh: companies.nameZh, locale: companyContacts.locale })
        .from(approaches)
        .innerJoin(companies, eq(companies.id, approaches.companyId))
        .leftJoin(companyContacts, eq(companyContacts.id, approaches.contactId))
        .where(eq(approaches.id, task.approachId))
    : []
  return { ...task, firm: firm ?? null, attempts: await attemptsOf(db, [task.id]) }
}
export type TaskToDo = NonNullable<Awaited<ReturnType<typeof readTask>>>
