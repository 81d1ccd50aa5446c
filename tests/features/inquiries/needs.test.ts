import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { approaches, consents, inquiryMessages, needOffers, needs } from '#db/schema/inquiries.ts'
import { jobs, ledger } from '#db/schema/platform.ts'
import type { Registrant, Secretary } from '#app/features/accounts/gate.server.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { forwardToFirms, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { closeInquiry, withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { readFirmPage } from '#app/features/inquiries/firm-page.server.ts'
import { firmsToAsk, needText } from '#app/features/inquiries/firms-to-ask.server.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { introduce, startConsent } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { needOf, saveNeed } from '#app/features/inquiries/needs/drafting.server.ts'
import type { NeedForm } from '#app/features/inquiries/needs/need-form.ts'
import { needToAnswer, offersOfFirm, offerToNeed } from '#app/features/inquiries/needs/offering.server.ts'
import { readPublicNeed, searchNeeds } from '#app/features/inquiries/needs/public-needs.server.ts'
import { publicationHash } from '#app/features/inquiries/needs/publication-words.server.ts'
import { agreedTo, agreeToPublication, askForPublication, publishNeed, refusePublication, takeNeedBack } from '#app/features/inquiries/needs/publishing.server.ts'
import { readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { workers } from '#app/workers.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { approachesOfInquiry, delivered, filledForm, opened, queued, sentTo, stageOfInquiry } from '../../support/inquiries.ts'
import { registrant, secretary } from '../../support/people.ts'

let clerk: Secretary
let alpha: Registrant
let beta: Registrant
const already = { ok: false, reason: 'already-moved' }
const QUESTION = '排ガスの熱を回収する方法をお尋ねします。'
const later = (n: number) => today(new Date(now().getTime() + days(n)))
const verbs = async (id: string) => (await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))).map((row) => row.verb)
const wins = (all: { ok: boolean }[]) => all.filter((one) => one.ok).length
const twenty = <T>(act: (at: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, at) => act(at)))

const worded = (given: Partial<NeedForm> = {}): NeedForm => ({
  titleJa: 'セメント工場の排熱を使いたい', titleZh: '希望利用水泥厂余热', textJa: '200℃の排ガスから電気を得る方法を探しています。', textZh: '寻找利用200℃烟气发电的方法。',
  fields: [], organisationKind: 'enterprise', region: 'CN-SD', size: '100-999', closesOn: later(30), ...given,
})

async function taken(given: Parameters<typeof filledForm>[0] = {}) {
  const inquiry = await opened([], { form: filledForm({ kind: 'need', ...given }) })
  await transact((tx) => takeInquiry(tx, clerk, inquiry.id))
  return inquiry
}
async function agreed(form: NeedForm = worded(), given: Parameters<typeof filledForm>[0] = {}) {
  const inquiry = await taken(given)
  expect(await transact((tx) => saveNeed(tx, clerk, inquiry.id, form))).toEqual({ ok: true })
  const need = (await needOf(db, inquiry.id))!
  expect(await transact((tx) => agreeToPublication(tx, inquiry.id, publicationHash(need, 'zh'), 'zh'))).toEqual({ ok: true })
  return { ...inquiry, slug: need.slug, need: need.id }
}
async function published(form?: NeedForm, given?: Parameters<typeof filledForm>[0]) {
  const inquiry = await agreed(form, given)
  expect(await transact((tx) => publishNeed(tx, clerk, inquiry.id))).toEqual({ ok: true })
  return inquiry
}
const offer = (person: Registrant, slug: string, technologyIds: string[] = []) => transact((tx) => offerToNeed(tx, person, slug, { body: '当社の発電設備で対応できます。', technologyIds }))

beforeAll(async () => {
  clerk = await secretary()
  for (const id of ['alpha', 'beta', 'gamma', 'delta']) await listedCompany(id)
  await listedCompany('silent', { mail: false })
  await listedTechnology('alpha-heat', 'alpha')
  await listedTechnology('beta-heat', 'beta')
  const content = { ...blankContent(), name: { ja: '低温バイナリー発電装置', zh: '低温余热双循环发电装置' }, summary: { ja: '排熱から発電', zh: '利用余热发电' } }
  for (const [id, companyId] of [['gamma-orc', 'gamma'], ['silent-orc', 'silent']] as const) await transact((tx) => publishListing(tx, { technologyId: id, companyId, content, authorId: null }))
  alpha = await registrant('someone@alpha.example', 'alpha')
  beta = await registrant('someone@beta.example', 'beta')
})
afterEach(() => setClock(0))

