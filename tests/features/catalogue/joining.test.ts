import { and, eq, inArray } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, joinings, technologies } from '#db/schema/catalogue.ts'
import { approaches, consents, contactViews } from '#db/schema/inquiries.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { userByEmail } from '#app/features/accounts/data.server.ts'
import { requireRegistrant, type Registrant } from '#app/features/accounts/gate.server.ts'
import { activate, addStaff } from '#app/features/accounts/mutations.server.ts'
import { readActivation } from '#app/features/accounts/data.server.ts'
import { listCompanies } from '#app/features/catalogue/companies.server.ts'
import { readCompany } from '#app/features/catalogue/data.server.ts'
import { colleaguesOf, invite, invitedBy, removeColleague, withdrawInvitation } from '#app/features/catalogue/joining/colleagues.server.ts'
import { mergeCompanies } from '#app/features/catalogue/joining/company-merging.server.ts'
import { viewApplicant, viewFirmContacts } from '#app/features/catalogue/joining/contacts.server.ts'
import { listJoinings, readConfirmation } from '#app/features/catalogue/joining/data.server.ts'
import { approveJoining, mergeJoining, rejectJoining, suggestedSlug } from '#app/features/catalogue/joining/deciding.server.ts'
import { askingToo, likelyKnown, similarCompanies } from '#app/features/catalogue/joining/duplicates.server.ts'
import { addressAfterMerger, readFirm, searchFirms } from '#app/features/catalogue/joining/firms.server.ts'
import { contactForm, joiningForm } from '#app/features/catalogue/joining/form.ts'
import { askToJoin, confirmJoining, subjectOf } from '#app/features/catalogue/joining/joining.server.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { saveCompany } from '#app/features/catalogue/mutations.server.ts'
import { days, hours } from '#app/platform/clock.ts'
import { formSeal } from '#app/platform/form.server.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { action as join } from '#app/routes/joining/new.tsx'
import { loader as showCompany } from '#app/routes/companies/show.tsx'
import { workers } from '#app/workers.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, forwarded, sentTo } from '../../support/inquiries.ts'
import { manager, requestOf, secretary } from '../../support/people.ts'

afterEach(() => setClock(0))

const NUMBERS = ['7000012050002', '5000012080001']
let n = 0
const filled = (given: Record<string, string> = {}) => {
  n++
  return {
    nameJa: `株式会社見本${n}工業`, reading: 'みほんこうぎょう', kind: 'company', person: `申込${n}`, email: `joiner${n}@firm${n}.example`,
    password: 'long enough 1', passwordAgain: 'long enough 1', language: 'ja', agreed: 'on', ...given,
  }
}

async function asked(given: Record<string, string> = {}) {
  const form = joiningForm.parse(filled(given))
  await transact((tx) => askToJoin(tx, form, 'hash', 'ja'))
  const user = await userByEmail(db, form.email)
  const [joining] = await db.select().from(joinings).where(eq(joinings.userId, user!.id))
  return { form, userId: user!.id, id: joining!.id, token: (await currentToken(db, 'join', subjectOf(joining!.id)))! }
}

async function waiting(given: Record<string, string> = {}) {
  const one = await asked(given)
  const found = await readConfirmation(db, one.token)
  expect(await transact((tx) => confirmJoining(tx, found!.link))).toEqual({ ok: true })
  return one
}

/** A firm that the office let in, and its first person as the gate proves them. */
async function joined(slug: string, given: Record<string, string> = {}) {
  const one = await waiting(given)
  const clerk = await secretary()
  const approved = await transact((tx) => approveJoining(tx, clerk, one.id, slug))
  if (!approved.ok) throw new Error(approved.reason)
  return { ...one, companyId: approved.companyId!, me: await registrant(one.userId) }
}
const sessionOf = async (userId: string) => requestOf((await db.select().from(users).where(eq(users.id, userId)))[0]!.email)
const registrant = async (userId: string): Promise<Registrant> => requireRegistrant(await sessionOf(userId), 'ja')
const stateOf = async (id: string) => (await db.select().from(joinings).where(eq(joinings.id, id)))[0]?.state
const verbsOf = async (subject: string) => (await db.select().from(ledger).where(eq(ledger.subject, subject)).orderBy(ledger.id)).map((row) => row.verb)

