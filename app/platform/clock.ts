import { readFileSync } from 'node:fs'
import { hours } from './spans.ts'

export { days, hours, minutes } from './spans.ts'

/** The one clock. In tests `CLOCK_FILE` names a file with an offset in milliseconds, so that days can pass. */
export function now(): Date {
  return new Date(Date.now() + clockOffset())
}

export function clockOffset(): number {
  if (process.env.NODE_ENV !== 'test' || !process.env.CLOCK_FILE) return 0
  try {
    return Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) || 0
  } catch {
    return 0
  }
}


/** The calendar day in Japan, as YYYY-MM-DD: listings expire and counts are kept by it. */
export function today(at: Date = now()): string {
  return new Date(at.getTime() + hours(9)).toISOString().slice(0, 10)
}
