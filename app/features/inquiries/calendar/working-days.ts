import { days, hours } from '#app/platform/spans.ts'
import { holidays, type Country } from './holidays.ts'

export type Office = 'tokyo' | 'beijing' | 'shanghai' | 'chengdu' | 'shenyang'
export const countryOf = (office: Office | null): Country => (office === null || office === 'tokyo' ? 'JP' : 'CN')

/** Neither country knows summer time: an hour of the wall is an hour of the clock. */
const ahead: Record<Country, number> = { JP: hours(9), CN: hours(8) }

const tables = Object.fromEntries(
  (Object.keys(holidays) as Country[]).map((country) => {
    const years = Object.values(holidays[country])
    return [country, { off: new Set(years.flatMap((year) => year.off)), worked: new Set(years.flatMap((year) => year.worked)) }]
  }),
) as Record<Country, { off: Set<string>; worked: Set<string> }>

/** The calendar day of a moment where the office is. */
export const localDay = (at: Date, country: Country): string => new Date(at.getTime() + ahead[country]).toISOString().slice(0, 10)

/** A day (`YYYY-MM-DD`) and time (`HH:MM`) on the wall of an office, as a moment; null when it is none. */
export function momentAt(day: string, time: string, country: Country): Date | null {
  const at = new Date(`${day}T${time}:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : new Date(at.getTime() - ahead[country])
}
/** The time of day of a moment where the office is, as `HH:MM`. */
export const localTime = (at: Date, country: Country): string => new Date(at.getTime() + ahead[country]).toISOString().slice(11, 16)

export function isWorkingDay(at: Date, country: Country): boolean {
  const day = localDay(at, country)
  const { off, worked } = tables[country]
  if (worked.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(day)
}

/**
 * The moment so many of the office's working days later, at the same time of day; what begins on a day off counts
 * from there, and `0` is the next working day. Outside the years of the table only weekends are known.
 */
export function addWorkingDays(from: Date, count: number, office: Office | null): Date {
  const country = countryOf(office)
  let at = from
  for (let left = count; left > 0 || !isWorkingDay(at, country); ) {
    at = new Date(at.getTime() + days(1))
    if (isWorkingDay(at, country)) left--
  }
  return at
}

/** How many working days lie behind a moment, the day itself not counted. */
export function workingDaysBetween(from: Date, to: Date, office: Office | null): number {
  const country = countryOf(office)
  let passed = 0
  for (let at = from.getTime() + days(1); at <= to.getTime(); at += days(1)) if (isWorkingDay(new Date(at), country)) passed++
  return passed
}

/** The last day for which a country has announced its days off. */
export function announcedUntil(country: Country): string {
  const years = Object.entries(holidays[country]).filter(([, year]) => year.announced)
  return `${Math.max(...years.map(([year]) => Number(year)))}-12-31`
}

const AHEAD = days(60)

/** Countries whose table ends within sixty days: the desk is asked to have it continued. */
export const endingCalendars = (at: Date): { country: Country; until: string }[] =>
  (Object.keys(holidays) as Country[])
    .map((country) => ({ country, until: announcedUntil(country) }))
    .filter(({ country, until }) => localDay(new Date(at.getTime() + AHEAD), country) > until)