function sent(typed: Record<string, string>, address = '203.0.113.1') {
  const body = new URLSearchParams({ ...formSeal(), ...typed })
  const request = new Request('http://127.0.0.1/ja/join', { method: 'POST', body })
  return join({ request, params: { locale: 'ja' }, context: { address, host: '', count: () => undefined, share: () => undefined } })
}

test('a taken address gets the same answer as a new one, and its owner a letter that names nobody', async () => {
  await transact((tx) => addStaff(tx, { email: 'taken@office.example', role: 'secretary', name: '職員' }))
  const before = await db.$count(users)
  const [fresh, taken] = [(await sent(filled({ email: 'fresh@firm.example' }))) as Response, (await sent(filled({ email: 'Taken@office.example' }))) as Response]
  const whole = async (answer: Response) => ({ status: answer.status, headers: [...answer.headers], body: await answer.text() })
  expect(await whole(taken)).toEqual(await whole(fresh))
  expect(taken.status).toBe(303)
  expect(await db.$count(users)).toBe(before + 1)
  const all = await delivered()
  expect(sentTo(all, 'fresh@firm.example').map((letter) => letter.link)).toEqual([expect.stringMatching(/\/ja\/join\/[\w-]{54}$/)])
  const [known] = sentTo(all, 'taken@office.example')
  expect(known!.link).toMatch(/\/ja\/account\/sign-in$/)
  expect(known!.text).not.toMatch(/職員|申込|見本/)
})

test('refused words come back beside their fields, passwords do not', async () => {
  const typed = filled({ reading: 'カブシキガイシャミホン', corporateNumber: '1-2345-6789-0123', passwordAgain: 'other words', site: 'not a site at all', agreed: '' })
  const answer = (await sent(typed, '203.0.113.2')) as { data: { kept: { errors: Record<string, string[]>; typed: Record<string, string> } }; init: { status: number } }
  expect(answer.init.status).toBe(400)
  expect(answer.data.kept.errors).toEqual({ reading: ['legalForm'], corporateNumber: ['bad-corporate-number'], passwordAgain: ['differs'], site: ['bad-address'], agreed: ['consent'] })
  expect(answer.data.kept.typed).toMatchObject({ nameJa: typed.nameJa, email: typed.email })
  expect(JSON.stringify(answer.data)).not.toContain(typed.password)
})

test('a corporate number may be typed with hyphens and full-width digits, a site without its scheme', () => {
  const form = joiningForm.parse(filled({ corporateNumber: '７-0000-1205-0002', site: 'www.mihon.example' }))
  expect(form).toMatchObject({ corporateNumber: NUMBERS[0], site: 'https://www.mihon.example' })
})

test('one mailbox gets five letters a day at the most, and the page says the same', async () => {
  const typed = filled({ email: 'flooded@firm.example' })
  const answers = []
  for (let at = 0; at < 7; at++) answers.push(((await sent(typed, `198.51.100.${at}`)) as Response).status)
  expect(new Set(answers)).toEqual(new Set([303]))
  expect(await db.$count(ledger, eq(ledger.verb, 'joining-forgotten'))).toBe(4)
})

test('one address may ask thirty times an hour', async () => {
  const typed = filled({ homepage: 'a program fills this', email: 'many@firm.example' })
  const answers = await Promise.all(Array.from({ length: 31 }, () => sent(typed, '203.0.113.9')))
  expect(answers.filter((answer) => answer instanceof Response)).toHaveLength(30)
  expect(await userByEmail(db, 'many@firm.example')).toBeNull()
})

test('the link works once, for 24 hours by the clock, and does nothing before the button', async () => {
  const one = await asked()
  setClock(hours(24) - 60_000)
  const found = await readConfirmation(db, one.token)
  expect(found).toMatchObject({ person: one.form.person })
  expect(await stateOf(one.id)).toBe('unconfirmed')
  const uses = await Promise.all([1, 2, 3].map(() => transact((tx) => confirmJoining(tx, found!.link))))
  expect(uses.filter((use) => use.ok)).toHaveLength(1)
  expect(await stateOf(one.id)).toBe('waiting')
  expect((await userByEmail(db, one.form.email))?.confirmedAt).not.toBeNull()
  expect(await readConfirmation(db, one.token)).toBeNull()
  expect(await verbsOf(subjectOf(one.id))).toEqual(['asked-to-join', 'joining-confirmed'])
  const late = await asked()
  setClock(hours(48))
  expect(await readConfirmation(db, late.token)).toBeNull()
})

