import type { Locale } from '../locale.ts'
import { breakLines, chunks, notLast, phrases, visible } from './breaking.ts'
import { faceFor, openFaces, type FaceName, type Faces, type Weight } from './faces.server.ts'

/** Height of the letters above the baseline, of one em. */
export const ASCENT = 0.88

export interface Style {
  locale: Locale
  weight?: Weight
  size: number
  maxWidth: number
  maxLines?: number
  /** as small as it may be made before it is cut; `size` when left out */
  minSize?: number
  /** of the size, from baseline to baseline */
  leading?: number
  /** for headings: broken between phrases where that needs no more lines, and into lines as even as they can be */
  balance?: boolean
}

/** Characters of one face in a row. */
export interface Run {
  face: FaceName
  text: string
  x: number
  width: number
}
export interface Line {
  text: string
  runs: Run[]
  /** of the baseline, from the top of the box */
  y: number
  width: number
}
export interface Setting {
  size: number
  lines: Line[]
  /** of the widest line */
  width: number
  height: number
  /** the end did not fit and is an ellipsis */
  cut: boolean
}

/** Sets texts in the bundled fonts. Its measures are those of the finished picture or PDF: no kerning, no other layout. */
export interface Compositor {
  faces: Faces
  /** @throws MissingGlyph */
  set: (text: string, style: Style) => Setting
  measure: (text: string, style: Pick<Style, 'locale' | 'weight' | 'size'>) => number
}

export async function openCompositor(): Promise<Compositor> {
  const faces = await openFaces()
  return {
    faces,
    set: (text, style) => setText(faces, text, style),
    measure: (text, { locale, weight = 'regular', size }) => widthIn(faces, locale, weight)(visible(text)) * size,
  }
}

const widthIn = (faces: Faces, locale: Locale, weight: Weight) => (text: string) => {
  let ems = 0
  for (const character of text) ems += faceFor(faces, character, locale, weight).advance(character.codePointAt(0)!)
  return ems
}

function setText(faces: Faces, given: string, style: Style): Setting {
  const { locale, weight = 'regular', maxWidth, maxLines = Infinity, minSize = style.size, leading = 1.5, balance = false } = style
  const width = widthIn(faces, locale, weight)
  const paragraphs = visible(given).split(/\r\n|[\n\r\u2028\u2029]/)
  const at = (size: number, room = maxWidth, parts: (text: string) => string[] = chunks) => paragraphs.flatMap((one) => breakLines(one, room / size, width, parts(one)))
  let size = style.size
  let texts = at(size)
  while (texts.length > maxLines && size > minSize) {
    size = Math.max(minSize, size * 0.96)
    texts = at(size)
  }
  const cut = texts.length > maxLines
  if (cut) texts = [...texts.slice(0, maxLines - 1), shorten(texts[maxLines - 1]!, maxWidth / size, width)]
  else if (balance && texts.length > 1) {
    const whole = (one: string) => phrases(one, locale)
    const parts = at(size, maxWidth, whole).length <= texts.length ? whole : chunks
    texts = evenly(texts.length, maxWidth, (room) => at(size, room, parts)) ?? texts
  }
  const lines = texts.map((text, index): Line => {
    const runs = runsOf(faces, text, locale, weight, size)
    return { text, runs, y: size * (leading * index + (leading - 1) / 2 + ASCENT), width: runs.reduce((sum, run) => sum + run.width, 0) }
  })
  return { size, lines, width: Math.max(0, ...lines.map((line) => line.width)), height: lines.length * leading * size, cut }
}

/** The end of a line gives way to an ellipsis. */
function shorten(text: string, room: number, width: (text: string) => number): string {
  const letters = [...text]
  while (letters.length > 0 && width(`${ending(letters)}…`) > room) letters.pop()
  return `${ending(letters)}…`
}
function ending(letters: string[]): string {
  let text = letters.join('').trimEnd()
  while (/[、。，．,.・：；:;…‥―—-]$/u.test(text) || notLast.test(text)) text = text.slice(0, -1).trimEnd()
  return text
}

/** The narrowest measure that needs no more lines. */
function evenly(lines: number, maxWidth: number, breakAt: (room: number) => string[]): string[] | null {
  let [narrow, wide] = [maxWidth / lines / 1.2, maxWidth]
  let best: string[] | null = null
  for (let step = 0; step < 8; step++) {
    const room = (narrow + wide) / 2
    const tried = breakAt(room)
    if (tried.length <= lines) [best, wide] = [tried, room]
    else narrow = room
  }
  return best
}

function runsOf(faces: Faces, text: string, locale: Locale, weight: Weight, size: number): Run[] {
  const runs: Run[] = []
  let x = 0
  for (const character of text) {
    const face = faceFor(faces, character, locale, weight)
    const width = face.advance(character.codePointAt(0)!) * size
    const last = runs.at(-1)
    if (last?.face === face.name) {
      last.text += character
      last.width += width
    } else runs.push({ face: face.name, text: character, x, width })
    x += width
  }
  return runs
}
