import { csvText } from '#app/platform/csv.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import type { ReadingItem } from './announcing.server.ts'

const columns = ['number', 'titleJa', 'titleZh', 'japanJa', 'japanZh', 'chinaJa', 'chinaZh'] as const

/** The read-out list as a table; several bodies of a side share a cell. */
export function readingCsv(items: readonly ReadingItem[], locale: Locale): string {
  const t = translator(locale)
  const bodies = (item: ReadingItem, side: 'japan' | 'china', lang: 'ja' | 'zh') => item.parties.filter((party) => party.side === side).map((party) => party[lang] ?? '').join('；')
  return csvText([
    columns.map((column) => t(`projectdesk:members.${column}`)),
    ...items.map((item) => [item.number, item.titleJa, item.titleZh, bodies(item, 'japan', 'ja'), bodies(item, 'japan', 'zh'), bodies(item, 'china', 'ja'), bodies(item, 'china', 'zh')]),
  ])
}
