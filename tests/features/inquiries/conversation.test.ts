import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { db, transact } from '#db/index.ts'
import { approaches, inquiryMessages, messageTemplates } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested, askBack } from '#app/features/inquiries/answering.server.ts'
import { answerInquiry } from '#app/features/inquiries/concluding.server.ts'
import { readAnswerLink, resendAnswerLink, revokeAnswerLink } from '#app/features/inquiries/conversation/answer-link.server.ts'
import { fillIn, unknownPlaceholders } from '#app/features/inquiries/conversation/placeholders.ts'
import { relayMessage, translateMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { templateForm } from '#app/features/inquiries/conversation/template-form.ts'
import { addTemplate, editTemplate, filledTemplate, installTemplates, listTemplates, readTemplate, setTemplateOffered, templatesFor, type ReadyWords } from '#app/features/inquiries/conversation/templates.server.ts'
import { introduce, giveConsent, startConsent } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { readFirmPage } from '#app/features/inquiries/firm-page.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { days } from '#app/platform/clock.ts'
import { currentToken, readLink } from '#app/platform/links.server.ts'
import { setClock } from '../../support/clock.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { delivered, forwarded, opened, queued, sentTo } from '../../support/inquiries.ts'

let clerk: Secretary
const set = JSON.parse(readFileSync('db/seeds/desk/templates.json', 'utf8')) as ReadyWords[]
const approachOf = async (id: string) => (await db.select().from(approaches).where(eq(approaches.id, id)))[0]!
const verbs = async (id: string) => (await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))).map((row) => row.verb)

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
})

test('words of a firm whose technology is not assessed go to the buyer once the declaration was seen, and then freely', async () => {
  const { id, approach } = await forwarded(clerk, [], 'alpha')
  await transact((tx) => answerInterested(tx, approach, '可能です。', 'firm'))
  const relay = (body: string, exportControl: boolean) => transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body, original: null, exportControl }))
  expect(await relay('可以提供。', false)).toEqual({ ok: false, reason: 'export-control' })
  expect(await transact((tx) => answerInquiry(tx, clerk, id, '可以提供。'))).toEqual({ ok: false, reason: 'export-control' })
  expect(await relay('可以提供。', true)).toEqual({ ok: true })
  expect((await approachOf(approach)).exportControlSeenBy).toBe(clerk.id)
  expect(await relay('还可以提供样品。', false)).toEqual({ ok: true })
  expect((await verbs(id)).filter((verb) => verb === 'export-control-seen').length).toBe(1)
  await transact((tx) => startConsent(tx, clerk, approach))
  await transact((tx) => giveConsent(tx, approach, 'buyer', 'zh'))
  await transact((tx) => giveConsent(tx, approach, 'firm', 'ja'))
  expect(await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))).toEqual({ ok: true })
})

test('words to the firm need no declaration', async () => {
  const { approach } = await forwarded(clerk, [], 'alpha')
  expect(await transact((tx) => relayMessage(tx, clerk, approach, { to: 'firm', body: '補足です。', original: null }))).toEqual({ ok: true })
})

test('original and translation stand side by side; the translation stays at the desk', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => askBack(tx, approach, '排ガス量を教えてください。'))
  const [asked] = await db.select().from(inquiryMessages).where(and(eq(inquiryMessages.inquiryId, id), eq(inquiryMessages.author, 'firm')))
  expect(await transact((tx) => translateMessage(tx, clerk, id, asked!.id, '请告知烟气量。'))).toEqual({ ok: true })
  const elsewhere = await opened(['heat'])
  expect(await transact((tx) => translateMessage(tx, clerk, elsewhere.id, asked!.id, 'x'))).toMatchObject({ ok: false })
  await transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body: '企业想了解烟气量。', translation: '企業は排ガス量を知りたい。', original: asked!.id }))
  const all = await db.select().from(inquiryMessages).where(eq(inquiryMessages.approachId, approach))
  expect(all.map((message) => [message.body, message.translation])).toEqual([['排ガス量を教えてください。', '请告知烟气量。'], ['企业想了解烟气量。', '企業は排ガス量を知りたい。']])
  expect(JSON.stringify(await readReceipt(db, id))).not.toContain('排ガス量')
  expect(JSON.stringify(await readFirmPage(db, approach))).not.toContain('烟气量')
})

