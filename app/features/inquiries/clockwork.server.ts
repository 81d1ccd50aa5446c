import { eq } from 'drizzle-orm'
import { db, transact, type Writer } from '#db/index.ts'
import { approaches, deskTasks, inquiries } from '#db/schema/inquiries.ts'
import { jobs } from '#db/schema/platform.ts'
import { days, now } from '#app/platform/clock.ts'
import { schedule, type Job } from '#app/platform/jobs.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { lapseInquiry } from './concluding.server.ts'
import { returnCase } from './holding.server.ts'
import { holdInquiry, recordCase, subjectOf, type Inquiry } from './moving.server.ts'
import { openTask } from './tasks.server.ts'
import { recipientOfNews } from './telling.server.ts'
import { readTimedCase, retime, untimedCases } from './timing.server.ts'
import { timersOf, type Timer } from './timing.ts'
import { escalate } from './transferring.server.ts'

/**
 * The worker for the timers of cases. Whether a timer still counts is asked of the case itself, in the transaction that
 * does its work and takes its job away: however often and by however many servers it is run, it happens once.
 */
export async function runTimer(job: Job): Promise<void> {
  await transact(async (tx) => {
    const id = job.payload.inquiry ?? ''
    const inquiry = await holdInquiry(tx, id)
    const timed = inquiry && (await readTimedCase(tx, id))
    const timer = timed && timersOf(timed).find((one) => one.key === job.key && one.at <= now())
    await tx.delete(jobs).where(eq(jobs.id, job.id)).returning()
    if (timer) await strike(tx, inquiry, timer)
    await retime(tx, id)
  })
}

async function strike(tx: Writer, inquiry: Inquiry, timer: Timer): Promise<void> {
  if (timer.kind === 'return') return void (await returnCase(tx, inquiry.id, 'system'))
  if (timer.kind === 'lapse') {
    const locale = isLocale(inquiry.locale) ? inquiry.locale : 'zh'
    return void (await lapseInquiry(tx, inquiry.id, i18nOf[locale].t('casework:ready.lapsed')))
  }
  await countReminder(tx, timer)
  const codes = { what: timer.what, n: String(timer.n), of: timer.id }
  if (timer.kind === 'escalate') return escalate(tx, inquiry, null, codes)
  if (timer.kind === 'phone-firm') await openTask(tx, inquiry, 'phone-firm', 'approach-question', timer.id)
  await recordCase(tx, inquiry.id, 'system', 'reminded', codes)
  const { email, locale } = await recipientOfNews(tx, inquiry)
  await queueLetter(tx, { kind: 'inquiry-reminder', subject: subjectOf(inquiry.id), recipient: email, locale, payload: { inquiry: inquiry.id, why: timer.kind, ...codes } })
}

async function countReminder(tx: Writer, { of, id, n }: Timer): Promise<void> {
  const reminded = n + 1
  if (of === 'inquiry') await tx.update(inquiries).set({ reminded }).where(eq(inquiries.id, id)).returning()
  else if (of === 'approach') await tx.update(approaches).set({ reminded }).where(eq(approaches.id, id)).returning()
  else await tx.update(deskTasks).set({ reminded }).where(eq(deskTasks.id, id)).returning()
}

const SWEEP = 'inquiry-sweep'

/** Once a day: cases from before there were timers get theirs. */
export async function sweepCases(): Promise<Date> {
  for (const id of await untimedCases(db, 500)) await transact((tx) => retime(tx, id))
  return new Date(now().getTime() + days(1))
}

/** Begins the daily round, when the server starts. */
export const beginSweeping = () => transact((tx) => schedule(tx, SWEEP, SWEEP))