test('a need finds firms by its own words, says which words speak for them, and who cannot be reached', async () => {
  const { id } = await taken({ message: '我厂有大量低温余热，希望用来发电。', goal: '余热发电' })
  const text = needText({ message: '我厂有大量低温余热，希望用来发电。', process: null, presentData: null, goal: '余热发电' })
  const firms = await firmsToAsk(db, id, '', text)
  const gamma = firms.find((firm) => firm.id === 'gamma')!
  expect(gamma).toMatchObject({ reachable: true, asked: false })
  expect(gamma.suggested[0]!.slug).toBe('gamma-orc')
  expect(gamma.suggested[0]!.because.map(({ word }) => word).join()).toMatch(/余热|发电/)
  expect(firms.find((firm) => firm.id === 'silent')).toMatchObject({ reachable: false })
  // Other words find other firms; a name finds a firm of which no word speaks.
  expect((await firmsToAsk(db, id, '', '含氟废水')).map((firm) => firm.id)).not.toContain('gamma')
  expect((await firmsToAsk(db, id, 'delta', text)).map((firm) => firm.id)).toEqual(expect.arrayContaining(['gamma', 'delta']))
})

test('several firms are asked in one step: each its approach, link and letter; of twenty who try at once one does', async () => {
  const { id } = await taken()
  const all = await twenty(() => transact((tx) => forwardToFirms(tx, clerk, id, { companyIds: ['alpha', 'beta', 'gamma'], question: QUESTION })))
  expect(wins(all)).toBe(1)
  expect(all.find((one) => !one.ok)).toEqual(already)
  expect((await approachesOfInquiry(id)).map((one) => one.companyId).sort()).toEqual(['alpha', 'beta', 'gamma'])
  expect((await queued(id, 'approach-question')).map((letter) => letter.recipient).sort()).toEqual(['alpha', 'beta', 'gamma'].map((firm) => `${firm}-person@firm.example`))
  expect((await verbs(id)).filter((verb) => verb === 'forwarded').length).toBe(3)
  const links = (await delivered()).filter((letter) => letter.text?.includes(QUESTION) && letter.text.includes('/answers/'))
  expect(new Set(links.map((letter) => letter.link)).size).toBe(links.length)
  expect(await stageOfInquiry(id)).toBe('forwarded')
})

test('all of them or none: one without anybody to write to, one asked already or a leak stops the whole', async () => {
  const { id, form } = await taken()
  const forward = (companyIds: string[], question = QUESTION, override: Parameters<typeof forwardToFirms>[3]['override'] = null) => transact((tx) => forwardToFirms(tx, clerk, id, { companyIds, question, override }))
  expect(await forward(['alpha', 'silent'])).toEqual({ ok: false, reason: 'company-unreachable' })
  const leak = await forward(['alpha', 'beta'], `${QUESTION} ${form.organisation}`)
  expect(leak).toMatchObject({ ok: false, reason: 'leak' })
  expect(await approachesOfInquiry(id)).toEqual([])
  expect((await queued(id, 'approach-question')).length).toBe(0)
  const keys = leak.ok || leak.reason !== 'leak' ? [] : leak.keys
  expect(await forward(['alpha', 'beta'], `${QUESTION} ${form.organisation}`, { reason: '先方が了承済み', seen: keys })).toEqual({ ok: true })
  expect((await verbs(id)).filter((verb) => verb === 'leak-overridden').length).toBe(1)
  expect(await forward(['beta', 'gamma'])).toEqual(already)
  expect((await approachesOfInquiry(id)).length).toBe(2)
})

