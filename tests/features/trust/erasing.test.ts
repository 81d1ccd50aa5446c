import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, like } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { dumpTables } from '#db/dump.ts'
import { db, snapshot, transact } from '#db/index.ts'
import { approaches, consents, inquiries, inquiryContacts, inquiryFiles, inquiryMessages, provisions, recognisedContacts } from '#db/schema/inquiries.ts'
import { files } from '#db/schema/catalogue.ts'
import { jobs, ledger, outbox } from '#db/schema/platform.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, askBack, replyAsBuyer } from '#app/features/inquiries/answering.server.ts'
import { addNote, askForMore, forwardInquiry, resumeInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { closeInquiry } from '#app/features/inquiries/concluding.server.ts'
import { receiveFile, judgeAttachment } from '#app/features/inquiries/conversation/files.server.ts'
import { relayMessage, translateMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { eraseAtRequest, keepCase, letGo } from '#app/features/inquiries/erasing/asked.server.ts'
import { eraseCase } from '#app/features/inquiries/erasing/erasing.server.ts'
import { casesWith } from '#app/features/inquiries/inbox/words.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { recogniseContact } from '#app/features/inquiries/recognising.server.ts'
import { reopenInquiry } from '#app/features/inquiries/reopening.server.ts'
import { openTask, logAttempt, tasksOf } from '#app/features/inquiries/tasks.server.ts'
import { readNumbers } from '#app/features/insights/brokering-numbers.server.ts'
import { now } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { loader as receiptPage } from '#app/routes/receipts/show.tsx'
import { action as withdraw } from '#app/routes/receipts/withdrawal.tsx'
import { slowWorkers, workers } from '#app/workers.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { agreedByBoth, delivered, filledForm, opened, sentTo, stageOfInquiry } from '../../support/inquiries.ts'
import { letters } from '../../support/letters.ts'
import { manager, secretary } from '../../support/people.ts'

const whole = { from: '2000-01-01', to: '2099-12-31', office: null }
let clerk: Secretary
let boss: Manager

beforeAll(async () => {
  clerk = await secretary()
  boss = await manager()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
})
afterEach(() => setClock(0))

const MARK = 'zzmarkq7'
const marked = filledForm.bind(null, {
  organisation: `华北${MARK}动力设备`, person: `${MARK}ovskaya`, address: `${MARK}@plant.example`, message: `想了解余热回收设备 ${MARK} 的效果。`,
  site: `${MARK} site`, process: `${MARK} process`, presentData: `${MARK} data`, goal: `${MARK} goal`,
})
const must = (moved: { ok: boolean }) => expect(moved).toEqual({ ok: true })
const run = async () => {
  while ((await runDueJobs(workers)) + (await runDueJobs(slowWorkers)) > 0);
}

/** Everything that is stored anywhere, as text: a dump of all tables, every file, and what letters say. */
async function foundIn(): Promise<string[]> {
  const found: string[] = []
  const folder = join(process.env.DATA_DIR!, '..', `dump-${crypto.randomUUID()}`)
  await snapshot((moment) => dumpTables(moment, folder))
  const has = (bytes: Buffer | string) => bytes.toString().toLowerCase().includes(MARK)
  for (const name of readdirSync(folder)) if (has(readFileSync(join(folder, name)))) found.push(name)
  for (const entry of readdirSync(process.env.DATA_DIR!, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && has(readFileSync(join(entry.parentPath, entry.name)))) found.push(entry.name)
  }
  for (const letter of await letters(process.env.DATA_DIR!)) if (has(JSON.stringify([letter.subject, letter.text, letter.html, letter.to]))) found.push(`letter: ${letter.subject}`)
  return found
}

/** A case in which the mark stands wherever words can stand. */
async function markedCase() {
  const form = marked()
  const { id, token, ticket } = await opened(['heat'], { form })
  await transact((tx) => recogniseContact(tx, boss, { channel: 'email', address: form.address, name: `${MARK} 商会` }))
  must(await transact((tx) => takeInquiry(tx, clerk, id)))
  must(await transact((tx) => askForMore(tx, clerk, id, `请补充：${MARK} 的温度？`)))
  must(await transact((tx) => replyAsBuyer(tx, id, `温度为200度 ${MARK}`)))
  if ((await stageOfInquiry(id)) === 'needs-info') must(await transact((tx) => resumeInquiry(tx, clerk, id, null)))
  must(await transact((tx) => forwardInquiry(tx, clerk, id, { companyId: 'alpha', question: `熱回収 ${MARK} のお尋ねです。` , override: null })))
  const [approach] = await db.select().from(approaches).where(eq(approaches.inquiryId, id))
  must(await transact((tx) => askBack(tx, approach!.id, `流量は？ ${MARK}`)))
  const asked = await db.select().from(inquiryMessages).where(and(eq(inquiryMessages.inquiryId, id), eq(inquiryMessages.author, 'firm')))
  must(await transact((tx) => translateMessage(tx, clerk, id, asked[0]!.id, `流量是多少？ ${MARK}`)))
  await transact((tx) => relayMessage(tx, clerk, approach!.id, { to: 'buyer', body: `流量是多少？${MARK} `, original: null, files: [] }))
  await transact((tx) => addNote(tx, clerk, id, `メモ ${MARK}`))
  const path = join(process.env.DATA_DIR!, 'arrival')
  mkdirSync(path, { recursive: true })
  const bytes = `%PDF-1.4\n% ${MARK}\ntrailer<<>>\n%%EOF\n`
  writeFileSync(join(path, 'upload'), bytes)
  const judged = await judgeAttachment({ path: join(path, 'upload'), folder: path, size: bytes.length, name: `${MARK}.pdf` })
  if (!judged.ok) throw new Error(judged.reason)
  must(await transact((tx) => receiveFile(tx, { inquiryId: id, approachId: null, author: 'buyer', authorId: null }, judged, `${MARK}.pdf`)))
  await transact((tx) => openTask(tx, { id, office: null }, 'tell-buyer', 'inquiry-question'))
  const [task] = await tasksOf(db, id)
  must(await transact((tx) => logAttempt(tx, clerk, task!.id, { channel: 'phone', at: now(), reached: false, note: `留守電 ${MARK}` })))
  await run()
  return { id, token, ticket, approach: approach!.id }
}

test('after a buyer’s one click nothing of them is found anywhere, and the numbers are the same', async () => {
  const { id, token, ticket } = await markedCase()
  const before = await foundIn()
  for (const table of ['inquiries', 'inquiry_contacts', 'inquiry_messages', 'inquiry_files', 'task_attempts', 'approaches', 'outbox', 'recognised_contacts']) expect(before, table).toContain(`${table}.jsonl`)
  expect(before.filter((name) => name.endsWith('.eml') || name.startsWith('letter')).length).toBeGreaterThan(0)
  const search = casesWith(db, MARK)!
  expect(await db.$count(inquiries, search)).toBe(1)

  const answer = (await withdraw({ request: new Request('http://127.0.0.1/', { method: 'POST' }), params: { locale: 'zh', token }, context: {} } as never)) as Response
  expect(answer.status).toBe(302)
  const counted = JSON.stringify(await readNumbers(db, whole))
  const kept = await db.select({ verb: ledger.verb }).from(ledger).where(eq(ledger.subject, `inquiry:${id}`))
  await run()
  expect(await foundIn()).toEqual([])
  expect(await db.$count(inquiries, search)).toBe(0)
  expect(JSON.stringify(await readNumbers(db, whole))).toBe(counted)

  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  expect(row).toMatchObject({ ticket, stage: 'withdrawn', kind: 'interest', organisationKind: 'enterprise', message: '', site: null })
  expect(kept.map((event) => event.verb)).toEqual(expect.arrayContaining(['opened', 'taken', 'forwarded', 'withdrawn', 'erasure-asked', 'erased']))
  const proofs = await db.select().from(consents).where(eq(consents.subject, `inquiry:${id}`))
  expect(proofs.map(({ textHash, withdrawnAt }) => [textHash.length, withdrawnAt !== null])).toEqual([[64, true], [64, true]])
  expect(await db.$count(files)).toBe(0)
  const page = await receiptPage({ request: new Request('http://127.0.0.1/'), params: { locale: 'zh', token }, context: {} } as never)
  expect(page).toEqual({ erasure: { ticket, askedAt: expect.any(Date), erasedAt: expect.any(Date) }, ticket })
})

test('the firm hears that the matter is closed, and no more', async () => {
  const { approach } = await markedCase()
  const [{ inquiryId } = { inquiryId: '' }] = await db.select().from(approaches).where(eq(approaches.id, approach))
  must(await transact((tx) => eraseAtRequest(tx, inquiryId, { clerk, how: 'wechat' })))
  const toFirm = sentTo(await delivered(), 'alpha-person@firm.example')
  await run()
  expect(toFirm.at(-1)).toMatchObject({ link: null })
  expect(toFirm.at(-1)!.text).not.toContain('秘密')
  expect(await foundIn()).toEqual([])
  const [event] = await db.select().from(ledger).where(and(eq(ledger.subject, `inquiry:${inquiryId}`), eq(ledger.verb, 'erasure-asked')))
  expect(event).toMatchObject({ actor: clerk.id, codes: { proxy: true, how: 'wechat' } })
})

test('what the law wants kept stays: which fields went to whom, without them', async () => {
  const { id, approach, ticket } = await agreedByBoth(clerk, ['heat'], 'alpha', { form: marked() })
  must(await transact((tx) => introduce(tx, clerk, approach, { exportControl: false })))
  await run()
  must(await transact((tx) => eraseAtRequest(tx, id)))
  await run()
  expect(await foundIn()).toEqual([])
  expect(await db.$count(provisions, eq(provisions.ticket, ticket))).toBe(2)
})

test('a case is erased once, never while it is open, and is not opened again', async () => {
  const { id } = await opened(['heat'])
  expect(await transact((tx) => eraseCase(tx, id, 'system', 'time'))).toBe(false)
  must(await transact((tx) => eraseAtRequest(tx, id)))
  expect(await transact((tx) => eraseAtRequest(tx, id))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => eraseCase(tx, id, 'system', 'time'))).toBe(false)
  expect(await transact((tx) => reopenInquiry(tx, clerk, id, { reason: 'buyer-asks', atBuyersRequest: true, body: '重新办理。' }))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await db.$count(ledger, and(eq(ledger.subject, `inquiry:${id}`), eq(ledger.verb, 'erased')))).toBe(1)
})

test('a letter that waits is not sent any more, and no retry remembers its address', async () => {
  const { id } = await opened(['heat'], { form: marked() })
  must(await transact((tx) => eraseAtRequest(tx, id)))
  const [receipt] = await db.select().from(outbox).where(and(eq(outbox.subject, `inquiry:${id}`), eq(outbox.kind, 'inquiry-receipt')))
  expect(receipt).toMatchObject({ recipient: '@plant.example', payload: {} })
  expect(await db.$count(jobs, like(jobs.key, `letter:${receipt!.id}`))).toBe(0)
  await run()
  expect((await letters(process.env.DATA_DIR!)).some((letter) => letter.to?.some((to) => to.address?.startsWith(MARK)))).toBe(false)
})

test('a case kept for a dispute ends at the buyer’s request and is erased when the dispute is over', async () => {
  const { id, token, ticket } = await opened(['heat'], { form: marked() })
  expect(await transact((tx) => keepCase(tx, boss, id, '引き合わせの経過に争い'))).toBe(true)
  expect(await transact((tx) => keepCase(tx, boss, id, 'もう一度'))).toBe(false)
  must(await transact((tx) => eraseAtRequest(tx, id)))
  expect(await stageOfInquiry(id)).toBe('withdrawn')
  const [contact] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, id))
  expect(contact!.person).toContain(MARK)
  const page = await receiptPage({ request: new Request('http://127.0.0.1/'), params: { locale: 'zh', token }, context: {} } as never)
  expect(page).toEqual({ erasure: { ticket, askedAt: expect.any(Date), erasedAt: null }, ticket })
  expect(await transact((tx) => letGo(tx, boss, id))).toBe(true)
  await run()
  expect(await foundIn()).toEqual([])
})

