import type { Compositor, Setting } from '#app/platform/lettering/setting.server.ts'
import { otherLocale, pick, type Locale } from '#app/platform/locale.ts'
import { A4, type Mark, type Part, type Tag } from '#app/platform/paper/paper.ts'

export const INK = '#1c2420'
export const SOFT = '#59645d'
export const GREEN = '#14532d'
export const AMBER = '#8a4b08'
export const PALE = '#eaf1ea'
export const RULE = '#d3d6cd'

export const LEFT = 44
export const WIDTH = A4.width - 2 * LEFT
export const GUTTER = 22
export const COLUMN = (WIDTH - GUTTER) / 2
export const SECOND = LEFT + COLUMN + GUTTER
/** where the text of every sheet begins */
export const TOP = 66
/** below it begins the foot of every sheet */
export const FLOOR = 732

export interface Bilingual {
  ja: string | null
  zh: string | null
}
/** A word of the site in both languages. */
export const both = (word: (locale: Locale) => string): Bilingual => ({ ja: word('ja'), zh: word('zh') })

/** What a sheet is drafted with: the reader’s language first, the letters in the size that lets everything stand on it. */
export interface Draft {
  compositor: Compositor
  first: Locale
  /** size of running text */
  body: number
}

export interface Type {
  size: number
  weight?: 'regular' | 'bold'
  colour?: string
  lines?: number
  minSize?: number
  leading?: number
  balance?: boolean
}
export interface Block {
  parts: Part[]
  /** where it ends */
  bottom: number
}

/** A text at its place; its height is that of its lines. */
export function written({ compositor }: Draft, text: string, locale: Locale, at: { x: number; y: number; width: number; align?: 'right' | 'center' }, type: Type): { mark: Mark; bottom: number; setting: Setting } {
  const setting = compositor.set(text, {
    locale, size: type.size, maxWidth: at.width, weight: type.weight ?? 'regular', leading: type.leading ?? 1.55, minSize: type.minSize ?? type.size, balance: type.balance ?? false, ...(type.lines ? { maxLines: type.lines } : {}),
  })
  const slack = { left: 0, center: 0.5, right: 1 }[at.align ?? 'left']
  const lines = setting.lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, x: run.x + (at.width - line.width) * slack })) }))
  return { mark: { kind: 'lines', lines, size: setting.size, colour: type.colour ?? INK, x: at.x, y: at.y }, bottom: at.y + setting.height, setting }
}

export function paragraph(draft: Draft, tag: Tag, text: string, locale: Locale, at: { x: number; y: number; width: number; align?: 'right' | 'center' }, type: Type): Block {
  const { mark, bottom } = written(draft, text, locale, at, type)
  return { parts: [{ tag, lang: locale, marks: [mark] }], bottom }
}

/** Both languages side by side, the reader’s on the left; a text that exists in one alone takes the whole width. */
export function pair(draft: Draft, tag: Tag, text: Bilingual, y: number, type: Type): Block {
  const only = pick(text, draft.first)
  if (!only) return { parts: [], bottom: y }
  const second = text[otherLocale(draft.first)]
  if (only.lang !== draft.first || !second) return paragraph(draft, tag, only.text, only.lang, { x: LEFT, y, width: WIDTH }, type)
  const left = paragraph(draft, tag, only.text, draft.first, { x: LEFT, y, width: COLUMN }, type)
  const right = paragraph(draft, tag, second, otherLocale(draft.first), { x: SECOND, y, width: COLUMN }, { ...type, colour: type.colour ?? SOFT })
  return { parts: [...left.parts, ...right.parts], bottom: Math.max(left.bottom, right.bottom) }
}

/** One text under the other: the reader’s large, the other small. */
export function stacked(draft: Draft, tag: Tag, text: Bilingual, at: { x: number; y: number; width: number }, type: Type, second: Type): Block {
  const own = pick(text, draft.first)
  if (!own) return { parts: [], bottom: at.y }
  const top = paragraph(draft, tag, own.text, own.lang, at, type)
  const other = own.lang === draft.first ? text[otherLocale(draft.first)] : null
  if (!other || other === own.text) return top
  const below = paragraph(draft, 'P', other, otherLocale(draft.first), { ...at, y: top.bottom + 1 }, { colour: SOFT, ...second })
  return { parts: [...top.parts, ...below.parts], bottom: below.bottom }
}

export const rule = (x: number, y: number, width: number, colour = RULE, height = 0.6): Part => ({ tag: null, marks: [{ kind: 'fill', x, y, width, height, colour }] })

export const heading = (draft: Draft, word: (locale: Locale) => string, y: number): Block => pair(draft, 'H2', both(word), y, { size: draft.body - 0.4, weight: 'bold', colour: GREEN })

/** Blocks below one another; each is told where it begins. */
export function below(y: number, gap: number, blocks: ((y: number) => Block)[]): Block {
  const parts: Part[] = []
  let bottom = y
  for (const block of blocks) {
    const made = block(parts.length > 0 ? bottom + gap : bottom)
    if (made.parts.length === 0) continue
    parts.push(...made.parts)
    bottom = made.bottom
  }
  return { parts, bottom }
}
