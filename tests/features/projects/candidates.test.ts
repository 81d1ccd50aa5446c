import { beforeAll, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { candidacies } from '#db/schema/candidacies.ts'
import { companies, listings, technologies } from '#db/schema/catalogue.ts'
import { consents, needs } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import { partyContacts, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { concludeApproach, markDialogue } from '#app/features/inquiries/concluding.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { announceCandidates, candidatesOf, orderCandidates, readingList } from '#app/features/projects/candidates/announcing.server.ts'
import { entryForm, proposalForm } from '#app/features/projects/candidates/form.ts'
import { assignRound, dropCandidate, editText, enterProject, proposeProject, resumeCandidate } from '#app/features/projects/candidates/proposing.server.ts'
import { readingCsv } from '#app/features/projects/candidates/reading-csv.ts'
import { addRound, editRound, saveCall } from '#app/features/projects/candidates/rounds.server.ts'
import { answerTitle, askSide, readTitle } from '#app/features/projects/candidates/titles.server.ts'
import { draftFromInquiry, enterFromInquiry } from '#app/features/projects/desk/from-inquiry.server.ts'
import { addPartyContact } from '#app/features/projects/life/contacts.server.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { readProject, readRounds } from '#app/features/projects/register.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { readLink } from '#app/platform/links.server.ts'
import { agreedByBoth, delivered, filledForm, opened, sentTo } from '../../support/inquiries.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
const stageOf = async (id: string) => (await db.select().from(candidacies).where(eq(candidacies.projectId, id)))[0]!.stage
const proposal = (more: Record<string, string> = {}) =>
  proposalForm.parse({ forum: '16', titleJa: '新しい実証の覚書', summary: '余熱を回収して地域に配る実証を行う。', side: 'japan', organisation: '提案株式会社', partners: '提案中方有限公司\n北京提案大学 | 北京提案大学', person: '提案 太郎', email: 'taro@proposer.example', processing: 'on', transfer: 'on', ...more })
const propose = async (key: string, more: Record<string, string> = {}) => {
  const done = await transact((tx) => proposeProject(tx, proposal(more), { locale: 'ja', submissionKey: key, held: false }))
  if (!done.ok) throw new Error(done.reason)
  return done.id
}
const texts = (n: number) => ({ titleJa: `実証の覚書 その${n}`, titleZh: `示范备忘录之${n}`, japan: `提案${n}株式会社 | 提案${n}株式会社`, china: `提案中方${n}有限公司 | 提案中方${n}有限公司` })
const agree = async (id: string, side: 'japan' | 'china') => transact(async (tx) => answerTitle(tx, id, side, { textHash: (await readTitle(tx, id))!.textHash, agreed: 'yes', remark: null }))
/** A candidate that both sides have confirmed by telephone. */
async function ready(n: number): Promise<string> {
  const id = await propose(`ready-${n}`, { titleJa: `仮題${n}` })
  await transact((tx) => editText(tx, clerk, id, texts(n)))
  await agree(id, 'japan')
  await agree(id, 'china')
  return id
}

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: true }))
  clerk = await secretary()
  await transact((tx) => addRound(tx, clerk, { round: 16, nameJa: '第16回日中省エネルギー・環境総合フォーラム', nameZh: '第十六届中日节能环保综合论坛', date: null }))
})

test('without an open call nothing is taken; the same form sent twice makes one candidate with its contact and consents', async () => {
  const form = { locale: 'ja', submissionKey: 'once', held: false } as const
  expect(await transact((tx) => proposeProject(tx, proposal(), form))).toEqual({ ok: false, reason: 'already-moved' })
  const call = { forum: 16, opensOn: today(), closesOn: today(), textJa: '募集します。', textZh: '现征集项目。' }
  expect(await transact((tx) => saveCall(tx, clerk, null, call))).toEqual({ ok: true })
  expect(await transact((tx) => saveCall(tx, clerk, null, call))).toEqual({ ok: false, reason: 'round-exists' })
  const id = await propose('once')
  expect(await propose('once')).toBe(id)
  expect(await db.$count(candidacies)).toBe(1)
  const parties = await partiesOfProject(db, id)
  expect(parties.map(({ side, kind, nameJa, nameZh }) => [side, kind, nameJa, nameZh])).toEqual([
    ['japan', 'company', '提案株式会社', null],
    ['china', 'company', '提案中方有限公司', null],
    ['china', 'university', '北京提案大学', '北京提案大学'],
  ])
  expect(await db.$count(partyContacts, eq(partyContacts.partyId, parties[0]!.id))).toBe(1)
  expect(await db.$count(consents, eq(consents.subject, `project:${id}`))).toBe(2)
  expect(await readProject(db, (await db.select().from(projects).where(eq(projects.id, id)))[0]!.slug)).toBeNull()
})

