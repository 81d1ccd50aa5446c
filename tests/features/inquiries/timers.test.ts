import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { approaches, consents, deskTasks, inquiries, inquiryContacts } from '#db/schema/inquiries.ts'
import { jobs, ledger, outbox, privateLinks } from '#db/schema/platform.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, declineApproach, replyAsBuyer } from '#app/features/inquiries/answering.server.ts'
import { askForMore, forwardInquiry, logProgress, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { momentAt } from '#app/features/inquiries/calendar/working-days.ts'
import { closeInquiry, markDialogue, withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { holdCase } from '#app/features/inquiries/holding.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { addressKey, openInquiry } from '#app/features/inquiries/opening.server.ts'
import { forgetRecognised, recogniseContact } from '#app/features/inquiries/recognising.server.ts'
import { renewReceipt } from '#app/features/inquiries/renewing.server.ts'
import { reopenInquiry } from '#app/features/inquiries/reopening.server.ts'
import { logAttempt } from '#app/features/inquiries/tasks.server.ts'
import { transferInquiry } from '#app/features/inquiries/transferring.server.ts'
import { viewTaskContact } from '#app/features/inquiries/viewing.server.ts'
import { now } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { workers } from '#app/workers.server.ts'
import { setClock } from '../../support/clock.ts'
import { manager, secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, approachesOfInquiry, filledForm, forwarded, opened, queued, stageOfInquiry } from '../../support/inquiries.ts'

let clerk: Secretary
let boss: Manager
const quiet = { ...workers, letter: async () => undefined }
const wechat = (address: string) => filledForm({ channel: 'wechat', address })

beforeAll(async () => {
  clerk = await secretary()
  boss = await manager()
  await listedCompany('alpha')
  await listedCompany('beta')
  await listedTechnology('heat', 'alpha')
})
afterEach(async () => {
  await transact((tx) => tx.delete(jobs).where(eq(jobs.kind, 'inquiry-timer')).returning())
  setClock(0)
})

/** The clock of the office, by day and hour; what is due by then is done. */
async function clock(day: string, time = '12:00', country: 'JP' | 'CN' = 'JP'): Promise<void> {
  setClock(momentAt(day, time, country)!.getTime() - Date.now())
  await runDueJobs(quiet)
}
const reminders = async (id: string) => (await queued(id, 'inquiry-reminder')).map(({ payload, recipient }) => [payload.why, payload.what ?? payload.reason, recipient.split('@')[0]])
const timersOfCase = (id: string) => db.select().from(jobs).where(eq(jobs.subject, subjectOf(id)))
const tasksOpen = async (id: string) => (await db.select().from(deskTasks).where(eq(deskTasks.inquiryId, id))).filter((task) => !task.doneAt)

test('nobody takes a case: the office after two working days, the manager after four, not counting Golden Week', async () => {
  await clock('2026-05-01')
  const { id } = await opened(['heat'])
  await clock('2026-05-07', '18:00')
  expect(await reminders(id)).toEqual([])
  await clock('2026-05-08', '13:00')
  expect(await reminders(id)).toEqual([['remind', 'received', 'office']])
  await clock('2026-05-12', '13:00')
  expect(await reminders(id)).toEqual([['remind', 'received', 'office'], ['escalated', 'received', 'manager']])
  expect(await timersOfCase(id)).toEqual([])
})

test('an office in China counts its own days: National Day, and the Saturday worked for it', async () => {
  await clock('2026-09-29', '10:00', 'CN')
  const { id } = await opened(['heat'])
  await transact((tx) => transferInquiry(tx, clerk, id, { ownerId: clerk.id, office: 'beijing', note: null }))
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  // 9-30, 10-8, 10-9 and the worked Saturday 10-10
  expect(row).toMatchObject({ stage: 'checking', ownerId: clerk.id, waitsFor: 'office', dueWhat: 'checking' })
  expect(row!.dueAt!.toISOString().slice(0, 10)).toBe('2026-10-10')
  await clock('2026-10-09', '23:00', 'CN')
  expect(await reminders(id)).toEqual([])
  await clock('2026-10-10', '11:00', 'CN')
  expect(await reminders(id)).toEqual([['remind', 'checking', 'secretary']])
})

test('a firm that does not answer: the owner, a task to ring it up, the manager; its answer ends all of it', async () => {
  await clock('2026-06-01')
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await clock('2026-06-08', '13:00')
  await clock('2026-06-15', '13:00')
  expect((await tasksOpen(id)).map((task) => [task.kind, task.approachId])).toEqual([['phone-firm', approach]])
  const [task] = await tasksOpen(id)
  expect((await transact((tx) => viewTaskContact(tx, clerk, task!)))).toMatchObject({ contact: null, firms: [{ phone: '03-5511-2266' }] })
  await clock('2026-06-29', '13:00')
  expect((await reminders(id)).filter(([, what]) => what === 'forwarded')).toEqual([['remind', 'forwarded', 'secretary'], ['phone-firm', 'forwarded', 'secretary'], ['escalated', 'forwarded', 'manager']])
  await transact((tx) => answerInterested(tx, approach, '対応できます。', clerk))
  expect(await tasksOpen(id)).toEqual([])
  expect((await timersOfCase(id)).map((job) => job.key)).toEqual([`approach:${approach}:interested:0`])
})

test('a buyer with e-mail who does not answer is out after 21 working days, and told so', async () => {
  await clock('2026-06-01')
  const { id } = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, id))
  await transact((tx) => askForMore(tx, clerk, id, '请问规模？'))
  await clock('2026-06-10', '13:00')
  expect(await reminders(id)).toEqual([['remind', 'needs-info', 'secretary']])
  await clock('2026-06-29', '13:00')
  expect(await stageOfInquiry(id)).toBe('needs-info')
  await clock('2026-06-30', '13:00')
  expect(await stageOfInquiry(id)).toBe('lapsed')
  expect((await queued(id, 'inquiry-ended')).length).toBe(1)
  expect((await queued(id, 'inquiry-news')).map((letter) => letter.payload.news)).toEqual(['received', 'lapsed'])
})

