import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { approaches, inquiryMessages } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, declineApproach } from '#app/features/inquiries/answering.server.ts'
import { askForMore, forwardInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { answerInquiry, closeInquiry, concludeApproach } from '#app/features/inquiries/concluding.server.ts'
import type { LeakRefusal } from '#app/features/inquiries/conversation/leak-check.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf, type Moved } from '#app/features/inquiries/moving.server.ts'
import { env } from '#app/platform/env.server.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, approachesOfInquiry, filledForm, forwarded, opened, queued, stageOfInquiry } from '../../support/inquiries.ts'

let clerk: Secretary
const REASON = '設備の型番であり、連絡先ではないため'

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedCompany('beta')
  await listedTechnology('heat', 'alpha')
})

const taken = async (given: Parameters<typeof filledForm>[0] = {}) => {
  const case_ = await opened(['heat'], { form: filledForm(given) })
  await transact((tx) => takeInquiry(tx, clerk, case_.id))
  return case_
}
const leakOf = (moved: Moved): LeakRefusal => {
  if (moved.ok || moved.reason !== 'leak') throw new Error(JSON.stringify(moved))
  return moved
}
const marks = (moved: Moved) => leakOf(moved).leaks.flatMap((one) => one.pieces.filter((piece) => piece.kind).map((piece) => [piece.kind, piece.text]))
const override = (moved: Moved, reason = REASON) => ({ reason, seen: leakOf(moved).keys })
const said = (id: string) => db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id)).orderBy(asc(inquiryMessages.id))
const overridden = (id: string) => db.select().from(ledger).where(and(eq(ledger.subject, subjectOf(id)), eq(ledger.verb, 'leak-overridden')))
const ask = (id: string, question: string, given: Partial<Parameters<typeof forwardInquiry>[3]> = {}) => transact((tx) => forwardInquiry(tx, clerk, id, { companyId: 'alpha', question, ...given }))

test('a question that holds the buyer in any form does not reach the firm, and shows where', async () => {
  const { id } = await taken({ organisation: '江苏华能环保科技有限公司', person: '張偉', channel: 'wechat', address: 'zhangwei_nj' })
  const refused = await ask(id, '江蘇華能の张 伟さん（ｚｈａｎｇｗｅｉ＿ｎｊ、138-1234-5678）から、余熱回収のお尋ねです。')
  expect(marks(refused)).toEqual([['organisation', '華能'], ['person', '张 伟'], ['address', 'ｚｈａｎｇｗｅｉ＿ｎｊ'], ['phone', '138-1234-5678']])
  expect(leakOf(refused).leaks[0]!.pieces.map((piece) => piece.text).join('')).toBe('江蘇華能の张 伟さん（ｚｈａｎｇｗｅｉ＿ｎｊ、138-1234-5678）から、余熱回収のお尋ねです。')
  expect(await approachesOfInquiry(id)).toEqual([])
  expect(await queued(id, 'approach-question')).toEqual([])
  expect(await stageOfInquiry(id)).toBe('checking')
})

test('sent all the same with a reason: codes in the ledger, the reason in a note, the text untouched', async () => {
  const { id } = await taken()
  const text = '型番は 090-1234-5678 です。'
  const refused = await ask(id, text)
  expect(await ask(id, text, { override: override(refused) })).toEqual({ ok: true })
  const [approach] = await approachesOfInquiry(id)
  expect(approach!.question).toBe(text)
  expect((await overridden(id)).map((row) => [row.actor, row.codes])).toEqual([[clerk.id, { to: 'firm', approach: approach!.id, count: 1, kinds: 'phone' }]])
  expect((await said(id)).filter((message) => message.kind === 'note').map((note) => [note.audience, note.body])).toEqual([['desk', REASON]])
  expect(JSON.stringify(await overridden(id))).not.toContain(REASON)
})

test('a decision covers what was shown and nothing that was added since', async () => {
  const { id } = await taken()
  const refused = await ask(id, '型番は 090-1234-5678 です。')
  const more = await ask(id, '型番は 090-1234-5678、メールは a@b.com です。', { override: override(refused) })
  expect(marks(more).map(([kind]) => kind)).toEqual(['phone', 'email'])
  expect(await ask(id, '型番は 090-1234-5678 です。', { override: override(refused, '') })).toMatchObject({ ok: false, reason: 'leak' })
  expect(await overridden(id)).toEqual([])
})