test('asking again before confirming replaces what was asked: the newest words and the newest link count', async () => {
  const first = await asked({ email: 'twice@firm.example' })
  const second = await asked({ email: 'twice@firm.example', person: '改めて' })
  expect(await readConfirmation(db, first.token)).toBeNull()
  expect((await readConfirmation(db, second.token))?.person).toBe('改めて')
  expect(await db.$count(joinings, inArray(joinings.id, [first.id, second.id]))).toBe(1)
})

test('what nobody confirms is gone after a week, with account and letters; what was confirmed stays', async () => {
  const gone = await asked()
  const kept = await waiting()
  setClock(days(7) + hours(1))
  await runDueJobs(workers)
  expect(await stateOf(gone.id)).toBeUndefined()
  expect(await userByEmail(db, gone.form.email)).toBeNull()
  expect(await db.$count(outbox, eq(outbox.recipient, gone.form.email))).toBe(0)
  expect(await stateOf(kept.id)).toBe('waiting')
})

test('consent is kept with its notice and its text', async () => {
  const one = await asked()
  expect(await db.select().from(consents).where(eq(consents.subject, subjectOf(one.id)))).toMatchObject([{ party: 'firm', purpose: 'processing', locale: 'ja', noticeVersion: 'joining-2026-1' }])
})

test('the office reads who confirmed only, oldest first, and is told by letter', async () => {
  const unseen = await asked()
  const one = await waiting()
  const { rows } = await listJoinings(db, 'waiting', 1)
  expect(rows.map((row) => row.id)).toContain(one.id)
  expect(rows.map((row) => row.id)).not.toContain(unseen.id)
  const letters = await delivered()
  expect(letters.filter((letter) => letter.link?.endsWith(`/ja/desk/joinings/${one.id}`))).toHaveLength(1)
})

test('duplicates are told by number, name in any script and former name, and by the site', async () => {
  await transact(async (tx) => {
    await saveCompany(tx, { ...blankCompany('dup-number'), nameJa: '別名商事', corporateNumber: NUMBERS[0]! }, null)
    await saveCompany(tx, { ...blankCompany('dup-name'), nameJa: '東洋環境（株）', nameZh: '东洋环境有限公司' }, null)
    await saveCompany(tx, { ...blankCompany('dup-former'), nameJa: '新社名', formerNames: ['有限会社東洋環境'] }, null)
    await saveCompany(tx, { ...blankCompany('dup-site'), nameJa: '関係なし', site: 'http://toyo.example/en' }, null)
  })
  const one = await waiting({ nameJa: '株式会社東洋環境', corporateNumber: NUMBERS[0]!, site: 'https://www.toyo.example' })
  const other = await waiting({ nameJa: '東洋環境株式会社' })
  const [joining] = await db.select().from(joinings).where(eq(joinings.id, one.id))
  const found = await similarCompanies(db, joining!.content)
  expect(found.map(({ id, why }) => [id, why])).toEqual([['dup-number', ['number']], ['dup-name', ['name']], ['dup-former', ['former']], ['dup-site', ['site']]])
  expect((await askingToo(db, joining!)).map((row) => row.id)).toEqual([other.id])
  expect(await likelyKnown(db, (await listJoinings(db, 'waiting', 1)).rows)).toEqual(expect.arrayContaining([one.id, other.id]))
})