test('a buyer without e-mail lapses only from a logged attempt on', async () => {
  await clock('2026-06-01')
  const { id } = await opened(['heat'], { form: wechat('wx_lapse_1') })
  await transact((tx) => takeInquiry(tx, clerk, id))
  await transact((tx) => askForMore(tx, clerk, id, '请问规模？'))
  const [task] = await tasksOpen(id)
  expect(task).toMatchObject({ kind: 'tell-buyer', about: 'inquiry-question' })
  await clock('2026-08-03', '13:00')
  expect(await stageOfInquiry(id)).toBe('needs-info')
  expect((await reminders(id)).map(([why, what]) => `${why} ${what}`)).toEqual(expect.arrayContaining(['remind needs-info', 'remind tell-buyer', 'escalated tell-buyer']))
  await transact((tx) => logAttempt(tx, clerk, task!.id, { channel: 'wechat', at: now(), reached: false, note: null }))
  expect((await tasksOpen(id)).length).toBe(1)
  await clock('2026-09-01', '18:00')
  expect(await stageOfInquiry(id)).toBe('needs-info')
  await clock('2026-09-02', '18:00')
  expect(await stageOfInquiry(id)).toBe('lapsed')
  expect((await tasksOpen(id)).map((one) => one.about)).toEqual(['inquiry-ended'])
})

test('silence after an introduction: the owner after 10 and every 30, the manager after 90; a sign of life counts anew', async () => {
  await clock('2026-01-05')
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: true }))
  await transact((tx) => markDialogue(tx, 'firm', approach))
  for (const day of ['2026-02-18', '2026-04-03']) await clock(day, '13:00')
  expect((await reminders(id)).map(([why]) => why)).toEqual(['remind', 'remind'])
  await transact((tx) => logProgress(tx, clerk, approach, '面談あり'))
  await clock('2026-05-21', '18:00')
  await clock('2026-08-14', '18:00')
  expect((await reminders(id)).map(([why]) => why)).toEqual(['remind', 'remind', 'remind', 'remind'])
  await clock('2026-08-17', '18:00')
  expect((await reminders(id)).map(([why]) => why)).toEqual(['remind', 'remind', 'remind', 'remind', 'escalated'])
})

