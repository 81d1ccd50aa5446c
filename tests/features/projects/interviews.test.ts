import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { ledger } from '#db/schema/platform.ts'
import { surveyRecipients } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { readAnalysis } from '#app/features/projects/surveys/analysis.server.ts'
import { interviewForm } from '#app/features/projects/surveys/form.ts'
import { addInterview, editInterview, interviewsOf, readInterview } from '#app/features/projects/surveys/interviews.server.ts'
import { planRecipients } from '#app/features/projects/surveys/planning.server.ts'
import { addRound, openRound, readRound, roundSubject } from '#app/features/projects/surveys/rounds.server.ts'
import { installSurveys, type BundledSurveys } from '#app/features/projects/surveys/seeding.server.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
let roundId: string
let recipient: string
const rule = { forumFrom: 15, forumTo: 15, statuses: [], fields: [], promising: false, picked: [] }
const typed = (more: Record<string, string | string[]> = {}) => ({
  recipient, on: today(), how: 'meeting', people: '技術部長\r\n海外営業課長\r\n', notes: '許認可に一年かかった。余熱の回収率は良い。', obstacles: ['permit', 'price-gap'], wishes: 'matching',
  permittedJa: '現地の窓口が一つになれば早い。', quotesZh: '价格差距仍然很大。', ...more,
})
const sent = (more: Record<string, string | string[]> = {}) => interviewForm.parse(typed(more))

beforeAll(async () => {
  clerk = await secretary()
  await transact((tx) => seed(tx, { demo: false }))
  const { versions } = await transact((tx) => installSurveys(tx, JSON.parse(readFileSync('db/seeds/projects/surveys.json', 'utf8')) as BundledSurveys))
  const add = async (name: string) => {
    const added = await transact((tx) => addRound(tx, clerk, { kind: 'follow-up', versionId: versions['follow-up']!, nameJa: name, nameZh: name, year: 2026, slug: null, rule, closesOn: today(new Date(now().getTime() + days(30))), grace: 7, remindOn: [] }))
    return added.ok ? added.id : ''
  }
  roundId = await add('一')
  const planned = await planRecipients(db, rule)
  await transact(async (tx) => openRound(tx, clerk, (await readRound(tx, roundId))!.round, new Set(planned.map(({ partyId }) => partyId))))
  recipient = (await db.select().from(surveyRecipients).where(eq(surveyRecipients.roundId, roundId)))[0]!.id
})

test('a talk is kept with its day, people by role, codes, and each sentence with whether it may be quoted', async () => {
  expect(await transact((tx) => addInterview(tx, clerk, roundId, sent().interview))).toEqual({ ok: true })
  const [interview, ...more] = await interviewsOf(db, roundId)
  expect(more).toEqual([])
  expect(interview).toMatchObject({ how: 'meeting', people: ['技術部長', '海外営業課長'], wishes: ['matching'], authorId: clerk.id })
  expect([...interview!.obstacles].sort()).toEqual(['permit', 'price-gap'])
  expect(interview!.quotes).toEqual([
    { text: '現地の窓口が一つになれば早い。', locale: 'ja', permitted: true },
    { text: '价格差距仍然很大。', locale: 'zh', permitted: false },
  ])
  const [asked] = await db.select().from(surveyRecipients).where(eq(surveyRecipients.id, recipient))
  expect(interview).toMatchObject({ projectId: asked!.projectId, partyId: asked!.partyId })
})

test('the ledger holds codes only, and the words are found with the same folding', async () => {
  const rows = await db.select().from(ledger).where(eq(ledger.subject, roundSubject(roundId)))
  expect(rows.some(({ verb }) => verb === 'survey-interviewed')).toBe(true)
  expect(JSON.stringify(rows)).not.toMatch(/窓口|技術部長|价格/)
  expect((await readAnalysis(db, roundId, { q: '许认可' }))!.found).toMatchObject([{ kind: 'interview' }])
})

test('a sentence gains or loses its permission; two clerks do not overwrite each other', async () => {
  const [interview] = await interviewsOf(db, roundId)
  const mended = sent({ permittedJa: '', quotesJa: '現地の窓口が一つになれば早い。', permittedZh: '价格差距仍然很大。', quotesZh: '' }).interview
  expect(await transact((tx) => editInterview(tx, clerk, interview!, interview!.edition, mended))).toEqual({ ok: true })
  expect(await transact((tx) => editInterview(tx, clerk, interview!, interview!.edition, sent().interview))).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect((await readInterview(db, roundId, interview!.id))!.quotes.map(({ text, permitted }) => [text.slice(0, 2), permitted])).toEqual([['价格', true], ['現地', false]])
})

test('nobody outside the round, no unknown code, no missing day, nobody without a role', async () => {
  const stranger = sent({ recipient: crypto.randomUUID() }).interview
  expect(await transact((tx) => addInterview(tx, clerk, roundId, stranger))).toEqual({ ok: false, reason: 'nobody' })
  expect(await readInterview(db, crypto.randomUUID(), (await interviewsOf(db, roundId))[0]!.id)).toBeNull()
  const wrong = (more: Record<string, string | string[]>) => interviewForm.safeParse(typed(more)).error?.issues.map(({ path }) => path[0])
  expect(wrong({ obstacles: ['weather'] })).toEqual(['obstacles'])
  expect(wrong({ on: '2026-02-30' })).toEqual(['on'])
  expect(wrong({ people: ' ' })).toEqual(['people'])
})