test('nothing is published without the buyer’s consent to exactly these words', async () => {
  const { id, form } = await taken()
  const publish = () => transact((tx) => publishNeed(tx, clerk, id))
  expect(await publish()).toEqual(already)
  await transact((tx) => saveNeed(tx, clerk, id, worded()))
  expect(await publish()).toEqual({ ok: false, reason: 'publication-consent' })

  expect(wins(await twenty(() => transact((tx) => askForPublication(tx, clerk, id))))).toBe(1)
  const letter = sentTo(await delivered(), form.address).findLast((one) => one.text?.includes('/publication'))
  expect(letter?.link).toMatch(/\/receipts\/[\w-]+\/publication$/)
  expect((await readReceipt(db, id))!.publication).toMatchObject({ state: 'asked', agreed: false })

  const shown = publicationHash((await needOf(db, id))!, 'zh')
  await transact((tx) => saveNeed(tx, clerk, id, worded({ textZh: '寻找利用山东某厂烟气发电的方法。' })))
  expect(await transact((tx) => agreeToPublication(tx, id, shown, 'zh'))).toEqual(already)
  const fresh = publicationHash((await needOf(db, id))!, 'zh')
  expect(await transact((tx) => agreeToPublication(tx, id, fresh, 'zh'))).toEqual({ ok: true })
  expect(await db.select().from(consents).where(and(eq(consents.subject, subjectOf(id)), eq(consents.purpose, 'publication')))).toMatchObject([{ party: 'buyer', textHash: fresh, locale: 'zh', takenBy: null }])

  // Reworded once more, the consent is to other words; the closing day may move without it.
  await transact((tx) => saveNeed(tx, clerk, id, worded({ region: 'CN-JS' })))
  expect(await publish()).toEqual({ ok: false, reason: 'publication-consent' })
  await transact((tx) => saveNeed(tx, clerk, id, worded({ textZh: '寻找利用山东某厂烟气发电的方法。', closesOn: later(90) })))
  expect(await agreedTo(db, (await needOf(db, id))!)).toBeInstanceOf(Date)
  expect(wins(await twenty(publish))).toBe(1)
  expect((await verbs(id)).filter((verb) => verb === 'need-published').length).toBe(1)
})

test('a consent by word of mouth says how and who took it down', async () => {
  const { id } = await taken({ channel: 'wechat', address: 'wx_need_1' })
  await transact((tx) => saveNeed(tx, clerk, id, worded()))
  await transact((tx) => askForPublication(tx, clerk, id))
  expect((await readCase(db, id))!.tasks).toMatchObject([{ about: 'inquiry-publication', doneAt: null }])
  const words = publicationHash((await needOf(db, id))!, 'zh')
  await transact((tx) => agreeToPublication(tx, id, words, 'zh', { clerk, how: 'wechat', at: now() }))
  expect(await db.select().from(consents).where(and(eq(consents.subject, subjectOf(id)), eq(consents.purpose, 'publication')))).toMatchObject([{ how: 'wechat', takenBy: clerk.id }])
  expect((await readCase(db, id))!.tasks).toMatchObject([{ doneBy: 'system' }])
})

test('what names the buyer, a firm that was asked or a contact is not published, unless somebody says why', async () => {
  const organisation = '青岛海蓝样例化工有限公司'
  const inquiry = await agreed(worded({ textJa: `${organisation}が探しています。連絡は 138-0013-8000 まで。` }), { organisation, nameToFirm: 'on' })
  const publish = (override: Parameters<typeof publishNeed>[3] = null) => transact((tx) => publishNeed(tx, clerk, inquiry.id, override))
  const refused = await publish()
  if (refused.ok || refused.reason !== 'leak') throw new Error('published in spite of a name')
  expect(refused.leaks.flatMap((one) => one.pieces.flatMap((piece) => piece.kind ?? [])).sort()).toEqual(['organisation', 'phone'])
  expect(await publish({ reason: '確認済み', seen: refused.keys.slice(1) })).toMatchObject({ reason: 'leak' })
  expect(await readPublicNeed(db, inquiry.slug)).toBeNull()
  expect(await publish({ reason: '確認済み', seen: refused.keys })).toEqual({ ok: true })
  expect(await verbs(inquiry.id)).toContain('leak-overridden')

  const asked = await agreed(worded({ textZh: '已询问alpha样本公司。' }))
  await transact((tx) => forwardToFirms(tx, clerk, asked.id, { companyIds: ['alpha'], question: QUESTION }))
  expect(await transact((tx) => publishNeed(tx, clerk, asked.id))).toMatchObject({ ok: false, reason: 'leak' })
})

