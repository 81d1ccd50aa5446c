import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companyContacts, technologies } from '#db/schema/catalogue.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { requireEditor, type Secretary } from '#app/features/accounts/gate.server.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { countStandings, firmListings, firmNumbers, firmTasks } from '#app/features/catalogue/firm-listings.server.ts'
import { dayAfter } from '#app/features/catalogue/revising/freshness.ts'
import { returnRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { startTechnology, submitDraft } from '#app/features/catalogue/revising/drafting.server.ts'
import { answerLink, inquiriesOfFirm, openQuestions } from '#app/features/inquiries/firm-results.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { today } from '#app/platform/clock.ts'
import { flushCounts, tally } from '#app/platform/counting.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, consenting, filledForm, forwarded, opened } from '../../support/inquiries.ts'
import { firmRequest, secretary } from '../../support/people.ts'

let clerk: Secretary
const secrets: string[] = []
const buyer = () => {
  const form = filledForm()
  secrets.push(form.organisation, form.person, form.address)
  return form
}

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('results')
  await listedCompany('rival')
  await listedTechnology('results-a', 'results')
  await listedTechnology('results-b', 'results')
  await listedTechnology('rival-a', 'rival')
})

test('inquiries are counted by their six labels as they stand for this firm, and nothing tells who asked', async () => {
  await opened(['results-a'], { form: buyer() })
  await forwarded(clerk, ['results-a', 'results-b'], 'results', { form: buyer() })
  await forwarded(clerk, ['results-a', 'rival-a'], 'rival', { form: buyer() })
  await consenting(clerk, ['results-b'], 'results', { form: buyer() })
  const agreed = await agreedByBoth(clerk, ['results-b'], 'results', { form: buyer() })
  expect((await transact((tx) => introduce(tx, clerk, agreed.approach, { exportControl: true }))).ok).toBe(true)
  const results = await inquiriesOfFirm(db, 'results')
  expect(results.total).toEqual({ received: 1, checking: 1, asking: 2, introduced: 1, talking: 0, finished: 0 })
  expect(results.of['results-a']).toMatchObject({ received: 1, checking: 1, asking: 1 })
  expect(Object.keys(results.of).sort()).toEqual(['results-a', 'results-b'])
  expect((await inquiriesOfFirm(db, 'rival')).total).toMatchObject({ asking: 1, received: 0 })

  const shown = JSON.stringify([results, await openQuestions(db, 'results'), await firmListings(db, 'results', 1), await firmNumbers(db, 'results'), await firmTasks(db, 'results')])
  expect(secrets.length).toBe(15)
  for (const secret of secrets) expect(shown).not.toContain(secret)
  expect(shown).not.toContain('余热回收设备')
})

test('what the desk has asked waits on the dashboard, and leads to the private page of the own case only', async () => {
  const { approach } = await forwarded(clerk, ['results-a'], 'results', { form: buyer() })
  const open = await openQuestions(db, 'results')
  expect(open.find((one) => one.approach === approach)).toMatchObject({ wanted: 'answer' })
  expect(open.some((one) => one.wanted === 'consent')).toBe(true)
  const own = await answerLink(db, 'results', approach)
  expect((await readLink(db, 'answer', own!.token!))!.subject).toBe(approach)
  expect(await answerLink(db, 'rival', approach)).toBeNull()
  expect(await answerLink(db, 'results', 'nothing')).toBeNull()
})

test('views and appearances by thirty days and by month, from the daily totals', async () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36'
  tally(agent, { kind: 'view', language: 'zh', subjects: ['results-a'] })
  tally(agent, { kind: 'appearance', language: 'ja', subjects: ['results-a', 'results-b', 'rival-a'] })
  tally('Googlebot/2.1', { kind: 'view', language: 'zh', subjects: ['results-a'] })
  await flushCounts()
  const row = (ago: number, n: number, kind = 'view') => ({ key: `${ago}${kind}`, day: dayAfter(today(), -ago), kind, subject: 'results-a', language: 'ja', device: 'phone', n })
  await transact((tx) => tx.insert(dailyCounts).values([row(29, 10), row(30, 100), row(59, 1_000), row(60, 10_000), row(500, 100_000)]).returning())
  const { months, total, of } = await firmNumbers(db, 'results')
  expect([months.length, months.at(-1)]).toEqual([12, today().slice(0, 7)])
  expect(of['results-a']!.view).toMatchObject({ last: 11, before: 1_100, year: 11_111 })
  expect(of['results-a']!.view.months.reduce((a, b) => a + b)).toBe(11_111)
  expect(total.appearance).toMatchObject({ last: 2, before: 0 })
  expect(of['rival-a']).toBeUndefined()
})

test('each technology stands where it stands, and what waits is counted', async () => {
  await listedCompany('standing')
  const editor = await requireEditor(await firmRequest('standing@firm.example', 'standing'), 'ja', 'standing')
  const content = (ja: string) => ({ ...blankContent(), name: { ja, zh: null }, fields: ['x'] })
  await listedTechnology('standing-a', 'standing')
  await listedTechnology('standing-old', 'standing')
  await transact((tx) => tx.update(technologies).set({ validUntil: dayAfter(today(), -1) }).where(eq(technologies.id, 'standing-old')).returning())
  await transact((tx) => startTechnology(tx, editor, content('下書き技術')))
  const back = await transact((tx) => startTechnology(tx, editor, content('差し戻し技術')))
  await transact((tx) => submitDraft(tx, editor, back.revision.id, 1, { translationWanted: false }))
  await transact((tx) => returnRevision(tx, clerk, back.revision.id, { name: '直してください' }))
  const { total, items } = await firmListings(db, 'standing', 1)
  expect(total).toBe(4)
  expect(Object.fromEntries(items.map((one) => [one.name.ja, [one.standing, one.working]]))).toEqual({
    'standing-a技術': ['public', null], 'standing-old技術': ['hidden', null], 下書き技術: ['never', 'draft'], 差し戻し技術: ['never', 'returned'],
  })
  expect(await countStandings(db, 'standing')).toEqual({ public: 1, hidden: 1, withdrawn: 0, never: 2 })
  const tasks = await firmTasks(db, 'standing')
  expect([tasks.draft.n, tasks.returned.n, tasks['sign-off'].n]).toEqual([1, 1, 0])
  expect(tasks.returned.first[0]!.name.ja).toBe('差し戻し技術')
  const contacts = await db.select().from(companyContacts)
  for (const { name } of contacts) expect(JSON.stringify([items, tasks])).not.toContain(name)
})
