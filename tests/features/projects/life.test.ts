import { beforeAll, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { partyMergers } from '#db/schema/candidacies.ts'
import { contactViews } from '#db/schema/inquiries.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { partyContacts, projectOutcomes, projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { changeStatus, confirmStatus, noteFindings, reportOutcome, retitle } from '#app/features/projects/life/changing.server.ts'
import { addPartyContact, erasePartyContact, viewPartyContacts } from '#app/features/projects/life/contacts.server.ts'
import { findingsForm, outcomeForm } from '#app/features/projects/life/form.ts'
import { joinParties, mergeBodies, partLeaves, signAnew, unmergeBodies } from '#app/features/projects/life/parties.server.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { readParty, readProject, searchProjects } from '#app/features/projects/register.server.ts'
import { registerShape } from '#app/features/projects/search-form.ts'
import { askParties, countUnconfirmed, longAgo, unconfirmed } from '#app/features/projects/standing/asking.server.ts'
import { acceptReport, readAskedParty, takeReport, waitingReports } from '#app/features/projects/standing/reports.server.ts'
import { today } from '#app/platform/clock.ts'
import { readLink } from '#app/platform/links.server.ts'
import { days } from '#app/platform/spans.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
const said = { on: '2024-05-01', source: 'survey' as const, sourceText: null, ja: null, zh: null, public: true }
/** As a form sends it: what is empty is left out. */
const typed = { on: said.on, source: said.source }
const bySlug = async (slug: string) => (await db.select().from(projects).where(eq(projects.slug, slug)))[0]!
const found = (q: string) => searchProjects(db, { ...registerShape.parse({}), q }).then(({ items }) => items.map((item) => item.slug))
const verbsOf = async (slug: string) => (await readProject(db, slug))!.events.map((event) => event.verb)

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: false }))
  clerk = await secretary()
})

test('only a confirmed source changes a status; an earlier day told later enters the history alone', async () => {
  const { id } = await bySlug('forum15-01')
  expect(await transact((tx) => changeStatus(tx, clerk, id, { ...said, source: 'office', status: 'in-progress' }))).toEqual({ ok: false, reason: 'unconfirmed-source' })
  expect(await transact((tx) => changeStatus(tx, clerk, id, { ...said, on: '2999-01-01', status: 'in-progress' }))).toEqual({ ok: false, reason: 'future' })
  expect(await transact((tx) => changeStatus(tx, clerk, id, { ...said, status: 'in-progress' }))).toEqual({ ok: true })
  expect(await transact((tx) => changeStatus(tx, clerk, id, { ...said, status: 'in-progress' }))).toEqual({ ok: false, reason: 'same-status' })
  expect(await transact((tx) => changeStatus(tx, clerk, id, { ...said, on: '2023-01-10', status: 'preparing' }))).toEqual({ ok: true })
  expect(await bySlug('forum15-01')).toMatchObject({ status: 'in-progress', statusOn: '2024-05-01', lastConfirmedOn: '2024-05-01' })
  expect((await readProject(db, 'forum15-01'))!.events.map(({ verb, codes }) => [verb, codes.status])).toEqual([['announced', undefined], ['status', 'preparing'], ['status', 'in-progress']])
  expect(await transact((tx) => confirmStatus(tx, clerk, id, { ...said, on: '2025-06-30', public: false }))).toEqual({ ok: true })
  expect(await bySlug('forum15-01')).toMatchObject({ status: 'in-progress', lastConfirmedOn: '2025-06-30' })
  expect(await verbsOf('forum15-01')).not.toContain('confirmed')
})

test('of twenty simultaneous changes to one status exactly one is told', async () => {
  const { id } = await bySlug('forum15-02')
  const done = await Promise.all(Array.from({ length: 20 }, () => transact((tx) => changeStatus(tx, clerk, id, { ...said, status: 'suspended' }))))
  expect(done.filter((one) => one.ok)).toHaveLength(1)
  expect((await verbsOf('forum15-02')).filter((verb) => verb === 'status')).toHaveLength(1)
})