test('a held case reminds nobody, takes in what arrives, and returns by itself', async () => {
  await clock('2026-06-01')
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  const hold = (until: string) => transact((tx) => holdCase(tx, clerk, id, { reason: 'budget', until, note: null }))
  expect(await hold('2026-06-01')).toEqual({ ok: false, reason: 'not-ahead' })
  expect(await hold('2026-07-01')).toEqual({ ok: true })
  expect((await timersOfCase(id)).map((job) => job.key)).toEqual([`inquiry:${id}:on-hold:0`])
  expect(await transact((tx) => forwardInquiry(tx, clerk, id, { companyId: 'beta', question: 'お尋ねします。' }))).toMatchObject({ ok: false })
  await clock('2026-06-20')
  await transact((tx) => declineApproach(tx, approach, { reason: 'capacity', body: null }, 'firm'))
  expect(await stageOfInquiry(id)).toBe('on-hold')
  await clock('2026-07-01', '08:59')
  expect(await stageOfInquiry(id)).toBe('on-hold')
  await clock('2026-07-01', '09:01')
  expect(await stageOfInquiry(id)).toBe('checking')
  expect((await queued(id, 'inquiry-news')).map((letter) => letter.payload.news)).toEqual(['received', 'declined', 'returned'])
  expect(await reminders(id)).toEqual([])
})

test('a question answered during a hold leads to checking; unanswered, its days go on afterwards', async () => {
  await clock('2026-06-01')
  const asked = async () => {
    const { id } = await opened(['heat'])
    await transact((tx) => takeInquiry(tx, clerk, id))
    await transact((tx) => askForMore(tx, clerk, id, '请问规模？'))
    await transact((tx) => holdCase(tx, clerk, id, { reason: 'budget', until: '2026-06-22', note: null }))
    return id
  }
  const [answered, silent] = [await asked(), await asked()]
  await transact((tx) => replyAsBuyer(tx, answered, '100吨。'))
  await clock('2026-06-22', '13:00')
  expect([await stageOfInquiry(answered), await stageOfInquiry(silent)]).toEqual(['checking', 'needs-info'])
  await clock('2026-06-29', '13:00')
  expect(await reminders(silent)).toEqual([])
  await clock('2026-07-02', '13:00')
  expect(await reminders(silent)).toEqual([['remind', 'needs-info', 'secretary']])
})

test('two runners at once strike a timer once', async () => {
  await clock('2026-06-01')
  const { id } = await opened(['heat'])
  setClock(momentAt('2026-06-03', '13:00', 'JP')!.getTime() - Date.now())
  const [job] = await timersOfCase(id)
  await Promise.all([workers['inquiry-timer']!(job!), workers['inquiry-timer']!(job!), runDueJobs(quiet)])
  expect(await reminders(id)).toEqual([['remind', 'received', 'office']])
})

test('a reopened case forgets what firms had said, and may ask them again; a withdrawn one only when the buyer asks', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => closeInquiry(tx, clerk, id, { reason: 'no-answer', body: '企业没有答复。' }))
  const reopen = (atBuyersRequest: boolean) => transact((tx) => reopenInquiry(tx, clerk, id, { reason: 'late-answer', atBuyersRequest, body: `恢复办理${atBuyersRequest}` }))
  expect(await reopen(false)).toEqual({ ok: true })
  expect(await stageOfInquiry(id)).toBe('checking')
  await transact((tx) => forwardInquiry(tx, clerk, id, { companyId: 'alpha', question: '再びお尋ねします。' }))
  expect((await approachesOfInquiry(id)).map((one) => [one.id, one.stage, one.question])).toEqual([[approach, 'forwarded', '再びお尋ねします。']])
  await transact((tx) => declineApproach(tx, approach, { reason: 'capacity', body: null }, 'firm'))
  expect(await stageOfInquiry(id)).toBe('checking')
  await transact((tx) => withdrawInquiry(tx, id, clerk))
  expect(await reopen(false)).toEqual({ ok: false, reason: 'not-requested' })
  expect(await reopen(true)).toEqual({ ok: true })
})