test('the firm’s link is sent anew: the old address ends, a letter goes out; revoked it opens for nobody', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  const first = (await currentToken(db, 'answer', approach))!
  expect(await readAnswerLink(db, await approachOf(approach))).toMatchObject({ state: 'open', reachable: true })
  expect(await transact((tx) => resendAnswerLink(tx, clerk, approach))).toEqual({ ok: true })
  const second = (await currentToken(db, 'answer', approach))!
  expect(second).not.toBe(first)
  expect(await readLink(db, 'answer', first)).toBeNull()
  expect((await readLink(db, 'answer', second))?.subject).toBe(approach)
  expect((await queued(id, 'approach-link')).map((letter) => letter.recipient)).toEqual(['alpha-person@firm.example'])
  expect(sentTo(await delivered(), 'alpha-person@firm.example').some((letter) => letter.text?.includes(second))).toBe(true)
  expect(await transact((tx) => revokeAnswerLink(tx, clerk, approach))).toEqual({ ok: true })
  expect(await readLink(db, 'answer', second)).toBeNull()
  expect(await readAnswerLink(db, await approachOf(approach))).toMatchObject({ state: 'revoked' })
  expect(await transact((tx) => revokeAnswerLink(tx, clerk, approach))).toMatchObject({ ok: false })
  await transact((tx) => resendAnswerLink(tx, clerk, approach))
  expect(await readLink(db, 'answer', (await currentToken(db, 'answer', approach))!)).not.toBeNull()
})

test('a link of the consent question does not survive the revocation either', async () => {
  const { approach } = await forwarded(clerk, ['heat'], 'alpha')
  const first = (await currentToken(db, 'answer', approach))!
  await transact((tx) => answerInterested(tx, approach, '可能です。', 'firm'))
  await transact((tx) => startConsent(tx, clerk, approach))
  await transact((tx) => revokeAnswerLink(tx, clerk, approach))
  expect([await readLink(db, 'answer', first), await currentToken(db, 'answer', approach)]).toEqual([null, null])
})

test('placeholders: known ones are filled, unknown ones named, gaps seen', () => {
  expect(unknownPlaceholders('{{ticket}} と {{ technology }}')).toEqual([])
  expect(unknownPlaceholders('{{person}} {{ticket}} {{person}}')).toEqual(['person'])
  expect(unknownPlaceholders('{{ticket} }')).toEqual(['{{'])
  const fillings = { ticket: 'DB-1', technology: null, company: '甲', question: null, goal: null, received: null }
  expect(fillIn('{{ticket}}/{{technology}}/{{company}}', fillings)).toBe('DB-1/＿＿＿/甲')
})

test('the starting set stands in both languages, for every use, and leaves open only what can be filled', async () => {
  await transact((tx) => installTemplates(tx, set))
  await transact((tx) => installTemplates(tx, set))
  const all = await listTemplates(db)
  expect(all.length).toBe(set.length * 2)
  expect(new Set(all.map((one) => one.use)).size).toBe(7)
  expect(all.flatMap((one) => unknownPlaceholders(one.body))).toEqual([])
  expect(set.filter((one) => /[ぁ-んァ-ヶ]/.test(one.zh.title + one.zh.body)).map((one) => one.code)).toEqual([])
  expect((await templatesFor(db, ['closing'], 'zh')).map((one) => one.locale)).toEqual([...Array(7).fill('zh'), ...Array(7).fill('ja')].slice(0, 14))
})

test('templates are written anew, never over: versions stay, of two at once one wins', async () => {
  expect(templateForm.safeParse({ use: 'asking', language: 'ja', title: '名', body: '{{buyer}}' }).error?.issues[0]?.message).toBe('unknown-placeholder')
  const id = await transact((tx) => addTemplate(tx, clerk, { use: 'asking', language: 'ja', title: '確認', body: '{{ticket}} の件です。' }))
  const all = await Promise.all(Array.from({ length: 20 }, (_, at) => transact((tx) => editTemplate(tx, clerk, id, 1, { title: '確認', body: `{{ticket}} ${at}` }))))
  expect(all.filter((one) => one.ok).length).toBe(1)
  const template = await readTemplate(db, id)
  expect(template!.versions.map((version) => version.version)).toEqual([2, 1])
  const { id: inquiry } = await opened(['heat'])
  expect(await filledTemplate(db, id, inquiry, null)).toMatch(/^DB-\d{4}-\d{4} \d+$/)
  await transact((tx) => setTemplateOffered(tx, clerk, id, false))
  expect(await filledTemplate(db, id, inquiry, null)).toBeNull()
  expect((await templatesFor(db, ['asking'], 'ja')).some((one) => one.id === id)).toBe(false)
  await transact((tx) => setTemplateOffered(tx, clerk, id, true))
  expect((await db.select().from(messageTemplates).where(eq(messageTemplates.id, id)))[0]!.disabledAt).toBeNull()
})

test('a firm’s page ends after sixty days', async () => {
  const { approach } = await forwarded(clerk, ['heat'], 'alpha')
  const token = (await currentToken(db, 'answer', approach))!
  setClock(days(59))
  expect(await readLink(db, 'answer', token)).not.toBeNull()
  setClock(days(61))
  expect(await readLink(db, 'answer', token)).toBeNull()
  expect(await readAnswerLink(db, await approachOf(approach))).toMatchObject({ state: 'expired' })
  await transact((tx) => resendAnswerLink(tx, clerk, approach))
  expect(await readAnswerLink(db, await approachOf(approach))).toMatchObject({ state: 'open' })
  setClock(0)
})