test('of twenty simultaneous approvals exactly one makes a company', async () => {
  const clerk = await secretary()
  const one = await waiting({ nameEn: 'Approval Works Co., Ltd.', department: '海外部' })
  const [joining] = await db.select().from(joinings).where(eq(joinings.id, one.id))
  expect(await suggestedSlug(db, joining!)).toBe('approval-works')
  const tries = await Promise.all(Array.from({ length: 20 }, (_, at) => transact((tx) => approveJoining(tx, clerk, one.id, `approval-${at}`))))
  expect(tries.filter((one) => one.ok)).toHaveLength(1)
  expect(tries.filter((one) => !one.ok && one.reason === 'already-moved')).toHaveLength(19)
  const made = await db.select().from(companies).where(eq(companies.nameEn, 'Approval Works Co., Ltd.'))
  expect(made).toHaveLength(1)
  expect((await userByEmail(db, one.form.email))?.companyId).toBe(made[0]!.id)
  expect(await db.select().from(companyContacts).where(eq(companyContacts.companyId, made[0]!.id))).toMatchObject([{ name: one.form.person, department: '海外部', email: one.form.email }])
  expect(sentTo(await delivered(), one.form.email).map((letter) => letter.subject)).toEqual(['登録が承認されました'])
})

test('a taken page address refuses the approval and changes nothing', async () => {
  await transact((tx) => saveCompany(tx, { ...blankCompany('slug-holder'), nameJa: '先の会社' }, null))
  const one = await waiting()
  const clerk = await secretary()
  expect(await transact((tx) => approveJoining(tx, clerk, one.id, 'slug-holder'))).toEqual({ ok: false, reason: 'slug-taken' })
  expect(await stateOf(one.id)).toBe('waiting')
})

test('a new firm has no public page until its first listing is public', async () => {
  const { companyId } = await joined('quiet-firm')
  expect(await readCompany(db, 'quiet-firm')).toBeNull()
  expect((await listCompanies(db, 'kana-asc', 1, 100)).items.map((row) => row.slug)).not.toContain('quiet-firm')
  await listedTechnology('quiet-firm-t', companyId)
  expect((await readCompany(db, 'quiet-firm'))?.id).toBe(companyId)
})

test('merging into a firm that is there lets the person in, keeps its words and tells its people', async () => {
  const first = await joined('merge-target')
  const one = await waiting({ nameJa: '言い方の違う会社' })
  const clerk = await secretary()
  expect(await transact((tx) => mergeJoining(tx, clerk, one.id, 'no-such-company'))).toEqual({ ok: false, reason: 'no-company' })
  expect(await transact((tx) => mergeJoining(tx, clerk, one.id, first.companyId))).toMatchObject({ ok: true })
  expect((await colleaguesOf(db, first.companyId)).map((person) => person.id)).toEqual([first.userId, one.userId])
  expect((await readFirm(db, first.companyId))?.company.nameJa).toBe(first.form.nameJa)
  expect(await db.$count(companyContacts, eq(companyContacts.companyId, first.companyId))).toBe(1)
  expect(sentTo(await delivered(), first.form.email).at(-1)?.text).toContain(one.form.person)
})

test('a no is told with its reason, may be taken back, and is forgotten after half a year', async () => {
  const clerk = await secretary()
  const one = await waiting()
  expect(await transact((tx) => rejectJoining(tx, clerk, one.id, '技術の提供元ではないため。'))).toEqual({ ok: true })
  expect(await transact((tx) => rejectJoining(tx, clerk, one.id, '二度目'))).toEqual({ ok: false, reason: 'already-moved' })
  expect(sentTo(await delivered(), one.form.email).at(-1)?.text).toContain('技術の提供元ではないため。')
  const other = await waiting()
  await transact((tx) => rejectJoining(tx, clerk, other.id, 'x'))
  expect(await transact((tx) => approveJoining(tx, clerk, other.id, 'second-thoughts'))).toMatchObject({ ok: true })
  setClock(days(181))
  await runDueJobs(workers)
  expect([await stateOf(one.id), await stateOf(other.id)]).toEqual([undefined, 'approved'])
  expect(await userByEmail(db, one.form.email)).toBeNull()
})

test('an applicant\'s address and a firm\'s contacts are seen by POST only, and each view is noted without the details', async () => {
  const one = await joined('viewed-firm')
  const clerk = await secretary()
  expect((await readFirm(db, one.companyId))!.people).toEqual([{ id: one.userId, name: one.form.person, domain: one.form.email.split('@')[1], active: true }])
  expect(await transact((tx) => viewApplicant(tx, clerk, one.id))).toMatchObject({ email: one.form.email })
  expect((await transact((tx) => viewFirmContacts(tx, clerk, one.companyId))).contacts).toHaveLength(1)
  const views = await db.select().from(contactViews).where(inArray(contactViews.subject, [subjectOf(one.id), `company:${one.companyId}`])).orderBy(contactViews.id)
  expect(views.map((view) => [view.actor, view.fields])).toEqual([[clerk.id, ['email']], [clerk.id, ['people', 'contacts']]])
})

