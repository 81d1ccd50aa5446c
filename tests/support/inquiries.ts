import { and, asc, eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import { outbox } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested } from '#app/features/inquiries/answering.server.ts'
import { forwardInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { inquiryForm, type InquiryForm } from '#app/features/inquiries/form.ts'
import { giveConsent, startConsent } from '#app/features/inquiries/introducing.server.ts'
import { openInquiry, type Opening } from '#app/features/inquiries/opening.server.ts'
import { subjectOf, type Moved } from '#app/features/inquiries/moving.server.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { workers } from '#app/workers.server.ts'
import { letters, type CaughtLetter } from './letters.ts'

let n = 0

/** A filled-in form; everybody who fills one in can be recognised wherever they turn up. */
export function filledForm(given: Partial<Record<keyof InquiryForm, string>> = {}): InquiryForm {
  n++
  const typed = {
    kind: 'interest', organisation: `环保公司${n}`, organisationKind: 'enterprise', person: `联系人${n}`, channel: 'email', address: `buyer${n}@plant.example`,
    message: '想了解余热回收设备的投资和节能效果。', processing: 'on', transfer: 'on', ...given,
  }
  return inquiryForm.parse(typed)
}

export async function opened(technologies: string[], given: Partial<Opening> = {}) {
  const form = given.form ?? filledForm(technologies.length > 0 ? {} : { kind: 'need' })
  const result = await transact((tx) => openInquiry(tx, { locale: 'zh', technologies, submissionKey: crypto.randomUUID(), held: false, ...given, form }))
  if (!result.ok) throw new Error(result.reason)
  return { ...result, form }
}

export const stageOfInquiry = async (id: string) => (await db.select({ stage: inquiries.stage }).from(inquiries).where(eq(inquiries.id, id)))[0]!.stage
export const approachesOfInquiry = (id: string) => db.select().from(approaches).where(eq(approaches.inquiryId, id)).orderBy(asc(approaches.createdAt))
export const queued = (id: string, kind: string) => db.select().from(outbox).where(and(eq(outbox.subject, subjectOf(id)), eq(outbox.kind, kind)))

const must = (moved: Moved) => {
  if (!moved.ok) throw new Error(moved.reason)
}

/** An inquiry that was taken and forwarded to one firm. */
export async function forwarded(clerk: Secretary, technologies: string[], companyId: string, given: Partial<Opening> = {}) {
  const inquiry = await opened(technologies, given)
  must(await transact((tx) => takeInquiry(tx, clerk, inquiry.id)))
  must(await transact((tx) => forwardInquiry(tx, clerk, inquiry.id, { companyId, question: '熱回収の効果をお尋ねです。' })))
  const [approach] = await approachesOfInquiry(inquiry.id)
  return { ...inquiry, approach: approach!.id }
}

export async function consenting(clerk: Secretary, technologies: string[], companyId: string, given: Partial<Opening> = {}) {
  const inquiry = await forwarded(clerk, technologies, companyId, given)
  must(await transact((tx) => answerInterested(tx, inquiry.approach, '対応できます。', 'firm')))
  must(await transact((tx) => startConsent(tx, clerk, inquiry.approach)))
  return inquiry
}

export async function agreedByBoth(clerk: Secretary, technologies: string[], companyId: string, given: Partial<Opening> = {}) {
  const inquiry = await consenting(clerk, technologies, companyId, given)
  must(await transact((tx) => giveConsent(tx, inquiry.approach, 'buyer', 'zh')))
  must(await transact((tx) => giveConsent(tx, inquiry.approach, 'firm', 'ja')))
  return inquiry
}

/** Runs the deliverer and reads every letter that was written so far. */
export async function delivered(): Promise<CaughtLetter[]> {
  await runDueJobs(workers)
  return letters(process.env.DATA_DIR!)
}
export const sentTo = (all: CaughtLetter[], address: string) => all.filter((letter) => letter.to?.some((to) => to.address === address))
