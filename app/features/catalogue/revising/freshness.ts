/** How long a reviewed listing counts as correct. */
const MONTHS = 12

/** The last day a listing that was found correct on `day` (YYYY-MM-DD) is shown; the end of February stays in February. */
export function freshUntil(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + MONTHS + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + MONTHS, Math.min(date, last))).toISOString().slice(0, 10)
}
