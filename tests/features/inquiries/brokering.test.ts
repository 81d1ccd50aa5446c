import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { inquiries, inquiryMessages } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, askBack, declineApproach, replyAsBuyer } from '#app/features/inquiries/answering.server.ts'
import { addNote, askForMore, forwardInquiry, resumeInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { answerInquiry, closeInquiry, concludeApproach, markDialogue, withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, approachesOfInquiry, forwarded, opened, queued, stageOfInquiry } from '../../support/inquiries.ts'

let clerk: Secretary
let other: Secretary
const already = { ok: false, reason: 'already-moved' }
const question = { companyId: 'alpha', question: 'お尋ねします。' }
const verbs = async (id: string) => (await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))).map((row) => row.verb)
const wins = (all: { ok: boolean }[]) => all.filter((one) => one.ok).length
const twenty = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, at) => act(at)))

beforeAll(async () => {
  clerk = await secretary()
  other = await secretary('second@office.example')
  await listedCompany('alpha')
  await listedCompany('beta')
  await listedCompany('silent', { mail: false })
  await listedTechnology('heat', 'alpha')
})

test('of twenty who take a case at once one owns it', async () => {
  const { id } = await opened(['heat'])
  const all = await twenty((at) => transact((tx) => takeInquiry(tx, at % 2 ? clerk : other, id)))
  expect(wins(all)).toBe(1)
  expect(all.filter((one) => !one.ok)[0]).toEqual(already)
  expect(await verbs(id)).toEqual(['opened', 'taken'])
  expect(await stageOfInquiry(id)).toBe('checking')
})

test('twenty forwards at once send one letter, and leave one approach', async () => {
  const { id } = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, id))
  const all = await twenty(() => transact((tx) => forwardInquiry(tx, clerk, id, question)))
  expect(wins(all)).toBe(1)
  expect((await approachesOfInquiry(id)).length).toBe(1)
  expect((await queued(id, 'approach-question')).length).toBe(1)
  expect(await stageOfInquiry(id)).toBe('forwarded')
})

test('a firm without anybody to write to is not asked, and the desk is told', async () => {
  const { id } = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, id))
  expect(await transact((tx) => forwardInquiry(tx, clerk, id, { ...question, companyId: 'silent' }))).toEqual({ ok: false, reason: 'company-unreachable' })
  expect(await stageOfInquiry(id)).toBe('checking')
})

test('nothing is forwarded before somebody took the case', async () => {
  const { id } = await opened(['heat'])
  expect(await transact((tx) => forwardInquiry(tx, clerk, id, question))).toEqual(already)
})

test('the desk asks, the buyer answers on the receipt page, the case goes on', async () => {
  const { id, form } = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, id))
  expect(wins(await twenty(() => transact((tx) => askForMore(tx, clerk, id, '请问烟气温度是多少？'))))).toBe(1)
  expect((await queued(id, 'inquiry-question')).map((letter) => letter.recipient)).toEqual([form.address])
  expect(await stageOfInquiry(id)).toBe('needs-info')
  await twenty(() => transact((tx) => replyAsBuyer(tx, id, '约280度。')))
  expect(await stageOfInquiry(id)).toBe('checking')
  const replies = (await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id))).filter((message) => message.author === 'buyer')
  expect(replies.map((message) => message.body)).toEqual([form.message, '约280度。'])
  expect((await queued(id, 'inquiry-news')).map((letter) => letter.payload.news)).toEqual(['received', 'replied'])
})

test('what was heard on the phone brings a case back to checking as well', async () => {
  const { id } = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, id))
  await transact((tx) => askForMore(tx, clerk, id, '请问规模？'))
  expect(await transact((tx) => resumeInquiry(tx, clerk, id, '電話で確認'))).toEqual({ ok: true })
  expect(await stageOfInquiry(id)).toBe('checking')
  expect(await transact((tx) => resumeInquiry(tx, clerk, id, null))).toEqual(already)
})

test('of many answers of a firm the first counts', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  const all = await twenty((at) =>
    transact((tx) => (at % 2 ? answerInterested(tx, approach, '可能です。', 'firm') : declineApproach(tx, approach, { reason: 'capacity', body: null }, 'firm'))),
  )
  expect(wins(all)).toBe(1)
  expect((await queued(id, 'inquiry-news')).length).toBe(2)
  expect(['interested', 'checking']).toContain(await stageOfInquiry(id))
})