test('after both have agreed, the firm’s contact goes to a buyer without e-mail by a task for staff', async () => {
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha', { form: wechat('wx_pass_1') })
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: true }))
  const [task] = (await tasksOpen(id)).filter((one) => one.kind === 'pass-contact')
  const seen = await transact((tx) => viewTaskContact(tx, clerk, task!))
  expect(seen).toMatchObject({ contact: { address: 'wx_pass_1' }, firms: [{ email: 'alpha-person@firm.example' }] })
  await transact((tx) => tx.update(approaches).set({ buyerConsentAt: null }).where(eq(approaches.id, approach)).returning())
  expect((await transact((tx) => viewTaskContact(tx, clerk, task!))).firms).toEqual([])
})

test('an inquiry taken down by the office says where it came from and how the buyer agreed', async () => {
  const { id } = await opened(['heat'], { form: wechat('wx_fair_1'), spoken: { clerk, how: 'meeting', at: now(), origin: 'fair' } })
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  expect(row).toMatchObject({ origin: 'fair', stage: 'received', ownerId: null })
  expect((await db.select().from(consents).where(eq(consents.subject, subjectOf(id)))).map((one) => [one.purpose, one.how, one.takenBy])).toEqual([['processing', 'meeting', clerk.id], ['transfer', 'meeting', clerk.id]])
  expect((await tasksOpen(id)).map((task) => task.about)).toEqual(['inquiry-receipt'])
  expect((await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))).map((row) => [row.actor, row.verb])).toEqual([[clerk.id, 'opened'], ['system', 'task-opened']])
})

test('a recognised intermediary has no limit of open inquiries', async () => {
  const open = (n: number) =>
    transact((tx) => openInquiry(tx, { locale: 'zh', form: filledForm({ channel: 'phone', address: '13700001111', message: `第${n}位客户的问题，请介绍。` }), technologies: ['heat'], submissionKey: crypto.randomUUID(), held: false }))
  for (let n = 0; n < 5; n++) expect(await open(n)).toMatchObject({ ok: true })
  expect(await open(5)).toEqual({ ok: false, reason: 'too-many-open' })
  await transact((tx) => recogniseContact(tx, boss, { channel: 'wechat', address: '+86 137 0000 1111', name: '样例商社' }))
  expect(await open(6)).toMatchObject({ ok: true })
  await transact((tx) => forgetRecognised(tx, boss, addressKey('phone', '13700001111')))
  expect(await open(7)).toEqual({ ok: false, reason: 'too-many-open' })
})

test('a lost receipt is issued anew only where ticket and contact belong together', async () => {
  const { id, ticket, token } = await opened(['heat'], { form: wechat('wx_lost_1') })
  const renew = (given: { ticket?: string; address?: string }) => transact((tx) => renewReceipt(tx, clerk, { ticket, channel: 'wechat', address: 'wx_lost_1', ...given }))
  expect(await renew({ address: 'wx_lost_2' })).toBeNull()
  expect(await renew({ ticket: 'DB-2026-9999' })).toBeNull()
  const renewed = await renew({})
  expect(await readLink(db, 'receipt', token)).toBeNull()
  expect((await readLink(db, 'receipt', renewed!.token))?.subject).toBe(id)
  expect((await db.select().from(privateLinks).where(and(eq(privateLinks.subject, id), eq(privateLinks.purpose, 'receipt')))).map((link) => link.generation)).toEqual([2])
  await transact((tx) => tx.update(inquiryContacts).set({ erasedAt: now() }).where(eq(inquiryContacts.inquiryId, id)).returning())
  expect(await renew({})).toBeNull()
  expect((await db.select().from(outbox).where(eq(outbox.subject, subjectOf(id)))).map((letter) => letter.kind)).toEqual(['inquiry-news'])
})