test('both sides confirm exactly one text in both languages, and any change of it asks anew', async () => {
  const id = await propose('confirming')
  expect(await transact((tx) => askSide(tx, clerk, id, 'japan'))).toEqual({ ok: false, reason: 'no-title' })
  await transact((tx) => editText(tx, clerk, id, texts(1)))
  expect(await transact((tx) => askSide(tx, clerk, id, 'china'))).toEqual({ ok: false, reason: 'no-contact' })
  const china = (await partiesOfProject(db, id)).find((party) => party.side === 'china')!
  await transact((tx) => addPartyContact(tx, clerk.id, china, { person: '李', role: null, email: 'li@proposer.example', phone: null, wechat: null, language: 'zh' }))
  for (const side of ['japan', 'china'] as const) expect(await transact((tx) => askSide(tx, clerk, id, side))).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('confirming')
  const all = await delivered()
  const tokenOf = (address: string) => sentTo(all, address).at(-1)!.link!.split('/').at(-1)!
  expect((await readLink(db, 'title', tokenOf('li@proposer.example')))!.subject).toBe(`${id}.china`)
  // Sent again, the earlier link ends.
  const earlier = tokenOf('taro@proposer.example')
  await transact((tx) => askSide(tx, clerk, id, 'japan'))
  expect(await readLink(db, 'title', earlier)).toBeNull()

  const before = (await readTitle(db, id))!.textHash
  expect(await agree(id, 'japan')).toEqual({ ok: true })
  expect(await agree(id, 'china')).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('ready')
  await transact((tx) => editText(tx, clerk, id, { ...texts(1), titleZh: '示范备忘录（修订）' }))
  expect(await stageOf(id)).toBe('confirming')
  expect(await transact((tx) => answerTitle(tx, id, 'china', { textHash: before, agreed: 'yes', remark: null }))).toEqual({ ok: false, reason: 'text-changed' })
  expect(await agree(id, 'japan')).toEqual({ ok: true })
  const { textHash } = (await readTitle(db, id))!
  expect(await transact((tx) => answerTitle(tx, id, 'china', { textHash, agreed: 'no', remark: '请改为“示范”' }, { clerk, how: 'phone' }))).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('confirming')
  expect(await agree(id, 'china')).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('ready')
  // The contact stays with the party whose name was written anew.
  expect((await partiesOfProject(db, id)).find((party) => party.side === 'china')!.id).toBe(china.id)
})

test('the chosen are announced with their numbers in one step; what was not stays a candidate', async () => {
  const [first, second, third] = [await ready(11), await ready(12), await ready(13)]
  const hearing = await propose('hearing-still')
  const list = await readingList(db, 16)
  expect(list.map((item) => item.id)).toEqual(expect.arrayContaining([first, second, third]))
  expect(list.map((item) => item.id)).not.toContain(hearing)
  expect(await transact((tx) => orderCandidates(tx, clerk, 16, new Map([[first, 2], [second, 2]])))).toEqual({ ok: false, reason: 'number-taken' })
  expect(await transact((tx) => orderCandidates(tx, clerk, 16, new Map([[first, 2], [second, 1]])))).toEqual({ ok: true })
  expect((await readingList(db, 16)).slice(0, 2).map((item) => item.id)).toEqual([second, first])
  expect(readingCsv((await readingList(db, 16)).slice(0, 1), 'zh')).toContain('"1","実証の覚書 その12","示范备忘录之12","提案12株式会社"')
  expect(await transact((tx) => announceCandidates(tx, clerk, 16, { on: today(), chosen: [first, hearing] }))).toEqual({ ok: false, reason: 'not-ready' })
  expect(await transact((tx) => announceCandidates(tx, clerk, 16, { on: '2999-01-01', chosen: [first] }))).toEqual({ ok: false, reason: 'future' })
  const both = await Promise.all([1, 2].map(() => transact((tx) => announceCandidates(tx, clerk, 16, { on: today(), chosen: [first, second] }))))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await readProject(db, 'forum16-02')).toMatchObject({ title: { ja: '実証の覚書 その11' }, status: 'signed', announcedOn: today() })
  expect((await readProject(db, 'forum16-01'))!.events.filter((event) => event.verb === 'announced')).toHaveLength(1)
  const left = await candidatesOf(db, 16)
  expect(left.map((one) => one.id)).toEqual(expect.arrayContaining([third, hearing]))
  expect((await readRounds(db)).find((round) => round.round === 16)!.registered).toBe(2)
  expect(await transact((tx) => editText(tx, clerk, first, texts(99)))).toEqual({ ok: false, reason: 'already-moved' })
})