test('two firms: one declines, the other decides; after both declined the desk looks on', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => forwardInquiry(tx, clerk, id, { ...question, companyId: 'beta' }))
  const beta = (await approachesOfInquiry(id)).find((one) => one.companyId === 'beta')!.id
  await transact((tx) => declineApproach(tx, approach, { reason: 'not-fitting', body: '対象外です。' }, 'firm'))
  expect(await stageOfInquiry(id)).toBe('forwarded')
  await transact((tx) => declineApproach(tx, beta, { reason: 'capacity', body: null }, clerk))
  expect(await stageOfInquiry(id)).toBe('checking')
})

test('two firms answering at the same moment do not decide past each other', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => forwardInquiry(tx, clerk, id, { ...question, companyId: 'beta' }))
  const beta = (await approachesOfInquiry(id)).find((one) => one.companyId === 'beta')!.id
  await Promise.all([
    transact((tx) => declineApproach(tx, approach, { reason: 'capacity', body: null }, 'firm')),
    transact((tx) => declineApproach(tx, beta, { reason: 'capacity', body: null }, 'firm')),
  ])
  expect(await stageOfInquiry(id)).toBe('checking')
})

test('a question back and its relay keep the original, and move nothing', async () => {
  const { id, approach, form } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => askBack(tx, approach, '排ガス量を教えてください。'))
  const original = (await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id))).find((message) => message.author === 'firm')!
  await twenty(() => transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body: '企业想了解烟气量。', original: original.id })))
  const relayed = (await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id))).filter((message) => message.kind === 'relay')
  expect(relayed.map((message) => [message.body, message.relayOf, message.audience])).toEqual([['企业想了解烟气量。', original.id, 'buyer']])
  expect((await queued(id, 'inquiry-relay')).map((letter) => letter.recipient)).toEqual([form.address])
  expect(await stageOfInquiry(id)).toBe('forwarded')
})

test('a case is closed with a reason and a message; the firm that was asked is told', async () => {
  const { id, form } = await forwarded(clerk, ['heat'], 'alpha')
  expect(wins(await twenty(() => transact((tx) => closeInquiry(tx, clerk, id, { reason: 'no-answer', body: '企业没有答复。' }))))).toBe(1)
  expect(await stageOfInquiry(id)).toBe('closed')
  expect((await queued(id, 'inquiry-ended')).map((letter) => letter.recipient)).toEqual([form.address])
  expect((await queued(id, 'approach-ended')).length).toBe(1)
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  expect(row!.closeReason).toBe('no-answer')
})

test('the office answers a general question itself, also before anybody took it', async () => {
  const { id } = await opened([])
  expect(await transact((tx) => answerInquiry(tx, clerk, id, '欢迎交流。'))).toEqual({ ok: true })
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  expect(row).toMatchObject({ stage: 'answered', ownerId: clerk.id })
})

test('a buyer withdraws at any open stage; whoever was asked hears of it, and nothing moves afterwards', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  expect(wins(await twenty(() => transact((tx) => withdrawInquiry(tx, id))))).toBe(1)
  expect(await stageOfInquiry(id)).toBe('withdrawn')
  expect((await queued(id, 'approach-ended')).length).toBe(1)
  expect((await queued(id, 'inquiry-withdrawn')).length).toBe(1)
  expect(await transact((tx) => answerInterested(tx, approach, '可能です。', 'firm'))).toEqual(already)
  expect(await transact((tx) => replyAsBuyer(tx, id, '还想问。'))).toEqual(already)
})

test('dialogue, then agreed: the other firms hear that it is over', async () => {
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  expect(await transact((tx) => markDialogue(tx, clerk, approach))).toEqual(already)
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))
  expect(wins(await twenty(() => transact((tx) => markDialogue(tx, clerk, approach))))).toBe(1)
  expect(await stageOfInquiry(id)).toBe('in-dialogue')
  expect(await transact((tx) => concludeApproach(tx, clerk, approach, { result: 'agreed' }, '祝贺。'))).toEqual({ ok: true })
  expect(await stageOfInquiry(id)).toBe('agreed')
})

test('no deal keeps its reason', async () => {
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))
  await transact((tx) => concludeApproach(tx, clerk, approach, { result: 'no-deal', reason: 'price' }, '很遗憾。'))
  expect(await stageOfInquiry(id)).toBe('no-deal')
  expect((await approachesOfInquiry(id))[0]!.outcomeReason).toBe('price')
})

test('a note stays at the desk', async () => {
  const { id } = await opened(['heat'])
  await transact((tx) => addNote(tx, clerk, id, '要注意'))
  const notes = (await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id))).filter((message) => message.kind === 'note')
  expect(notes.map((note) => [note.audience, note.authorId])).toEqual([['desk', clerk.id]])
})