test('an organisation that may be named is no leak; its person stays one', async () => {
  const { id } = await taken({ organisation: '江苏华能环保科技有限公司', person: '张伟', nameToFirm: 'on' })
  expect(marks(await ask(id, '江苏华能环保科技有限公司の张伟さんから。'))).toEqual([['person', '张伟']])
  expect(await ask(id, '江苏华能环保科技有限公司からのお尋ねです。')).toEqual({ ok: true })
})

test('the other direction: nothing of the firm’s people reaches the buyer by relay, question, answer or ending', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  const texts = ['担当alpha氏が対応します。', '请联系 alpha-person@firm.example', '电话 03-5511-2266']
  for (const body of texts) {
    expect(await transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body, original: null })), body).toMatchObject({ reason: 'leak' })
    expect(await transact((tx) => closeInquiry(tx, clerk, id, { reason: 'other', body })), body).toMatchObject({ reason: 'leak' })
    expect(await transact((tx) => answerInquiry(tx, clerk, id, body)), body).toMatchObject({ reason: 'leak' })
  }
  expect((await said(id)).filter((message) => message.audience === 'buyer')).toEqual([])
  expect(await stageOfInquiry(id)).toBe('forwarded')
  const other = await taken()
  expect(await transact((tx) => askForMore(tx, clerk, other.id, '请加微信：firm_alpha8'))).toMatchObject({ reason: 'leak' })
  expect(await stageOfInquiry(other.id)).toBe('checking')
})

test('the desk may tell its own address', async () => {
  const { id } = await taken()
  expect(await transact((tx) => askForMore(tx, clerk, id, `请发到 ${env.officeMail}，或在 ${env.originOf.zh}/zh 查看。`))).toEqual({ ok: true })
})

test('words of a firm arrive as they are; those that the desk writes down for it are checked against the buyer', async () => {
  const raw = await forwarded(clerk, ['heat'], 'alpha')
  expect(await transact((tx) => answerInterested(tx, raw.approach, '直接お電話ください 03-1234-5678', 'firm'))).toEqual({ ok: true })
  const { approach, form } = await forwarded(clerk, ['heat'], 'alpha')
  expect(await transact((tx) => answerInterested(tx, approach, `${form.person}様に連絡します。`, clerk))).toMatchObject({ reason: 'leak' })
  expect(await transact((tx) => declineApproach(tx, approach, { reason: 'other', body: form.address }, clerk))).toMatchObject({ reason: 'leak' })
  expect((await db.select().from(approaches).where(eq(approaches.id, approach)))[0]!.stage).toBe('forwarded')
})

test('after the introduction the names of the two are no secret between them; other numbers still are asked about', async () => {
  const { approach, form } = await agreedByBoth(clerk, ['heat'], 'alpha')
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))
  expect(await transact((tx) => relayMessage(tx, clerk, approach, { to: 'firm', body: `${form.person}先生说下周可以。`, original: null }))).toEqual({ ok: true })
  expect(await transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body: '担当alpha氏同意。', original: null }))).toEqual({ ok: true })
  expect(await transact((tx) => relayMessage(tx, clerk, approach, { to: 'firm', body: '13812345678', original: null }))).toMatchObject({ reason: 'leak' })
  expect(await transact((tx) => concludeApproach(tx, clerk, approach, { result: 'no-deal', reason: 'price' }, '请拨 13812345678'))).toMatchObject({ reason: 'leak' })
})

test('of fifty who send over a finding at once one wins, with one letter and one line in the ledger', async () => {
  const { id } = await taken()
  const refused = await ask(id, '型番は 090-1234-5678 です。')
  const all = await Promise.all(Array.from({ length: 50 }, () => ask(id, '型番は 090-1234-5678 です。', { override: override(refused) })))
  expect(all.filter((one) => one.ok).length).toBe(1)
  expect((await overridden(id)).length).toBe(1)
  expect((await queued(id, 'approach-question')).length).toBe(1)
})
