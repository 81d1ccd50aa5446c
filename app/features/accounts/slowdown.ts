import { minutes, now } from '#app/platform/clock.ts'

const FREE_FAILURES = 3
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 4_000
const MEMORY = minutes(15)
const MOST_ACCOUNTS = 10_000

const failures = new Map<string, { times: number; last: number }>()

/**
 * Milliseconds to wait before the next attempt on an account is looked at. It grows with failures and has an end:
 * guessing becomes slow, yet nobody can lock the owner out.
 */
export function pauseBefore(account: string): number {
  const known = failures.get(account)
  if (!known || now().getTime() - known.last > MEMORY || known.times < FREE_FAILURES) return 0
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (known.times - FREE_FAILURES))
}

export function noteFailure(account: string): void {
  const at = now().getTime()
  const known = failures.get(account)
  failures.delete(account)
  failures.set(account, { times: known && at - known.last <= MEMORY ? known.times + 1 : 1, last: at })
  if (failures.size > MOST_ACCOUNTS) failures.delete(failures.keys().next().value!)
}

export function forgetFailures(account: string): void {
  failures.delete(account)
}
