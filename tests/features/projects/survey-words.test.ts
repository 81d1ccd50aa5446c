import { readFileSync } from 'node:fs'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { projectReports } from '#db/schema/candidacies.ts'
import { projectEvents, projectOutcomes, projects } from '#db/schema/projects.ts'
import { surveyRecipients } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { changeStatus } from '#app/features/projects/life/changing.server.ts'
import { acceptReport, dismissReport } from '#app/features/projects/standing/reports.server.ts'
import { finishAnswers, saveAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { planRecipients } from '#app/features/projects/surveys/planning.server.ts'
import { addRound, openRound, readRound } from '#app/features/projects/surveys/rounds.server.ts'
import { installSurveys, type BundledSurveys } from '#app/features/projects/surveys/seeding.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
let roundId: string
const rule = { forumFrom: 15, forumTo: 15, statuses: [], fields: [], promising: false, picked: [] }
type Said = Record<string, Record<string, string | string[] | number | null>>

beforeAll(async () => {
  clerk = await secretary()
  await transact((tx) => seed(tx, { demo: false }))
  const { versions } = await transact((tx) => installSurveys(tx, JSON.parse(readFileSync('db/seeds/projects/surveys.json', 'utf8')) as BundledSurveys))
  const added = await transact((tx) => addRound(tx, clerk, { kind: 'follow-up', versionId: versions['follow-up']!, nameJa: '調査2026', nameZh: '调查2026', year: 2026, slug: null, rule, closesOn: today(new Date(now().getTime() + days(30))), grace: 7, remindOn: [] }))
  roundId = added.ok ? added.id : ''
  const planned = await planRecipients(db, rule)
  await transact(async (tx) => openRound(tx, clerk, (await readRound(tx, roundId))!.round, new Set(planned.map(({ partyId }) => partyId))))
})
afterAll(() => setClock(0))

const askedOf = async (slug: string) => {
  const [project] = await db.select().from(projects).where(eq(projects.slug, slug))
  const recipients = await db.select().from(surveyRecipients).where(and(eq(surveyRecipients.roundId, roundId), eq(surveyRecipients.projectId, project!.id))).orderBy(asc(surveyRecipients.id))
  return { project: project!, recipients: recipients.map(({ id }) => id) }
}
async function answer(recipient: string, said: Said, via: 'link' | 'phone' = 'link') {
  for (const [step, answers] of Object.entries(said)) expect(await transact((tx) => saveAnswers(tx, recipient, { step, answers, shown: { key: crypto.randomUUID(), edition: 99 }, locale: 'ja', via }))).toMatchObject({ ok: true })
  expect(await transact((tx) => finishAnswers(tx, recipient, 'ja', via === 'phone' ? clerk : 'party'))).toEqual({ ok: true })
}
const waiting = (projectId: string) => db.select().from(projectReports).where(and(eq(projectReports.projectId, projectId), isNull(projectReports.decidedAt))).orderBy(asc(projectReports.at))
const storyOf = async (projectId: string) => (await db.select().from(projectEvents).where(eq(projectEvents.projectId, projectId)).orderBy(asc(projectEvents.id))).slice(1)
const stands = async (id: string) => (await db.select().from(projects).where(eq(projects.id, id)))[0]!
const accept = (projectId: string, reportId: string) => transact((tx) => acceptReport(tx, clerk, projectId, reportId))

test('coded answers wait at the desk and enter the project’s life with their source, day and author', async () => {
  const { project, recipients } = await askedOf('forum15-01')
  await answer(recipients[0]!, {
    standing: { status: 'in-progress', 'status-since': '2025-04-01' },
    results: { outcomes: ['contract', 'training'], amount: '10m-100m-jpy', impacts: ['jobs'], 'energy-saved': 120.4, 'savings-basis': 'verified' },
    difficulties: { obstacles: ['permit', 'price-gap'], wishes: ['matching'] },
  }, 'phone')
  expect(await stands(project.id)).toMatchObject({ status: 'signed', lastConfirmedOn: '2021-12-26' })
  expect(await storyOf(project.id)).toEqual([])
  const [report] = await waiting(project.id)
  expect(await accept(project.id, report!.id)).toEqual({ ok: true })
  expect(await accept(project.id, report!.id)).toEqual({ ok: false, reason: 'already-moved' })
  expect(await stands(project.id)).toMatchObject({ status: 'in-progress', statusOn: '2025-04-01', lastConfirmedOn: today() })
  const story = await storyOf(project.id)
  expect(story.map(({ verb, on, codes, public: shown }) => [verb, on, codes.status ?? codes.obstacle ?? codes.wish ?? codes.kinds, shown])).toEqual([
    ['status', '2025-04-01', 'in-progress', true],
    ['obstacle', today(), 'price-gap', false],
    ['obstacle', today(), 'permit', false],
    ['wish', today(), 'matching', false],
    ['outcome', today(), 'contract training', false],
  ])
  for (const line of story) expect(line).toMatchObject({ source: 'survey', sourceText: '調査2026 / 调查2026', authorId: clerk.id, codes: { via: 'phone', party: report!.partyId } })
  expect(await db.select().from(projectOutcomes).where(eq(projectOutcomes.projectId, project.id))).toMatchObject([{ source: 'survey', partyId: report!.partyId, amount: '10m-100m-jpy', energySaved: 120, verified: true }])
})

test('answers mended before the desk has read them replace the first; mended afterwards, only what is new is told', async () => {
  const { project, recipients } = await askedOf('forum15-02')
  const [recipient] = recipients
  await answer(recipient!, { standing: { status: 'suspended' }, difficulties: { obstacles: ['permit'] } })
  const [first] = await waiting(project.id)
  setClock(days(1))
  await answer(recipient!, { standing: { status: 'preparing' } })
  const [second, ...more] = await waiting(project.id)
  expect(more).toEqual([])
  expect(await accept(project.id, first!.id)).toEqual({ ok: false, reason: 'already-moved' })
  expect(await accept(project.id, second!.id)).toEqual({ ok: true })
  setClock(days(2))
  await answer(recipient!, { difficulties: { obstacles: ['permit', 'bidding'] } })
  const [third] = await waiting(project.id)
  expect(await accept(project.id, third!.id)).toEqual({ ok: true })
  expect((await storyOf(project.id)).map(({ verb, codes }) => [verb, codes.status ?? codes.obstacle])).toEqual([['status', 'preparing'], ['obstacle', 'permit'], ['confirmed', 'preparing'], ['obstacle', 'bidding']])
  setClock(0)
})

test('silence, and an answer that the desk does not take over, change nothing', async () => {
  const { project, recipients } = await askedOf('forum15-03')
  await answer(recipients[0]!, { standing: { status: 'completed' }, difficulties: { obstacles: ['none'] } })
  const [report] = await waiting(project.id)
  expect(report!.survey).toMatchObject({ obstacles: [], outcome: null })
  expect(await transact((tx) => dismissReport(tx, clerk, project.id, report!.id))).toEqual({ ok: true })
  for (const slug of ['forum15-03', 'forum15-04']) {
    const { project } = await askedOf(slug)
    expect(await stands(project.id)).toMatchObject({ status: 'signed', lastConfirmedOn: '2021-12-26' })
    expect(await storyOf(project.id)).toEqual([])
  }
})

test('what a party says now stands, though it began before what the register knew', async () => {
  const { project, recipients } = await askedOf('forum15-05')
  await transact((tx) => changeStatus(tx, clerk, project.id, { status: 'suspended', on: '2025-10-01', source: 'press', sourceText: null, ja: null, zh: null, public: true }))
  await answer(recipients[0]!, { standing: { status: 'in-progress', 'status-since': '2023-01-01' } , difficulties: { obstacles: ['none'] } })
  const [report] = await waiting(project.id)
  expect(await accept(project.id, report!.id)).toEqual({ ok: true })
  expect(await stands(project.id)).toMatchObject({ status: 'in-progress', statusOn: today(), lastConfirmedOn: today() })
})
