import { beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { db, transact } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { declineApproach } from '#app/features/inquiries/answering.server.ts'
import { closeInquiry } from '#app/features/inquiries/concluding.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { readNumbers } from '#app/features/insights/brokering-numbers.server.ts'
import { numbersCsv } from '#app/features/insights/numbers-csv.server.ts'
import { fiscalYear, momentsOf, readPeriod } from '#app/features/insights/period.ts'
import { median } from '#app/features/insights/measuring.ts'
import { days, today } from '#app/platform/clock.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { agreedByBoth, forwarded, opened } from '../../support/inquiries.ts'
import { secretary } from '../../support/people.ts'

const whole = { from: '2000-01-01', to: '2099-12-31', office: null }
let clerk: Secretary

beforeAll(async () => {
  setClock(0)
  clerk = await secretary()
  for (const firm of ['quick', 'slow']) {
    await listedCompany(firm)
    await listedTechnology(`${firm}-pump`, firm)
  }
  const met = await agreedByBoth(clerk, ['quick-pump'], 'quick')
  setClock(days(4))
  const done = await transact((tx) => introduce(tx, clerk, met.approach, { exportControl: false }))
  if (!done.ok) throw new Error(done.reason)
  const declined = await forwarded(clerk, ['slow-pump'], 'slow')
  setClock(days(10))
  await transact((tx) => declineApproach(tx, declined.approach, { reason: 'capacity', body: null }, 'firm'))
  await transact((tx) => closeInquiry(tx, clerk, declined.id, { reason: 'no-match', body: '目前没有合适的企业，谢谢。' }))
  await opened(['slow-pump'])
})

test('the numbers say how fast, how far, through whom and why not', async () => {
  const numbers = await readNumbers(db, whole)
  expect(numbers.total).toBe(3)
  expect(numbers.funnel).toMatchObject({ received: 3, taken: 2, forwarded: 2, interested: 1, introduced: 1, agreed: 0 })
  expect(numbers.speed.introduction).toEqual({ days: 4, n: 1 })
  expect(numbers.speed.forward).toEqual({ days: 0, n: 2 })
  expect(numbers.firms).toEqual([
    { key: 'quick', asked: 1, interested: 1, declined: 0, introduced: 1, agreed: 0, answer: { days: 0, n: 1 } },
    { key: 'slow', asked: 1, interested: 0, declined: 1, introduced: 0, agreed: 0, answer: { days: 6, n: 1 } },
  ])
  expect(numbers.reasons).toEqual({ declined: [{ key: 'capacity', n: 1 }], refused: [], closed: [{ key: 'no-match', n: 1 }], failed: [] })
  expect(numbers.endings).toEqual([{ key: 'closed', n: 1 }])
})

test('a period takes the cases that arrived in it, and an office its own', async () => {
  const arrived = { from: today(new Date(Date.now() + days(9))), to: '2099-12-31', office: null }
  expect((await readNumbers(db, arrived)).total).toBe(1)
  expect((await readNumbers(db, { ...whole, office: 'shenyang' })).total).toBe(0)
})

test('the CSV has every table in either language, and no formula', async () => {
  const numbers = await readNumbers(db, whole)
  for (const locale of ['ja', 'zh'] as const) {
    const text = numbersCsv(numbers, locale)
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain(locale === 'ja' ? '企業が見送った理由' : '企业婉拒的原因')
    expect(text).toContain(locale === 'ja' ? 'quick見本株式会社' : 'quick样本公司')
    expect(text).not.toMatch(/[a-z]+:[a-zA-Z]+\.[a-zA-Z.]+/)
  }
})

test('periods: business years begin in April, days are Japan’s, dates may come the wrong way round', () => {
  expect(fiscalYear('2026-03-31')).toEqual({ from: '2025-04-01', to: '2026-03-31' })
  expect(fiscalYear('2026-04-01')).toEqual({ from: '2026-04-01', to: '2027-03-31' })
  expect(momentsOf({ from: '2026-04-01', to: '2026-04-01' })).toEqual({ start: new Date('2026-03-31T15:00:00Z'), end: new Date('2026-04-01T15:00:00Z') })
  expect(readPeriod(new URL('http://x.example/?from=2026-05-01&to=2026-04-01&office=mars'), '2026-11-22')).toEqual({ from: '2026-04-01', to: '2026-05-01', office: null })
})

test('half of the numbers lie on either side of their median', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (numbers) => {
      const middle = median(numbers)!
      expect(numbers.filter((n) => n < middle).length).toBeLessThanOrEqual(numbers.length / 2)
      expect(numbers.filter((n) => n > middle).length).toBeLessThanOrEqual(numbers.length / 2)
    }),
  )
})
