import { csvText } from '#app/platform/csv.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import type { readNumbers } from './brokering-numbers.server.ts'
import { steps } from './brokering-numbers.ts'
import { numberTables } from './ui/number-tables.ts'

/** All numbers of a period in one file: a table after the other, each under its title. */
export function numbersCsv(numbers: Awaited<ReturnType<typeof readNumbers>>, locale: Locale): string {
  const t = translator(locale)
  const speeds = ['firstAnswer', 'forward', 'introduction'] as const
  const rows: (string | number | null)[][] = [
    [t('numbers:speed.title')],
    ...speeds.map((name) => [t(`numbers:speed.${name}`), numbers.speed[name].days, numbers.speed[name].n]),
    [],
    [t('numbers:funnel.title')],
    ...steps.map((step) => [t(`numbers:funnel.steps.${step}`), numbers.funnel[step]]),
    [],
    [t('numbers:months.title')],
    [t('numbers:months.head'), t('numbers:months.received'), t('numbers:months.introduced')],
    ...numbers.months.map(({ key, received, introduced }) => [key, received, introduced]),
  ]
  for (const { title, head, rows: own } of numberTables(numbers, t, locale)) rows.push([], [title], head, ...own)
  return csvText(rows)
}
