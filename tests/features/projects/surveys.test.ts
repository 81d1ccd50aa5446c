import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { projectReports } from '#db/schema/candidacies.ts'
import { outbox } from '#db/schema/platform.ts'
import { partyContacts, projectParties, projects } from '#db/schema/projects.ts'
import { surveyRecipients, surveyResponses } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { readAnalysis } from '#app/features/projects/surveys/analysis.server.ts'
import { finishAnswers, markRecipient, refuseAnswers, saveAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { deviceCookies, deviceOf, finishEventAnswers, readEvent, readEventResults, saveEventAnswers } from '#app/features/projects/surveys/events.server.ts'
import { surveyLetters } from '#app/features/projects/surveys/letters.server.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { planRecipients } from '#app/features/projects/surveys/planning.server.ts'
import { publishedResults } from '#app/features/projects/surveys/published-results.ts'
import { draftVersion, publishVersion, readVersion, saveSection } from '#app/features/projects/surveys/questionnaires.server.ts'
import { addRound, closeRound, openRound, readRound, releaseResults } from '#app/features/projects/surveys/rounds.server.ts'
import { endLink, sendAgain } from '#app/features/projects/surveys/sending.server.ts'
import { installSurveys, type BundledSurveys } from '#app/features/projects/surveys/seeding.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { workers } from '#app/workers.server.ts'
import { setClock } from '../../support/clock.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
let versions: Record<string, string>
let roundId: string
const quiet = { ...workers, letter: async () => undefined }
const dayFromNow = (n: number) => today(new Date(now().getTime() + days(n)))
const rule = { forumFrom: 15, forumTo: 15, statuses: [], fields: [], promising: false, picked: [] }
const round = async (id = roundId) => (await readRound(db, id))!.round
const recipients = () => db.select().from(surveyRecipients).where(eq(surveyRecipients.roundId, roundId)).orderBy(surveyRecipients.id)
const stateOf = async (id: string) => (await db.select().from(surveyRecipients).where(eq(surveyRecipients.id, id)))[0]!
const lettersOf = async (kind: string, id: string) => (await db.select().from(outbox).where(eq(outbox.kind, kind))).filter(({ payload }) => payload.recipient === id).length
const say = (id: string, step: string, answers: Record<string, string | string[]>, key = crypto.randomUUID(), edition = 99) =>
  transact((tx) => saveAnswers(tx, id, { step, answers, shown: { key, edition }, locale: 'zh', via: 'link' }))
const open = async (id: string) => {
  const token = await currentToken(db, 'survey', id)
  return openSurvey({ locale: 'zh', token: token ?? 'none' }).catch((refused: Response) => refused.status)
}

beforeAll(async () => {
  clerk = await secretary()
  await transact((tx) => seed(tx, { demo: false }))
  versions = (await transact((tx) => installSurveys(tx, JSON.parse(readFileSync('db/seeds/projects/surveys.json', 'utf8')) as BundledSurveys))).versions
  const parties = await db.select().from(projectParties)
  await transact(async (tx) => {
    for (const [at, party] of parties.slice(0, 6).entries()) await tx.insert(partyContacts).values({ partyId: party.id, person: '見本', email: `p${at}@firm.example`, locale: party.side === 'china' ? 'zh' : 'ja', createdAt: now() })
  })
  const form = { kind: 'follow-up' as const, versionId: versions['follow-up']!, nameJa: '調査', nameZh: '调查', year: 2026, slug: null, rule, closesOn: dayFromNow(30), grace: 7, remindOn: [dayFromNow(10), dayFromNow(20)] }
  const added = await transact((tx) => addRound(tx, clerk, form))
  roundId = added.ok ? added.id : ''
  const planned = await planRecipients(db, rule)
  expect(planned.filter(({ how }) => how === 'mail')).toHaveLength(6)
  expect(await transact(async (tx) => openRound(tx, clerk, (await readRound(tx, roundId))!.round, new Set(planned.map(({ partyId }) => partyId))))).toEqual({ ok: true })
  await runDueJobs(quiet)
})
afterAll(() => setClock(0))

const mailed = async () => (await recipients()).filter(({ how }) => how === 'mail')

test('letters go to those who can be reached, once each, in their language', async () => {
  const all = await mailed()
  expect(all.map(({ state }) => state)).toEqual(Array(6).fill('sent'))
  for (const { id, locale } of all) {
    const own = (await db.select().from(outbox).where(eq(outbox.kind, 'survey-invitation'))).filter(({ payload }) => payload.recipient === id)
    expect(own.map((letter) => letter.locale)).toEqual([locale])
    const letter = await surveyLetters['survey-invitation']!(db, own[0]!, locale === 'zh' ? 'zh' : 'ja')
    expect(letter?.link?.url).toContain(`/${locale}/surveys/`)
  }
  expect((await recipients()).filter(({ how }) => how !== 'mail').every(({ state }) => state === 'not-sent')).toBe(true)
  const opened = await round()
  expect(await transact((tx) => openRound(tx, clerk, opened, new Set()))).toMatchObject({ ok: false })
})

test('one answers, one saves half, one refuses, one letter comes back, one is no more: only the silent are reminded', async () => {
  const [answers, half, refuses, bounced, gone, silent] = (await mailed()).map(({ id }) => id) as [string, string, string, string, string, string]
  expect(await transact((tx) => finishAnswers(tx, answers, 'zh', 'party'))).toEqual({ ok: false, reason: 'no-response' })
  await say(answers, 'standing', { status: 'in-progress', progress: '现场调试完成' })
  expect((await stateOf(answers)).state).toBe('partly')
  expect(await transact((tx) => finishAnswers(tx, answers, 'zh', 'party'))).toEqual({ ok: false, reason: 'open-questions' })
  const key = crypto.randomUUID()
  for (let times = 0; times < 3; times++) expect(await say(answers, 'difficulties', { obstacles: ['permit'] }, key, 1)).toMatchObject({ ok: true })
  for (let times = 0; times < 2; times++) expect(await transact((tx) => finishAnswers(tx, answers, 'zh', 'party'))).toEqual({ ok: true })
  expect((await stateOf(answers)).state).toBe('answered')
  expect(await db.select().from(surveyResponses).where(eq(surveyResponses.recipientId, answers))).toHaveLength(1)
  // What it says of the status waits at the desk, once; the project itself has not changed.
  const { projectId } = await stateOf(answers)
  expect((await db.select().from(projectReports).where(eq(projectReports.projectId, projectId))).map(({ status }) => status)).toEqual(['in-progress'])
  expect((await db.select().from(projects).where(eq(projects.id, projectId)))[0]!.status).toBe('signed')

  await say(half, 'standing', { status: 'suspended' })
  await transact((tx) => refuseAnswers(tx, refuses, { reason: 'no-time', remark: null }, 'party'))
  expect(await say(refuses, 'standing', { status: 'signed' })).toEqual({ ok: false, reason: 'closed' })
  await transact((tx) => markRecipient(tx, clerk, bounced, 'unreachable'))
  await transact((tx) => markRecipient(tx, clerk, gone, 'dissolved'))
  expect(await open(gone)).toBe(404)

  setClock(days(11))
  await runDueJobs(quiet)
  await runDueJobs(quiet)
  const counts = async () => Promise.all([answers, half, refuses, bounced, gone, silent].map((id) => lettersOf('survey-reminder', id)))
  expect(await counts()).toEqual([0, 1, 0, 0, 0, 1])
  expect([(await stateOf(half)).state, (await stateOf(silent)).state]).toEqual(['partly', 'reminded'])
  setClock(days(21))
  await runDueJobs(quiet)
  expect(await counts()).toEqual([0, 2, 0, 0, 0, 2])
})

test('by phone is marked so; the analysis says exactly that', async () => {
  const phone = (await recipients()).find(({ how }) => how === 'none')!.id
  const heard: Record<string, Record<string, string | string[]>> = { standing: { status: 'completed' }, difficulties: { obstacles: ['permit', 'bidding'], 'wishes-text': '排熱回収の事例を知りたい' } }
  for (const [step, answers] of Object.entries(heard)) await transact((tx) => saveAnswers(tx, phone, { step, answers, shown: { key: step, edition: 99 }, locale: 'ja', via: 'phone' }))
  expect(await transact((tx) => finishAnswers(tx, phone, 'ja', clerk))).toEqual({ ok: true })
  const analysis = (await readAnalysis(db, roundId, { rows: 'status', columns: 'obstacles', q: '余热' }))!
  expect(analysis.total).toMatchObject({ asked: 6, answered: 2, partly: 1, refused: 1 })
  expect(analysis.byPhone).toBe(1)
  expect(analysis.status).toEqual([{ key: 'completed', cells: [1] }, { key: 'in-progress', cells: [1] }, { key: 'suspended', cells: [1] }])
  expect(analysis.obstacles.year.find(({ key }) => key === 'permit')!.cells[0]).toBeGreaterThan(0)
  const row = analysis.cross!.rows.findIndex(({ code }) => code === 'in-progress')
  expect(analysis.cross!.cells[row]![analysis.cross!.columns.findIndex(({ code }) => code === 'permit')]).toBe(1)
  expect((await readAnalysis(db, roundId, { q: '排热回收' }))!.found).toHaveLength(1)
  expect((await readAnalysis(db, roundId, { q: '现场' }))!.found).toHaveLength(1)
})

test('a link shows its own party only; a new one ends the old, an ended one opens nothing, time ends all', async () => {
  const [first, second] = await mailed()
  const token = (await currentToken(db, 'survey', first!.id))!
  const page = await openSurvey({ locale: 'zh', token })
  expect(page.asked.recipient.id).toBe(first!.id)
  const [running, asked] = [await round(), await stateOf(first!.id)]
  await transact((tx) => sendAgain(tx, clerk, running, asked))
  await expect(openSurvey({ locale: 'zh', token })).rejects.toMatchObject({ status: 404 })
  await expect(openSurvey({ locale: 'zh', token: `${token.slice(0, -1)}x` })).rejects.toMatchObject({ status: 404 })
  expect(await open(second!.id)).not.toBe(404)
  await transact((tx) => endLink(tx, clerk, running, second!.id))
  expect(await open(second!.id)).toBe(404)
  setClock(days(40))
  expect(await open(first!.id)).toBe(404)
  expect(await say(first!.id, 'standing', { status: 'signed' })).toEqual({ ok: false, reason: 'closed' })
  await runDueJobs(quiet)
  expect((await round()).state).toBe('closed')
  setClock(0)
})

test('a published version never changes; a new draft begins as it stood', async () => {
  const used = (await readRound(db, roundId))!
  const section = { code: 'more', title: { ja: '追加', zh: '补充' } }
  expect(await transact((tx) => saveSection(tx, clerk, used.version, used.version.edition, section, null))).toEqual({ ok: false, reason: 'published' })
  const number = (await transact((tx) => draftVersion(tx, clerk, used.questionnaire.id)))!
  expect(await transact((tx) => draftVersion(tx, clerk, used.questionnaire.id))).toBe(number)
  const draft = (await readVersion(db, used.questionnaire.id, number))!.version
  expect(await transact((tx) => saveSection(tx, clerk, draft, draft.edition, section, null))).toEqual({ ok: true })
  expect(await transact((tx) => saveSection(tx, clerk, draft, draft.edition, { ...section, code: 'other' }, null))).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await transact((tx) => publishVersion(tx, clerk, draft))).toEqual({ ok: false, reason: 'already-moved' })
  expect((await readRound(db, roundId))!.version.sections).toEqual(used.version.sections)
})