test('partners join and leave, and a new signature is an event of the same project', async () => {
  const { id } = await bySlug('forum15-05')
  expect(await transact((tx) => joinParties(tx, clerk, id, { ...said, japan: '新規参加株式会社 | 新加入株式会社', china: null }))).toEqual({ ok: true })
  expect(await found('新規参加')).toEqual(['forum15-05'])
  const joined = (await partiesOfProject(db, id)).at(-1)!
  expect(joined).toMatchObject({ side: 'japan', kind: 'company', fromOn: '2024-05-01', untilOn: null })
  expect(await transact((tx) => partLeaves(tx, clerk, id, joined.id, { ...said, on: '2024-01-01' }))).toEqual({ ok: false, reason: 'left-before' })
  expect(await transact((tx) => partLeaves(tx, clerk, id, joined.id, { ...said, on: '2024-09-01' }))).toEqual({ ok: true })
  expect(await transact((tx) => partLeaves(tx, clerk, id, joined.id, { ...said, on: '2024-09-02' }))).toEqual({ ok: false, reason: 'already-moved' })
  const present = (await partiesOfProject(db, id)).filter((party) => party.untilOn === null)
  const chinese = present.filter((party) => party.side === 'china')
  expect(await transact((tx) => signAnew(tx, clerk, id, { ...said, on: '2025-03-01', staying: chinese.map((party) => party.id), japan: null, china: null }))).toEqual({ ok: false, reason: 'last-of-side' })
  expect(await transact((tx) => signAnew(tx, clerk, id, { ...said, on: '2025-03-01', staying: chinese.map((party) => party.id), japan: '後継株式会社', china: null }))).toEqual({ ok: true })
  expect(await verbsOf('forum15-05')).toEqual(['announced', 'party-joined', 'party-left', 'signed-anew', ...present.filter((party) => party.side === 'japan').map(() => 'party-left'), 'party-joined'])
  expect((await readProject(db, 'forum15-05'))!.parties.filter((party) => party.untilOn === null && party.side === 'japan').map((party) => party.name.ja)).toEqual(['後継株式会社'])
})

test('an earlier title is still found', async () => {
  const before = await bySlug('forum15-04')
  expect(await transact((tx) => retitle(tx, clerk, before.id, { ...said, titleJa: '改題後の件名', titleZh: '更名后的项目' }))).toEqual({ ok: true })
  expect(await found('改題後')).toEqual(['forum15-04'])
  expect(await found(before.titleJa!.slice(0, 12))).toEqual(['forum15-04'])
  expect(await transact((tx) => retitle(tx, clerk, before.id, { ...said, titleJa: '改題後の件名', titleZh: '更名后的项目' }))).toEqual({ ok: false, reason: 'same-title' })
})

test('obstacles, wishes and outcomes are coded; claimed and verified are reports of their own', async () => {
  const { id } = await bySlug('forum15-06')
  expect(await transact((tx) => noteFindings(tx, clerk, id, findingsForm.parse({ ...typed, obstacles: ['price-gap', 'permit'], wishes: 'matching' })))).toEqual({ ok: true })
  expect(await transact((tx) => noteFindings(tx, clerk, id, findingsForm.parse(typed)))).toEqual({ ok: false, reason: 'nothing-said' })
  const outcome = { ...typed, kinds: ['contract', 'demonstration'], amount: '100m-1b-jpy', energySaved: '１,２００', jobs: '12' }
  expect(await transact((tx) => reportOutcome(tx, clerk, id, outcomeForm.parse(outcome)))).toEqual({ ok: true })
  expect(await transact((tx) => reportOutcome(tx, clerk, id, outcomeForm.parse({ ...outcome, energySaved: '950', verified: 'on' })))).toEqual({ ok: true })
  const rows = await db.select().from(projectOutcomes).where(eq(projectOutcomes.projectId, id))
  expect(rows.map(({ energySaved, verified }) => [energySaved, verified]).sort()).toEqual([[1200, false], [950, true]])
  expect(await verbsOf('forum15-06')).toEqual(['announced'])
})

test('two names of one body are merged, and taken apart again exactly', async () => {
  const rows = await db.select({ key: projectParties.partyKey, id: projectParties.id }).from(projectParties).where(eq(projectParties.projectId, (await bySlug('forum15-07')).id))
  const [from, into] = [rows[0]!, rows.find((row) => row.key !== rows[0]!.key)!]
  expect(await transact((tx) => mergeBodies(tx, clerk, from.key, from.key))).toEqual({ ok: false, reason: 'same-party' })
  expect(await transact((tx) => mergeBodies(tx, clerk, from.key, into.key))).toEqual({ ok: true })
  expect(await readParty(db, from.key)).toBeNull()
  const merged = (await db.select({ subject: ledger.subject }).from(ledger).where(eq(ledger.verb, 'parties-merged')))[0]!
  expect(merged.subject).toBe(`party:${into.key}`)
  const [merger] = await db.select().from(partyMergers)
  expect(await transact((tx) => unmergeBodies(tx, clerk, merger!.id))).toEqual({ ok: true })
  expect(await transact((tx) => unmergeBodies(tx, clerk, merger!.id))).toEqual({ ok: false, reason: 'already-moved' })
  expect((await readParty(db, from.key))?.projects.length).toBeGreaterThan(0)
})