test('inviting shows the same list whether or not the address had an account', async () => {
  const one = await joined('inviting-firm')
  const elsewhere = await joined('elsewhere-firm')
  await transact((tx) => invite(tx, one.me, { email: 'new-colleague@firm.example', name: '新しい人', locale: 'ja' }))
  await transact((tx) => invite(tx, one.me, { email: elsewhere.form.email, name: '知らない人', locale: 'ja' }))
  expect((await invitedBy(db, one.companyId)).map(({ name, expired }) => [name, expired])).toEqual([['新しい人', false], ['知らない人', false]])
  const all = await delivered()
  expect(sentTo(all, 'new-colleague@firm.example').at(-1)?.link).toMatch(/\/account\/activation\//)
  expect(sentTo(all, elsewhere.form.email).at(-1)?.link).toMatch(/\/account\/sign-in$/)
  expect((await userByEmail(db, elsewhere.form.email))?.companyId).toBe(elsewhere.companyId)
  setClock(hours(73))
  expect((await invitedBy(db, one.companyId)).every(({ expired }) => expired)).toBe(true)
})

async function colleague(me: Registrant, email: string) {
  await transact((tx) => invite(tx, me, { email, name: '同僚', locale: 'ja' }))
  const user = (await userByEmail(db, email))!
  const token = await currentToken(db, 'activation', `user:${user.id}`)
  const found = await readActivation(db, token!)
  await transact((tx) => activate(tx, found!.link, user.id, 'hash'))
  return user.id
}

test('somebody invited is a colleague once the link was used; a withdrawn or replaced invitation opens nothing', async () => {
  const { me, companyId } = await joined('growing-firm')
  const id = await colleague(me, 'grown@firm.example')
  expect((await colleaguesOf(db, companyId)).map((person) => person.id)).toEqual([me.id, id])
  expect(await invitedBy(db, companyId)).toEqual([])
  await transact((tx) => invite(tx, me, { email: 'late@firm.example', name: '後の人', locale: 'ja' }))
  const late = (await userByEmail(db, 'late@firm.example'))!
  const first = await currentToken(db, 'activation', `user:${late.id}`)
  await transact((tx) => invite(tx, me, { email: 'late@firm.example', name: '後の人', locale: 'ja' }))
  expect(await readActivation(db, first!)).toBeNull()
  const second = await currentToken(db, 'activation', `user:${late.id}`)
  expect(await readActivation(db, second!)).not.toBeNull()
  const [invited] = await invitedBy(db, companyId)
  expect(await transact((tx) => withdrawInvitation(tx, me, invited!.id))).toBe(true)
  expect(await readActivation(db, second!)).toBeNull()
  expect(await invitedBy(db, companyId)).toEqual([])
})

test('the last one cannot leave or be removed, even when two remove each other at once', async () => {
  const { me, companyId } = await joined('two-people')
  expect(await transact((tx) => removeColleague(tx, me, me.id))).toEqual({ ok: false, reason: 'last' })
  const other = await registrant(await colleague(me, 'second@firm.example'))
  const both = await Promise.all([transact((tx) => removeColleague(tx, me, other.id)), transact((tx) => removeColleague(tx, other, me.id))])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await colleaguesOf(db, companyId)).toHaveLength(1)
})

test('nobody removes people of another firm', async () => {
  const mine = await joined('my-firm')
  const theirs = await joined('their-firm')
  await colleague(theirs.me, 'theirs@firm.example')
  expect(await transact((tx) => removeColleague(tx, mine.me, theirs.me.id))).toEqual({ ok: false, reason: 'gone' })
})

