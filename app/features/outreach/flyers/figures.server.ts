import type { Indicator, ListingContent, Saving } from '#db/schema/catalogue.ts'
import { locales, otherLocale, pick, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { both, COLUMN, GREEN, heading, INK, LEFT, pair, PALE, paragraph, rule, SECOND, SOFT, stacked, WIDTH, written, type Bilingual, type Block, type Draft } from './drafting.server.ts'

export type Evidence = Pick<ListingContent, 'installations' | 'certificates'>
type Fact = [label: (locale: Locale) => string, value: (locale: Locale) => string]

const joined = (draft: Draft, word: (locale: Locale) => string) => [...new Set([word(draft.first), word(otherLocale(draft.first))])].join(' / ')

/** What it saves, large: a tile each. */
export function savings(draft: Draft, shown: Saving[], y: number): Block {
  if (shown.length === 0) return { parts: [], bottom: y }
  const width = (WIDTH - (shown.length - 1) * 8) / shown.length
  const tiles = shown.map((saving, at) => {
    const x = LEFT + at * (width + 8) + 9
    const room = width - 18
    const kind = paragraph(draft, 'P', joined(draft, (locale) => translator(locale)(`catalogue:savingKinds.${saving.kind}`)), draft.first, { x, y: y + 6, width: room }, { size: 7.2, colour: SOFT, lines: 1, minSize: 5.5 })
    const value = paragraph(draft, 'P', `${saving.value.toLocaleString(draft.first)} ${saving.unit}`, draft.first, { x, y: kind.bottom, width: room }, { size: 16, weight: 'bold', colour: GREEN, lines: 1, minSize: 8, leading: 1.35 })
    const basis = stacked(draft, 'P', saving.basis, { x, y: value.bottom, width: room }, { size: 7, lines: 2, leading: 1.4 }, { size: 6.4, lines: 2, leading: 1.4 })
    return { parts: [...kind.parts, ...value.parts, ...basis.parts], bottom: basis.bottom }
  })
  const bottom = Math.max(...tiles.map((tile) => tile.bottom)) + 7
  const grounds = shown.map((_, at): Part => ({ tag: null, marks: [{ kind: 'fill', x: LEFT + at * (width + 8), y, width, height: bottom - y, colour: PALE, radius: 4 }] }))
  return { parts: [...grounds, ...tiles.flatMap((tile) => tile.parts)], bottom }
}

const COLUMNS = [0.29, 0.19, 0.26, 0.26].map((share) => share * WIDTH)
const startOf = (column: number) => LEFT + COLUMNS.slice(0, column).reduce((sum, width) => sum + width, 0)

/** Figures with units, what they are compared with and under which conditions. */
export function indicators(draft: Draft, rows: Indicator[], y: number): Block {
  if (rows.length === 0) return { parts: [], bottom: y }
  const size = draft.body - 0.7
  const title = heading(draft, (locale) => translator(locale)('catalogue:show.figures'), y)
  const cell = (tag: 'TH' | 'TD', column: number, made: (at: { x: number; y: number; width: number }) => Block, top: number): Block => {
    const { parts, bottom } = made({ x: startOf(column), y: top, width: COLUMNS[column]! - 10 })
    return { parts: [{ tag, marks: parts.flatMap((part) => (part.lang && part.lang !== draft.first ? [] : part.marks)), parts: parts.filter((part) => part.lang && part.lang !== draft.first) }], bottom }
  }
  const names = (['indicator', 'value', 'baseline', 'conditions'] as const).map((key, column) =>
    cell('TH', column, (at) => paragraph(draft, 'P', joined(draft, (locale) => translator(locale)(`catalogue:show.${key}`)), draft.first, at, { size: 6.8, colour: SOFT, lines: 1, minSize: 5 }), title.bottom + 3),
  )
  const table: Part = { tag: 'Table', marks: [], parts: [{ tag: 'TR', marks: [], parts: names.flatMap((one) => one.parts) }] }
  const rules = [rule(LEFT, names[0]!.bottom + 2, WIDTH, '#8b9089')]
  let bottom = names[0]!.bottom + 5
  for (const row of rows) {
    const value = [typeof row.value === 'number' ? row.value.toLocaleString(draft.first) : row.value, /^[-‐–—]?$/.test(row.unit) ? '' : row.unit].join(' ').trim()
    const text = (words: Bilingual) => (at: { x: number; y: number; width: number }) => stacked(draft, 'P', words, at, { size, lines: 2, leading: 1.4 }, { size: size - 1, lines: 2, leading: 1.4 })
    const cells = [
      cell('TH', 0, text(row.name), bottom),
      cell('TD', 1, (at) => paragraph(draft, 'P', value, draft.first, at, { size: size + 1, weight: 'bold', lines: 2, minSize: 6.5, leading: 1.3 }), bottom),
      cell('TD', 2, text(row.baseline), bottom),
      cell('TD', 3, text(row.conditions), bottom),
    ]
    table.parts!.push({ tag: 'TR', marks: [], parts: cells.flatMap((one) => one.parts) })
    bottom = Math.max(...cells.map((one) => one.bottom)) + 3
    rules.push(rule(LEFT, bottom, WIDTH))
    bottom += 3
  }
  return { parts: [...title.parts, ...rules, table], bottom }
}

function placeOf({ country, region, count, year, since, note }: ListingContent['installations'][number], locale: Locale): string {
  const t = translator(locale)
  const where = [
    t(`catalogue:countries.${country}` as 'catalogue:countries.CN', { defaultValue: new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country }),
    region ? t([`catalogue:regions.${region}`, `catalogue:prefectures.${region}`] as 'catalogue:regions.CN-BJ'[], { defaultValue: '' }) : '',
  ]
  const when = [count ? t('catalogue:show.count', { n: count }) : '', since ? t('catalogue:show.since', { year: since }) : year ? t('catalogue:show.year', { year }) : '']
  return [where.filter(Boolean).join(' '), when.filter(Boolean).join('、'), pick(note, locale)?.lang === locale ? note[locale] : ''].filter(Boolean).join('　')
}

/** Where it runs, and who tested or certified it. */
export function evidence(draft: Draft, { installations, certificates }: Evidence, y: number): Block {
  if (installations.length + certificates.length === 0) return { parts: [], bottom: y }
  const title = heading(draft, (locale) => translator(locale)('catalogue:show.evidence'), y)
  const lines = both((locale) =>
    [...installations.map((one) => placeOf(one, locale)), ...certificates.map((one) => [pick(one.name, locale)?.text, one.issuer, one.year && translator(locale)('catalogue:show.year', { year: one.year })].filter(Boolean).join('、'))]
      .map((line) => `・${line}`)
      .join('\n'),
  )
  const list = pair(draft, 'P', lines, title.bottom + 1, { size: draft.body - 0.4, leading: 1.5, lines: (installations.length + certificates.length) * 2 })
  return { parts: [...title.parts, ...list.parts], bottom: list.bottom }
}

/** How one may work together, and on which footing. */
export function factsOf(content: ListingContent): Fact[] {
  const fact = (key: 'modes' | 'regions' | 'stage' | 'cost' | 'payback' | 'ip', value: ((locale: Locale) => string) | null): Fact[] => (value ? [[(locale) => translator(locale)(`catalogue:show.${key}`), value]] : [])
  const { cooperation, regions, stage, cost, payback, ip } = content
  return [
    ...fact('modes', cooperation.length > 0 ? (locale) => cooperation.map((mode) => translator(locale)(`catalogue:modes.${mode}`)).join('、') : null),
    ...fact('regions', (locale) => (regions.length > 0 ? regions.map((code) => translator(locale)(`catalogue:regions.${code}` as 'catalogue:regions.CN-BJ', { defaultValue: code })).join('、') : translator(locale)('catalogue:show.allRegions'))),
    ...fact('stage', stage && ((locale) => translator(locale)(`catalogue:stages.${stage}`))),
    ...fact('cost', cost && ((locale) => translator(locale)(`catalogue:costs.${cost}`))),
    ...fact('payback', payback && ((locale) => translator(locale)(`catalogue:paybacks.${payback}`))),
    ...fact('ip', ip && ((locale) => translator(locale)(`catalogue:ips.${ip}`))),
  ]
}

const LABEL = 66

export function facts(draft: Draft, shown: Fact[], y: number): Block {
  const title = heading(draft, (locale) => translator(locale)('catalogue:show.cooperate'), y)
  const size = draft.body - 0.5
  const parts: Part[] = [...title.parts]
  let bottom = title.bottom
  for (const locale of [draft.first, ...locales.filter((one) => one !== draft.first)]) {
    const x = locale === draft.first ? LEFT : SECOND
    let at = title.bottom + 1
    for (const [label, value] of shown) {
      const name = written(draft, label(locale), locale, { x, y: at, width: LABEL - 6 }, { size, colour: SOFT, lines: 1, minSize: 5 })
      const said = written(draft, value(locale), locale, { x: x + LABEL, y: at, width: COLUMN - LABEL }, { size, colour: locale === draft.first ? INK : SOFT, lines: 2, leading: 1.5 })
      parts.push({ tag: 'P', lang: locale, marks: [name.mark, said.mark] })
      at = Math.max(name.bottom, said.bottom)
    }
    bottom = Math.max(bottom, at)
  }
  return { parts, bottom }
}