test('a candidate is dropped, comes back, and waits for another round', async () => {
  const id = await ready(21)
  expect(await transact((tx) => dropCandidate(tx, clerk, id, '今回は見送り'))).toEqual({ ok: true })
  expect((await readingList(db, 16)).map((item) => item.id)).not.toContain(id)
  expect(await transact((tx) => resumeCandidate(tx, clerk, id))).toEqual({ ok: true })
  expect(await stageOf(id)).toBe('ready')
  await transact((tx) => addRound(tx, clerk, { round: 17, nameJa: '第17回', nameZh: '第十七届', date: null }))
  expect(await transact((tx) => assignRound(tx, clerk, id, 17))).toEqual({ ok: true })
  expect((await candidatesOf(db, 17)).map((one) => one.id)).toEqual([id])
})

test('published figures are edited with their source', async () => {
  expect(await transact((tx) => editRound(tx, clerk, 16, { nameJa: '第16回', nameZh: '第十六届', date: null, announced: 9, cumulative: 422, sourceJa: '事務局発表', sourceZh: '秘书处公布' }))).toEqual({ ok: true })
  expect((await readRounds(db)).find((round) => round.round === 16)).toMatchObject({ announced: 9, cumulative: 422, source: { ja: '事務局発表', zh: '秘书处公布' } })
})

test('an agreed inquiry becomes one project that remembers it, with firm, buyer, fields and region', async () => {
  const [firm] = await db.select({ technology: technologies.id, company: technologies.companyId, name: companies.nameJa }).from(technologies).innerJoin(companies, eq(companies.id, technologies.companyId)).where(and(eq(technologies.state, 'published'), eq(technologies.id, 'demo-orc-low-temp')))
  const inquiry = await agreedByBoth(clerk, [firm!.technology], firm!.company)
  const draft = await transact((tx) => draftFromInquiry(tx, clerk, inquiry.id))
  expect(draft!.china).toContain(inquiry.form.organisation)
  const { name } = (await db.select({ card: listings.card }).from(listings).where(eq(listings.technologyId, firm!.technology)))[0]!.card
  expect([draft!.title.ja, draft!.title.zh]).toEqual([`${name.ja!}の導入に関する協力`, `${name.zh!}引进与应用合作`])
  const form = entryForm.parse({ titleJa: '照会から生まれた協力', titleZh: '由咨询促成的合作', japan: `${firm!.name}`, china: draft!.china, fields: draft!.fields, state: 'announced', announcedOn: today() })
  expect(await transact((tx) => enterFromInquiry(tx, clerk, inquiry.id, form))).toEqual({ ok: false, reason: 'already-moved' })
  await transact((tx) => introduce(tx, clerk, inquiry.approach, { exportControl: true }))
  await transact((tx) => markDialogue(tx, clerk, inquiry.approach))
  await transact((tx) => concludeApproach(tx, clerk, inquiry.approach, { result: 'agreed' }, '合意しました。'))
  expect((await transact((tx) => draftFromInquiry(tx, clerk, inquiry.id)))!.japan).toContain(firm!.name!)
  const both = await Promise.all([1, 2].map(() => transact((tx) => enterFromInquiry(tx, clerk, inquiry.id, form))))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  const [project] = await db.select().from(projects).where(eq(projects.originInquiryId, inquiry.id))
  expect(await readProject(db, project!.slug)).toMatchObject({ title: { ja: '照会から生まれた協力' }, fields: draft!.fields })
  expect((await partiesOfProject(db, project!.id))[0]!.companyId).toBe(firm!.company)
  expect(await db.$count(ledger, and(eq(ledger.subject, `inquiry:${inquiry.id}`), eq(ledger.verb, 'became-project')))).toBe(1)
})

test('a need without a technology gives the project its title, fields and region', async () => {
  const inquiry = await opened([], { form: filledForm({ kind: 'need', region: 'CN-SD' }) })
  await transact((tx) => tx.insert(needs).values({ inquiryId: inquiry.id, slug: 'need-of-project', state: 'published', titleJa: '染色排水の再利用', titleZh: '印染废水回用', textJa: '—', textZh: '—', fields: ['industrial-wastewater'], closesOn: today(), searchText: '', createdAt: now(), updatedAt: now() }))
  expect(await transact((tx) => draftFromInquiry(tx, clerk, inquiry.id))).toMatchObject({ title: { ja: '染色排水の再利用', zh: '印染废水回用' }, fields: ['industrial-wastewater'], region: 'CN-SD', japan: '' })
})

test('by hand: an announced project needs its day, and a number only once a round', async () => {
  const form = { titleJa: '手で登録', japan: '手動株式会社', state: 'announced', announcedOn: '2020-01-01', forum: '14', number: '3' }
  expect(entryForm.safeParse({ ...form, announcedOn: undefined }).success).toBe(false)
  expect((await transact((tx) => enterProject(tx, clerk, entryForm.parse(form)))).ok).toBe(true)
  expect(await transact((tx) => enterProject(tx, clerk, entryForm.parse({ ...form, titleJa: '別' })))).toEqual({ ok: false, reason: 'number-taken' })
  expect(await readProject(db, 'forum14-03')).not.toBeNull()
})