test('an event: one answer a device, counted when finished, small cells kept back, devices forgotten at the end', async () => {
  const form = { kind: 'event' as const, versionId: versions.event!, nameJa: '第16回', nameZh: '第16届', year: 2026, slug: 'forum16', rule: { ...rule, forumFrom: undefined }, closesOn: dayFromNow(5), grace: 0, remindOn: [] }
  const added = await transact((tx) => addRound(tx, clerk, form))
  const id = added.ok ? added.id : ''
  expect(await readEvent(db, 'forum16')).toBeNull()
  await transact(async (tx) => openRound(tx, clerk, (await readRound(tx, id))!.round, new Set()))
  const cookie = deviceCookies(id, 'forum16')[1]!.split(';')[0]!
  const device = deviceOf(new Request('http://x.example', { headers: { cookie } }), id)!
  expect(deviceOf(new Request('http://x.example', { headers: { cookie: `${cookie}x` } }), id)).toBeNull()
  expect(deviceOf(new Request('http://x.example', { headers: { cookie } }), roundId)).toBeNull()
  const answer = (who: string, useful: string[]) => transact((tx) => saveEventAnswers(tx, 'forum16', who, { step: 'attendance', answers: { 'section-attended': 'automotive', 'useful-for': useful, satisfaction: 4 }, shown: { key: 'k', edition: 0 }, locale: 'zh' }))
  for (let times = 0; times < 3; times++) await answer(device, ['information'])
  await transact((tx) => finishEventAnswers(tx, 'forum16', device))
  for (const other of ['b', 'c']) {
    await answer(other, ['information', 'networking'])
    await transact((tx) => finishEventAnswers(tx, 'forum16', other))
  }
  await answer('d', ['negotiation'])
  const results = publishedResults(await readEventResults(db, (await readEvent(db, 'forum16'))!))
  expect(results.answers).toBe(3)
  const useful = results.questions.find(({ code }) => code === 'useful-for')!
  expect(useful.options.map(({ code, percent, earlier }) => [code, percent, earlier])).toEqual([['information', 100, 93.7], ['business-pr', 0, 20.7], ['networking', null, 27], ['negotiation', 0, 5.4]])
  expect(results.earlier).toMatchObject({ answers: 111, about: { ja: expect.stringContaining('参加申込者') as string } })
  expect(Object.fromEntries(results.earlier!.questions.map(({ code, options, open }) => [code, open ? open.topics.length : options.length]))).toEqual({ 'main-purpose': 8, 'section-attended': 5, 'useful-for': 4, themes: 7, needs: 8 })
  expect(results.earlier!.questions.find(({ code }) => code === 'useful-for')!.options[0]).toMatchObject({ percent: 93.7, answers: 104, before: [{ forum: 14, percent: 66 }, { forum: 12, percent: 80, highest: true }] })
  expect(results.earlier!.questions.find(({ code }) => code === 'themes')!.open!.answers).toBe(39)
  expect(await transact(async (tx) => releaseResults(tx, clerk, (await readRound(tx, id))!.round, true))).toEqual({ ok: false, reason: 'already-moved' })
  await transact((tx) => closeRound(tx, clerk.id, id))
  expect((await db.select().from(surveyResponses).where(and(eq(surveyResponses.roundId, id)))).every((row) => row.device === null)).toBe(true)
  expect(await transact(async (tx) => releaseResults(tx, clerk, (await readRound(tx, id))!.round, true))).toEqual({ ok: true })
  expect(await answer(device, [])).toEqual({ ok: false, reason: 'closed' })
})
