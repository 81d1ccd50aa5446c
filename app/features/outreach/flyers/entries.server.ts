import type { Card } from '#app/features/catalogue/cards.server.ts'
import { otherLocale, pick, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { COLUMN, FLOOR, GREEN, heading, LEFT, paragraph, rule, SECOND, SOFT, WIDTH, written, type Bilingual, type Block, type Draft } from './drafting.server.ts'

export interface Entry {
  name: Bilingual
  summary: Bilingual
  /** whose it is, where that is not said already */
  firm?: Bilingual & { en?: string | null }
  /** on which page of a catalogue it stands */
  page?: number
}

export const entryOf = ({ content, company }: Pick<Card, 'company'> & { content: Pick<Card['content'], 'name' | 'summary'> }): Entry => ({ name: content.name, summary: content.summary, firm: company.name })

/** How much is said of each, from ample to scarce. */
const MEASURES = [
  { size: 10.5, summary: 3, gap: 9 },
  { size: 9.5, summary: 2, gap: 7 },
  { size: 9, summary: 1, gap: 5 },
  { size: 8.8, summary: 1, gap: 3 },
  { size: 8.5, summary: 0, gap: 4 },
]
type Measure = (typeof MEASURES)[number]
const MORE = 14

/** Technologies in a list down to the foot of the sheet; those for which there is no room are counted. `total` may be more than is listed. */
export function entriesBlock(draft: Draft, entries: Entry[], total: number, y: number): Block {
  const title = heading(draft, (locale) => translator(locale)('flyers:technologies', { n: total }), y)
  const room = FLOOR - 6
  const rows = (measure: Measure) => {
    const made: Block[] = []
    let at = title.bottom + 4
    for (const entry of entries) {
      const row = entryRow(draft, entry, measure, at)
      made.push(row)
      at = row.bottom
    }
    return made
  }
  let made: Block[] = []
  for (const measure of MEASURES) {
    made = rows(measure)
    if ((made.at(-1)?.bottom ?? 0) <= room - (total > entries.length ? MORE : 0)) break
  }
  const fits = made.filter((row, at) => row.bottom <= room - (at === total - 1 ? 0 : MORE))
  const bottom = fits.at(-1)?.bottom ?? title.bottom
  const rest = total - fits.length
  const more = rest > 0 ? (['first', 'second'] as const).flatMap((which) => restOf(draft, which, rest, bottom + 4)) : []
  return { parts: [...title.parts, ...fits.flatMap((row) => row.parts), ...more], bottom: rest > 0 ? bottom + 4 + MORE : bottom }
}

function restOf(draft: Draft, which: 'first' | 'second', n: number, y: number): Part[] {
  const locale = which === 'first' ? draft.first : otherLocale(draft.first)
  return paragraph(draft, 'P', translator(locale)('flyers:more', { n }), locale, { x: which === 'first' ? LEFT : SECOND, y, width: COLUMN }, { size: 8, colour: SOFT, lines: 1 }).parts
}

function entryRow(draft: Draft, entry: Entry, measure: Measure, y: number): Block {
  const parts: Part[] = [rule(LEFT, y, WIDTH)]
  const top = y + measure.gap
  let bottom = top
  const languages = [draft.first, otherLocale(draft.first)].filter((locale) => entry.name[locale])
  for (const locale of languages) {
    const own = locale === draft.first
    const x = own || languages.length === 1 ? LEFT : SECOND
    const made = said(draft, entry, locale, { x, width: languages.length === 1 ? WIDTH - 40 : COLUMN - (own ? 0 : 24) }, measure, top, own || languages.length === 1)
    parts.push(...made.parts)
    bottom = Math.max(bottom, made.bottom)
  }
  if (entry.page) parts.push(...paragraph(draft, 'P', String(entry.page), draft.first, { x: LEFT + WIDTH - 24, y: top, width: 24, align: 'right' }, { size: measure.size, weight: 'bold', colour: GREEN }).parts)
  return { parts, bottom: bottom + measure.gap - 2 }
}

function said(draft: Draft, entry: Entry, locale: Locale, place: { x: number; width: number }, { size, summary }: Measure, top: number, own: boolean): Block {
  const name = written(draft, entry.name[locale] ?? '', locale, { ...place, y: top }, { size, weight: 'bold', lines: 1, minSize: size - 2, ...(own ? {} : { colour: SOFT }) })
  const marks = [name.mark]
  let bottom = name.bottom
  const firm = entry.firm && (pick(entry.firm, locale)?.text ?? entry.firm.en)
  for (const [text, lines] of [[firm, 1], [entry.summary[locale], summary]] as const) {
    if (!text || lines === 0) continue
    const line = written(draft, text, locale, { ...place, y: bottom }, { size: size - 1.8, lines, colour: text === firm || !own ? SOFT : '#1c2420', leading: 1.5 })
    marks.push(line.mark)
    bottom = line.bottom
  }
  return { parts: [{ tag: 'P', lang: locale, marks }], bottom }
}
