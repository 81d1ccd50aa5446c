import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import { cooperationModes, costBands, exportControls, ipStates, paybackBands, savingKinds, stages } from '#db/schema/listing-content.ts'
import { i18nOf, locales, words, type Locale } from '#app/platform/locale.ts'
import { textMembers } from '../content.ts'
import type { Field } from '../naming.ts'
import { escaped, valueCell } from './cells.ts'

/** How many indicators and savings have columns of their own; further ones stay as they are. */
export const OWN_COLUMNS = 3
export const indicatorParts = ['name_ja', 'name_zh', 'value', 'unit', 'baseline_ja', 'baseline_zh', 'conditions_ja', 'conditions_zh'] as const
export const savingParts = ['kind', 'value', 'unit', 'basis_ja', 'basis_zh'] as const
const numbers = Array.from({ length: OWN_COLUMNS }, (_, at) => at + 1)

/** The columns of a table of technologies, in the order of the template. */
export const columns: readonly string[] = [
  'id',
  ...textMembers.flatMap((member) => [`${member}_ja`, `${member}_zh`]),
  'fields', 'stage', 'cost', 'payback', 'ip', 'exportControl', 'cooperation', 'regions', 'keywords_ja', 'keywords_zh',
  ...numbers.flatMap((n) => indicatorParts.map((part) => `indicator${n}_${part}`)),
  ...numbers.flatMap((n) => savingParts.map((part) => `saving${n}_${part}`)),
  'installations', 'certificates',
]

type ColumnWord = keyof (typeof words)['ja']['tables']['columns']

/** `indicator2_baseline_zh` → 性能2 比較の基準（中国語） */
function labelOf(key: string, locale: Locale): string {
  const { t } = i18nOf[locale]
  const [, row, n, rest] = /^(indicator|saving)(\d)_(.+)$/.exec(key) ?? []
  const own = rest ?? key
  const language = /_(ja|zh)$/.exec(own)?.[1] as Locale | undefined
  const word = (row ? `${row}_${own.replace(/_(ja|zh)$/, '')}` : own.replace(/_(ja|zh)$/, '')) as ColumnWord
  const label = language ? t(`tables:inLanguage.${language}`, { label: t(`tables:columns.${word}`) }) : t(`tables:columns.${word}`)
  return row ? t(`tables:numbered.${row as 'indicator'}`, { n, label }) : label
}

/** What stands above a column: words for the reader, and the code by which it is known again. */
export const headingOf = (key: string, locale: Locale): string => `${labelOf(key, locale)} [${key}]`

const known = new Map<string, string>()
function knownHeadings(): Map<string, string> {
  if (known.size === 0) {
    for (const key of columns) {
      known.set(key.toLowerCase(), key)
      for (const locale of locales) known.set(labelOf(key, locale).normalize('NFKC').toLowerCase(), key)
    }
  }
  return known
}

/** The column that a heading names: by its code, with or without words, or by its words in either language. */
export function columnOf(heading: string): string | null {
  const text = heading.normalize('NFKC').trim().toLowerCase()
  const code = /\[\s*(\w+)\s*\]$/.exec(text)?.[1]
  return knownHeadings().get(code ?? text) ?? null
}

/** The lists of codes by column, with their words. */
export const codeLists = { stage: stages, cost: costBands, payback: paybackBands, ip: ipStates, exportControl: exportControls, cooperation: cooperationModes, kind: savingKinds } as const
export type Coded = keyof typeof codeLists
const listWords = { stage: 'stages', cost: 'costs', payback: 'paybacks', ip: 'ips', exportControl: 'exportControls', cooperation: 'modes', kind: 'savingKinds' } as const

export const wordOfCode = (list: Coded, code: string, locale: Locale): string => (words[locale].catalogue[listWords[list]] as Record<string, string>)[code] ?? code

const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase()
/** The code that a cell names, by itself or by its words in either language; what is unknown is returned as it was. */
export function codeNamed(list: Coded, cell: string): string {
  const wanted = fold(cell)
  return codeLists[list].find((code) => code === wanted || locales.some((locale) => fold(wordOfCode(list, code, locale)) === wanted)) ?? cell.trim()
}
export function regionNamed(cell: string): string {
  const wanted = cell.normalize('NFKC').trim()
  const codes = Object.keys(words.ja.catalogue.regions)
  return codes.find((code) => code === wanted.toUpperCase() || locales.some((locale) => (words[locale].catalogue.regions as Record<string, string>)[code] === wanted)) ?? wanted.toUpperCase()
}
export function fieldNamed(cell: string, fields: readonly Field[]): string {
  const wanted = fold(cell)
  return fields.find(({ id, ja, zh }) => id === wanted || fold(ja) === wanted || fold(zh) === wanted)?.id ?? cell.trim()
}

const both = (text: Bilingual) => [text.ja ?? '', text.zh ?? ''] as const
const list = (all: readonly string[]) => all.map(escaped).join(';')
/** Without the empty parts at the end. */
const trimmed = (parts: string[], by: string) => parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join(by)

function installationCell({ country, region, year, count, since, note }: ListingContent['installations'][number]): string {
  const head = trimmed([region ?? country, ...[year, count, since].map((n) => n?.toString() ?? '')], ':')
  return trimmed([head, ...both(note).map(escaped)], ' | ')
}

/** A listing’s text as the cells of its row, by column; what has no column is left out. */
export function cellsOf(id: string, content: ListingContent): Record<string, string> {
  const cells: Record<string, string> = {
    id,
    fields: list(content.fields), stage: content.stage ?? '', cost: content.cost ?? '', payback: content.payback ?? '', ip: content.ip ?? '',
    exportControl: content.exportControl, cooperation: list(content.cooperation), regions: list(content.regions),
    keywords_ja: list(content.keywords.ja), keywords_zh: list(content.keywords.zh),
    installations: content.installations.map(installationCell).join('\n'),
    certificates: content.certificates.map(({ name, issuer, year }) => [...both(name), issuer ?? '', year?.toString() ?? ''].map(escaped).join(' | ')).join('\n'),
  }
  for (const member of textMembers) for (const locale of locales) cells[`${member}_${locale}`] = content[member][locale] ?? ''
  content.indicators.slice(0, OWN_COLUMNS).forEach(({ name, value, unit, baseline, conditions }, at) => {
    const row = [...both(name), valueCell(value), unit, ...both(baseline), ...both(conditions)]
    indicatorParts.forEach((part, place) => (cells[`indicator${at + 1}_${part}`] = row[place]!))
  })
  content.savings.slice(0, OWN_COLUMNS).forEach(({ kind, value, unit, basis }, at) => {
    const row = [kind, String(value), unit, ...both(basis)]
    savingParts.forEach((part, place) => (cells[`saving${at + 1}_${part}`] = row[place]!))
  })
  return cells
}
