import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holidays } from '#app/features/inquiries/calendar/holidays.ts'
import { addWorkingDays, announcedUntil, countryOf, endingCalendars, isWorkingDay, localDay, momentAt, workingDaysBetween } from '#app/features/inquiries/calendar/working-days.ts'

const offices = ['tokyo', 'beijing', 'shanghai', 'chengdu', 'shenyang'] as const
const office = fc.constantFrom(...offices)
const moment = fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-01T00:00:00Z'), noInvalidDate: true })
const at = (day: string, where: (typeof offices)[number], time = '15:00') => momentAt(day, time, countryOf(where))!
const after = (day: string, n: number, where: (typeof offices)[number]) => localDay(addWorkingDays(at(day, where), n, where), countryOf(where))

test('so many working days later is a working day, at the same time, with exactly so many in between', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 60 }), office, (from, n, where) => {
      const due = addWorkingDays(from, n, where)
      expect(isWorkingDay(due, countryOf(where))).toBe(true)
      expect((due.getTime() - from.getTime()) % 86_400_000).toBe(0)
      expect(workingDaysBetween(from, due, where)).toBe(n)
    }),
  )
})

test('more days are never sooner, later beginnings never end earlier, and steps add up', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), office, (from, n, more, where) => {
      expect(addWorkingDays(from, n + more, where) > addWorkingDays(from, n, where)).toBe(true)
      const dayOf = (start: number) => localDay(addWorkingDays(new Date(start), n, where), countryOf(where))
      expect(dayOf(from.getTime() + 3_600_000) >= dayOf(from.getTime())).toBe(true)
      expect(addWorkingDays(addWorkingDays(from, n, where), more, where)).toEqual(addWorkingDays(from, n + more, where))
    }),
  )
})

test.each([
  // Golden Week and the autumn's bridge day in Japan
  ['2026-04-28', 1, 'tokyo', '2026-04-30'],
  ['2026-05-01', 1, 'tokyo', '2026-05-07'],
  ['2026-09-18', 1, 'tokyo', '2026-09-24'],
  ['2025-02-21', 1, 'tokyo', '2025-02-25'],
  ['2027-03-19', 1, 'tokyo', '2027-03-23'],
  // National Day, Spring Festival and the weekends that are worked for them in China
  ['2026-09-30', 1, 'beijing', '2026-10-08'],
  ['2026-09-30', 3, 'shanghai', '2026-10-10'],
  ['2026-02-13', 1, 'chengdu', '2026-02-14'],
  ['2026-02-14', 1, 'chengdu', '2026-02-24'],
  ['2026-02-27', 1, 'shenyang', '2026-02-28'],
  ['2025-12-31', 1, 'beijing', '2026-01-04'],
  ['2026-04-30', 1, 'beijing', '2026-05-06'],
  ['2026-05-08', 1, 'beijing', '2026-05-09'],
  ['2026-09-18', 1, 'beijing', '2026-09-20'],
  ['2025-10-11', 1, 'beijing', '2025-10-13'],
] as const)('from %s, %i working day(s) of %s later is %s', (from, n, where, expected) => {
  expect(after(from, n, where)).toBe(expected)
})

test('what arrives on a day off counts from there; the day is that of the office', () => {
  expect(after('2026-05-03', 0, 'tokyo')).toBe('2026-05-07')
  expect(after('2026-05-03', 1, 'tokyo')).toBe('2026-05-07')
  // 23:30 on Friday in Beijing is Saturday in Tokyo.
  const night = at('2026-06-05', 'beijing', '23:30')
  expect(isWorkingDay(night, 'CN')).toBe(true)
  expect(isWorkingDay(night, 'JP')).toBe(false)
})

test('days off lie in their year, worked days are weekends, and nothing is both', () => {
  for (const years of Object.values(holidays)) {
    for (const [year, { off, worked }] of Object.entries(years)) {
      expect([...off, ...worked].every((day) => day.startsWith(year))).toBe(true)
      expect(new Set([...off, ...worked]).size).toBe(off.length + worked.length)
      expect(worked.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()).every((weekday) => weekday === 0 || weekday === 6)).toBe(true)
    }
  }
  expect(holidays.JP[2026]!.off.length).toBe(18)
})

test('the desk is warned sixty days before a country has announced no more', () => {
  expect([announcedUntil('JP'), announcedUntil('CN')]).toEqual(['2027-12-31', '2026-12-31'])
  expect(endingCalendars(new Date('2026-10-30T00:00:00Z'))).toEqual([])
  expect(endingCalendars(new Date('2026-11-05T00:00:00Z'))).toEqual([{ country: 'CN', until: '2026-12-31' }])
  expect(endingCalendars(new Date('2027-11-05T00:00:00Z')).map(({ country }) => country)).toEqual(['JP', 'CN'])
})

test('no day is read from what is none', () => {
  expect(momentAt('2026-02-30', '09:00', 'JP')).toBeNull()
  expect(momentAt('2026-03-01', '09:00', 'JP')?.toISOString()).toBe('2026-03-01T00:00:00.000Z')
  expect(momentAt('2026-03-01', '09:00', 'CN')?.toISOString()).toBe('2026-03-01T01:00:00.000Z')
})