test('a contact needs one way to be reached', () => {
  const shape = (given: object) => contactForm.safeParse({ name: '担当', language: 'ja', ...given })
  expect(shape({}).error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([['email', 'oneWay']])
  expect(shape({ phone: '+81 3-5511-2266' }).success).toBe(true)
  expect(shape({ phone: 'call me' }).success).toBe(false)
})

test('merging two firms moves everything, keeps the names findable and leads the old address on', async () => {
  const boss = await manager()
  const clerk = await secretary()
  const from = await joined('old-entry', { nameJa: '旧登録株式会社', nameZh: '旧登录公司' })
  const into = await joined('new-entry', { nameJa: '新登録株式会社' })
  await listedTechnology('moving-t', from.companyId)
  const own = await forwarded(clerk, ['moving-t'], from.companyId)
  const earlier = await listedCompany('earlier-entry')
  expect(await transact((tx) => mergeCompanies(tx, boss, earlier.id, from.companyId))).toEqual({ ok: true })
  const tries = await Promise.all(Array.from({ length: 5 }, () => transact((tx) => mergeCompanies(tx, boss, from.companyId, into.companyId))))
  expect(tries.filter((one) => one.ok)).toHaveLength(1)

  expect((await readFirm(db, into.companyId))!.company.formerNames).toEqual(['旧登録株式会社', '旧登录公司', 'earlier-entry見本株式会社', 'earlier-entry样本公司'])
  expect((await db.select().from(technologies).where(eq(technologies.id, 'moving-t')))[0]!.companyId).toBe(into.companyId)
  expect((await readCompany(db, 'new-entry'))?.id).toBe(into.companyId)
  expect(await readCompany(db, 'old-entry')).toBeNull()
  expect((await colleaguesOf(db, into.companyId)).map((one) => one.id).sort()).toEqual([from.userId, into.userId].sort())
  expect(await db.$count(companyContacts, eq(companyContacts.companyId, from.companyId))).toBe(0)
  expect((await searchFirms(db, '旧登录', 1)).firms.map((firm) => [firm.id, firm.state])).toEqual(expect.arrayContaining([[into.companyId, 'published'], [from.companyId, 'merged']]))
  expect([await addressAfterMerger(db, 'old-entry'), await addressAfterMerger(db, 'earlier-entry'), await addressAfterMerger(db, 'new-entry')]).toEqual(['new-entry', 'new-entry', null])
  expect((await db.select().from(approaches).where(eq(approaches.id, own.approach)))[0]!.companyId).toBe(into.companyId)

  const visit = (slug: string) => showCompany({ request: new Request(`http://127.0.0.1/zh/companies/${slug}`), params: { locale: 'zh', slug }, context: { address: '', host: '', count: () => undefined, share: () => undefined } })
  const moved = await visit('old-entry').catch((thrown: unknown) => thrown as Response)
  expect([(moved as Response).status, (moved as Response).headers.get('location')]).toEqual([301, '/zh/companies/new-entry'])
  expect(((await visit('never-was').catch((thrown: unknown) => thrown)) as Response).status).toBe(404)
  expect(await transact((tx) => mergeCompanies(tx, boss, into.companyId, into.companyId))).toEqual({ ok: false, reason: 'same' })
  expect(await transact((tx) => mergeCompanies(tx, boss, into.companyId, from.companyId))).toEqual({ ok: false, reason: 'no-company' })
  expect(sentTo(await delivered(), from.form.email).at(-1)?.text).toContain('新登録株式会社')
})

test('the desk finds firms by any name, whatever its script or case', async () => {
  await transact((tx) => saveCompany(tx, { ...blankCompany('found-firm'), nameJa: '環境テクノロジー製作所', nameEn: 'Kankyo Technology Works', formerNames: ['旧テクノ'] }, null))
  for (const q of ['环境テクノ', 'KANKYO', 'てくのろじー', '製作所 環境', '旧テクノ']) expect((await searchFirms(db, q, 1)).firms.map((firm) => firm.id), q).toContain('found-firm')
  expect((await searchFirms(db, 'そんな会社はない', 1)).total).toBe(0)
})

test('an account that waits has no firm and is led to the page that says so', async () => {
  const one = await waiting()
  const thrown = await requireRegistrant(await sessionOf(one.userId), 'zh').catch((response: unknown) => response as Response)
  expect((thrown as Response).headers.get('location')).toBe('/zh/account/waiting')
  expect(await db.$count(users, and(eq(users.id, one.userId), eq(users.role, 'registrant')))).toBe(1)
})
