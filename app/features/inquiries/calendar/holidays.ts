/**
 * Days off as the two states have announced them, by calendar day of the country.
 * Japan: 国民の祝日 with substitute days and 国民の休日, from the Cabinet Office's list. China: the State Council's yearly
 * notice, with the weekend days that are worked instead.
 */
export interface Year {
  off: readonly string[]
  /** weekend days that are worked */
  worked: readonly string[]
  /** false: only the days fixed by law; the notice that shifts them has not been published */
  announced: boolean
}
export type Country = 'JP' | 'CN'

const days = (year: number, list: string) => list.trim().split(/\s+/).flatMap((item) => spread(year, item))
/** `5/3-5/6`, `9/22` */
function spread(year: number, item: string): string[] {
  const [first, last = first] = item.split('-').map((day) => {
    const [month, date] = day.split('/').map(Number)
    return Date.UTC(year, month! - 1, date)
  })
  const all: string[] = []
  for (let at = first!; at <= last!; at += 86_400_000) all.push(new Date(at).toISOString().slice(0, 10))
  return all
}
const announced = (year: number, off: string, worked = ''): Year => ({ off: days(year, off), worked: worked ? days(year, worked) : [], announced: true })
const byLawOnly = (year: number, off: string): Year => ({ off: days(year, off), worked: [], announced: false })

export const holidays: Record<Country, Record<number, Year>> = {
  JP: {
    2025: announced(2025, '1/1 1/13 2/11 2/23-2/24 3/20 4/29 5/3-5/6 7/21 8/11 9/15 9/23 10/13 11/3 11/23-11/24'),
    2026: announced(2026, '1/1 1/12 2/11 2/23 3/20 4/29 5/3-5/6 7/20 8/11 9/21-9/23 10/12 11/3 11/23'),
    2027: announced(2027, '1/1 1/11 2/11 2/23 3/21-3/22 4/29 5/3-5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23'),
  },
  CN: {
    2025: announced(2025, '1/1 1/28-2/4 4/4-4/6 5/1-5/5 5/31-6/2 10/1-10/8', '1/26 2/8 4/27 9/28 10/11'),
    2026: announced(2026, '1/1-1/3 2/15-2/23 4/4-4/6 5/1-5/5 6/19-6/21 9/25-9/27 10/1-10/7', '1/4 2/14 2/28 5/9 9/20 10/10'),
    2027: byLawOnly(2027, '1/1 2/5-2/8 4/5 5/1-5/2 6/9 9/15 10/1-10/3'),
  },
}