test('the public reads the words and nothing else, newest first, by words of either language and by field', async () => {
  const one = await published(worded({ titleZh: '希望处理含氟废水', titleJa: 'フッ素を含む排水', textJa: 'フッ素排水', textZh: '含氟废水', fields: [] }))
  setClock(1000)
  const two = await published(worded({ titleZh: '含氟污泥减量', titleJa: 'フッ素汚泥の減量', textJa: 'フッ素汚泥', textZh: '含氟污泥' }))
  const found = await searchNeeds(db, { q: '含氟', page: 1 })
  expect(found.items.map(({ slug }) => slug)).toEqual([two.slug, one.slug])
  expect((await searchNeeds(db, { q: 'フッ素 汚泥', page: 1 })).items.map(({ slug }) => slug)).toEqual([two.slug])
  expect((await searchNeeds(db, { q: '含氟', field: 'nowhere', page: 1 })).total).toBe(0)
  const shown = JSON.stringify([await readPublicNeed(db, one.slug), found])
  for (const secret of [one.form.organisation, one.form.person, one.form.address, one.id, one.ticket, one.form.message]) expect(shown).not.toContain(secret)
})

test('a firm offers once: its approach is interested, the office hears of it, nothing more of the buyer opens', async () => {
  const { id, slug, form } = await published(worded(), { nameToFirm: 'on', site: '1号窑尾', process: '秘密工艺' })
  const all = await twenty(() => offer(alpha, slug, ['alpha-heat', 'beta-heat']))
  expect(wins(all)).toBe(1)
  const [approach] = await approachesOfInquiry(id)
  expect(all.find((one) => !one.ok)).toEqual({ ok: false, reason: 'already-offered', approach: approach!.id })
  expect(approach).toMatchObject({ companyId: 'alpha', stage: 'interested', offered: true })
  expect(await stageOfInquiry(id)).toBe('interested')
  // Of the technologies only its own.
  expect(await db.select().from(needOffers).where(eq(needOffers.approachId, approach!.id))).toMatchObject([{ technologies: ['alpha-heat'], userId: alpha.id }])
  expect((await readCase(db, id))!.approaches).toMatchObject([{ offer: [{ ja: 'alpha-heat技術' }] }])
  const news = (await queued(id, 'inquiry-news')).filter((letter) => letter.payload.news === 'offered')
  expect(news.map((letter) => letter.recipient)).toEqual(['secretary@office.example'])
  const page = JSON.stringify(await readFirmPage(db, approach!.id))
  for (const secret of [form.organisation, form.person, form.address, form.message, '1号窑尾', '秘密工艺']) expect(page).not.toContain(secret)
  expect(page).toContain('CN-SD')
  expect(await offersOfFirm(db, 'alpha')).toMatchObject([{ approach: approach!.id, slug, stage: 'interested' }])
  expect(await offersOfFirm(db, 'beta')).toEqual([])
  // From here on it is an approach like any other: without both consents nobody is introduced.
  expect(await transact((tx) => startConsent(tx, clerk, approach!.id))).toEqual({ ok: true })
  expect(await transact((tx) => introduce(tx, clerk, approach!.id, { exportControl: true }))).toMatchObject({ ok: false })
  expect((await offer(beta, slug)).ok).toBe(true)
  expect(await stageOfInquiry(id)).toBe('consenting')
})

test('a firm that was asked already is told so, and one that nobody can write to', async () => {
  const { id, slug } = await published()
  await transact((tx) => forwardToFirms(tx, clerk, id, { companyIds: ['alpha'], question: QUESTION }))
  const [approach] = await approachesOfInquiry(id)
  expect(await offer(alpha, slug)).toEqual({ ok: false, reason: 'already-asked', approach: approach!.id })
  expect((await needToAnswer(db, slug, 'alpha'))!.refused).toEqual({ reason: 'already-asked', approach: approach!.id })
  expect((await needToAnswer(db, slug, 'beta'))!.refused).toBeNull()
  expect(await offer(await registrant('someone@silent.example', 'silent'), slug)).toEqual({ ok: false, reason: 'company-unreachable' })
  expect((await db.select().from(approaches).where(eq(approaches.inquiryId, id))).length).toBe(1)
})