test('who looks at a contact is written down, and an erased one holds nobody', async () => {
  const [party] = await partiesOfProject(db, (await bySlug('forum15-08')).id)
  await transact((tx) => addPartyContact(tx, clerk.id, party!, { person: '連絡 花子', role: null, email: 'erased@party.example', phone: null, wechat: null, language: 'ja' }))
  const [contact] = await transact((tx) => viewPartyContacts(tx, clerk, party!))
  expect(contact!.person).toBe('連絡 花子')
  expect(await db.$count(contactViews, and(eq(contactViews.subject, `party:${party!.id}`), eq(contactViews.actor, clerk.id)))).toBe(1)
  expect(await transact((tx) => erasePartyContact(tx, clerk, party!, contact!.id))).toBe(true)
  const [row] = await db.select().from(partyContacts).where(eq(partyContacts.id, contact!.id))
  expect(JSON.stringify(row)).not.toMatch(/花子|erased@/)
  expect(JSON.stringify(await readProject(db, 'forum15-08'))).not.toMatch(/花子|erased@/)
})

test('a project that nobody confirmed for twelve months is asked about once in thirty days, and its party answers', async () => {
  expect(longAgo('2024-02-29')).toBe('2023-03-01')
  const project = await bySlug('forum15-09')
  const count = await countUnconfirmed(db)
  expect(count).toBeGreaterThan(0)
  expect(await transact((tx) => askParties(tx, clerk, project.id))).toEqual({ ok: false, reason: 'no-contact' })
  const parties = await partiesOfProject(db, project.id)
  const asked = parties.find((party) => party.side === 'china')!
  await transact((tx) => addPartyContact(tx, clerk.id, asked, { person: '王工', role: null, email: 'wang@party.example', phone: null, wechat: null, language: 'zh' }))
  expect(await transact((tx) => askParties(tx, clerk, project.id))).toEqual({ ok: true })
  expect(await transact((tx) => askParties(tx, clerk, project.id))).toEqual({ ok: false, reason: 'asked-lately' })
  expect(await db.$count(outbox, eq(outbox.kind, 'project-life'))).toBe(1)
  const [letter] = sentTo(await delivered(), 'wang@party.example')
  const token = /\/zh\/standing\/(\S+)$/.exec(letter!.link!)![1]!
  const link = await readLink(db, 'project-life', token)
  expect(await readLink(db, 'title', token)).toBeNull()
  const party = (await readAskedParty(db, link!.subject))!
  const form = { kind: 'changed', status: 'completed', on: null, note: '已投产。' } as const
  expect(await transact((tx) => takeReport(tx, party, form, 'zh', 'key-1'))).toEqual({ ok: true })
  expect(await transact((tx) => takeReport(tx, party, form, 'zh', 'key-1'))).toEqual({ ok: true })
  expect((await bySlug('forum15-09')).status).toBe('signed')
  const [report, ...others] = await waitingReports(db)
  expect(others).toEqual([])
  expect(await transact((tx) => acceptReport(tx, clerk, project.id, report!.id))).toEqual({ ok: true })
  expect(await transact((tx) => acceptReport(tx, clerk, project.id, report!.id))).toEqual({ ok: false, reason: 'already-moved' })
  expect((await bySlug('forum15-09')).status).toBe('completed')
  expect((await readProject(db, 'forum15-09'))!.events.at(-1)).toMatchObject({ verb: 'status', source: 'party', ja: null, zh: null })
  expect(await countUnconfirmed(db)).toBe(count - 1)
  setClock(days(31))
  expect(await transact((tx) => askParties(tx, clerk, project.id))).toEqual({ ok: true })
  setClock(days(100))
  expect(await readLink(db, 'project-life', token)).toBeNull()
  setClock(0)
})

test('twelve months to the day a confirmation holds; the day after, the project is on the list, and its parties are asked by one click', async () => {
  const project = await bySlug('forum15-10')
  expect(await transact((tx) => confirmStatus(tx, clerk, project.id, { ...said, on: today() }))).toEqual({ ok: true })
  const listed = async () => (await searchProjects(db, registerShape.parse({}), unconfirmed())).items.map(({ slug }) => slug)
  const [year, month, date] = today().split('-').map(Number) as [number, number, number]
  const after = (extra: number) => setClock(Date.UTC(year + 1, month - 1, date) - Date.now() + days(extra))
  try {
    after(0)
    expect(await listed()).not.toContain('forum15-10')
    after(1.5)
    expect(await listed()).toContain('forum15-10')
    for (const [at, party] of (await partiesOfProject(db, project.id)).entries()) await transact((tx) => addPartyContact(tx, clerk.id, party, { person: '窓口', role: null, email: `life${at}@party.example`, phone: null, wechat: null, language: party.side === 'china' ? 'zh' : 'ja' }))
    const letters = await db.$count(outbox, eq(outbox.kind, 'project-life'))
    expect(await transact((tx) => askParties(tx, clerk, project.id))).toEqual({ ok: true })
    expect(await db.$count(outbox, eq(outbox.kind, 'project-life'))).toBe(letters + (await partiesOfProject(db, project.id)).length)
    // That it was asked confirms nothing.
    expect(await listed()).toContain('forum15-10')
  } finally {
    setClock(0)
  }
})