test('what others hold on to stays: the same file in another case, the same intermediary', async () => {
  const form = filledForm({ address: 'twice@plant.example', message: '第一件：想了解余热回收设备。' })
  const one = await opened(['heat'], { form })
  const two = await opened(['heat'], { form: { ...form, message: '第二件：想了解污泥干化设备。' } })
  await transact((tx) => recogniseContact(tx, boss, { channel: 'email', address: form.address, name: '商会' }))
  const path = join(process.env.DATA_DIR!, 'shared')
  for (const id of [one.id, two.id]) {
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'upload'), '%PDF-1.4\n% shared\ntrailer<<>>\n%%EOF\n')
    const judged = await judgeAttachment({ path: join(path, 'upload'), folder: path, size: 38, name: '図面.pdf' })
    if (!judged.ok) throw new Error(judged.reason)
    must(await transact((tx) => receiveFile(tx, { inquiryId: id, approachId: null, author: 'buyer', authorId: null }, judged, '図面.pdf')))
  }
  must(await transact((tx) => eraseAtRequest(tx, one.id)))
  await run()
  expect(await db.$count(recognisedContacts)).toBe(1)
  const [left] = await db.select().from(inquiryFiles).where(eq(inquiryFiles.inquiryId, two.id))
  expect(await db.$count(files, eq(files.hash, left!.hash))).toBe(1)
  await transact((tx) => takeInquiry(tx, clerk, two.id))
  must(await transact((tx) => closeInquiry(tx, clerk, two.id, { reason: 'no-match', body: '没有合适的企业。' })))
  must(await transact((tx) => eraseAtRequest(tx, two.id)))
  await run()
  expect(await db.$count(recognisedContacts)).toBe(0)
  expect(await db.$count(files, eq(files.hash, left!.hash))).toBe(0)
})

test('interest that a firm has shown is gone, too', async () => {
  const { id, approach } = await markedCase()
  must(await transact((tx) => answerInterested(tx, approach, `対応できます。${MARK}`, 'firm')))
  must(await transact((tx) => eraseAtRequest(tx, id)))
  await run()
  expect(await foundIn()).toEqual([])
})