test('an offer and a forwarding of the same firm at once leave one approach', async () => {
  const { id, slug } = await published()
  const all = await twenty(async (at) => (at % 2 ? offer(alpha, slug) : transact((tx) => forwardToFirms(tx, clerk, id, { companyIds: ['alpha', 'beta'], question: QUESTION }))))
  const firms = (await approachesOfInquiry(id)).map((one) => one.companyId).sort()
  expect(wins(all)).toBe(1)
  expect([['alpha'], ['alpha', 'beta']]).toContainEqual(firms)
})

test('on the last day it is open, afterwards it is not; the office is told', async () => {
  const { id, slug } = await published(worded({ closesOn: later(3) }))
  setClock(days(3))
  expect(await readPublicNeed(db, slug)).toMatchObject({ slug })
  setClock(days(4))
  expect(await readPublicNeed(db, slug)).toBe('ended')
  expect(await offer(alpha, slug)).toEqual({ ok: false, reason: 'ended' })
  await runDueJobs(workers)
  expect((await needOf(db, id))!.state).toBe('closed')
  expect((await queued(id, 'inquiry-news')).map((letter) => letter.payload.news)).toContain('need-closed')
  expect(await transact((tx) => saveNeed(tx, clerk, id, worded({ closesOn: today() })))).toEqual({ ok: false, reason: 'closing-day' })
})

test('a case that ends takes its need off the site, however it ends', async () => {
  const closed = await published()
  await transact((tx) => closeInquiry(tx, clerk, closed.id, { reason: 'no-match', body: '没有找到。' }))
  const withdrawn = await published()
  await transact((tx) => withdrawInquiry(tx, withdrawn.id))
  for (const { id, slug, need } of [closed, withdrawn]) {
    expect(await readPublicNeed(db, slug)).toBe('ended')
    expect(await verbs(id)).toContain('need-closed')
    expect(await db.select().from(jobs).where(eq(jobs.subject, `need:${need}`))).toEqual([])
    expect(await offer(alpha, slug)).toEqual({ ok: false, reason: 'ended' })
  }
  expect(await agreedTo(db, (await needOf(db, withdrawn.id))!)).toBeNull()
})

test('the buyer takes a yes back, and it disappears; the desk takes it back to word it anew', async () => {
  const one = await published()
  expect(await transact((tx) => refusePublication(tx, one.id))).toEqual({ ok: true })
  expect(await readPublicNeed(db, one.slug)).toBe('ended')
  expect(await transact((tx) => saveNeed(tx, clerk, one.id, worded()))).toEqual({ ok: true })
  expect(await transact((tx) => publishNeed(tx, clerk, one.id))).toEqual({ ok: false, reason: 'publication-consent' })

  const two = await published()
  expect(await transact((tx) => saveNeed(tx, clerk, two.id, worded({ titleZh: '改写' })))).toEqual(already)
  await offer(alpha, two.slug)
  expect(await transact((tx) => takeNeedBack(tx, clerk, two.id, 'draft'))).toEqual({ ok: true })
  await transact((tx) => saveNeed(tx, clerk, two.id, worded({ titleZh: '改写后未公开', region: 'CN-XZ' })))
  // What is being worded anew is nobody's to read, not even the firm's that has offered.
  const [approach] = await approachesOfInquiry(two.id)
  expect(JSON.stringify([await offersOfFirm(db, 'alpha'), await readFirmPage(db, approach!.id)])).not.toMatch(/改写后未公开|CN-XZ/)
  expect((await db.select().from(needs).where(eq(needs.inquiryId, two.id))).length).toBe(1)
  expect((await db.select().from(inquiryMessages).where(and(eq(inquiryMessages.inquiryId, two.id), eq(inquiryMessages.author, 'firm')))).length).toBe(1)
})
