/** How long a reviewed listing counts as correct. */
const MONTHS = 12

/** The last day a listing that was found correct on `day` (YYYY-MM-DD) is shown; the end of February stays in February. */
export function freshUntil(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + MONTHS, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Days left at which a firm is written to; at 0 the listing has been hidden. */
export const steps = [60, 30, 7, 0] as const
export type Step = (typeof steps)[number]
/** A listing that was hidden longer ago than this is no news any more, e.g. one of an old catalogue that was taken in. */
const NEWS_FOR = 60

const inDays = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** The day so many days after another (YYYY-MM-DD). */
export const dayAfter = (day: string, n: number): string => new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)

/** The letter that is due for a listing shown until `validUntil`, the most urgent only; null: it is too early, or too late. */
export function stepDue(validUntil: string, day: string): Step | null {
  const left = inDays(day, validUntil)
  if (left < 0) return left >= -NEWS_FOR ? 0 : null
  return [...steps].reverse().find((step) => step > 0 && left <= step) ?? null
}

/** From the first to the last validity that may have a letter due today. */
export const dueBetween = (day: string): [string, string] => [dayAfter(day, -NEWS_FOR), dayAfter(day, steps[0])]
