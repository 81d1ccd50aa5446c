import { fold } from './folding.ts'

/** A piece of a text, `marked` when a searched word stands there. */
export interface Piece {
  text: string
  marked: boolean
}

/** Half-width kana with their sound marks, and letters with combining marks, fold together. */
const CLUSTER = /[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu

/** A folded text that remembers where in the original each of its units came from. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  for (const match of text.matchAll(CLUSTER)) {
    const part = fold(match[0])
    for (let unit = 0; unit < part.length; unit++) origin.push(match.index)
    folded += part
  }
  origin.push(text.length)
  return { folded, origin }
}

const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** One expression for all words, longest first; Latin words count only whole, blanks stand for any separation. */
export function markerOf(words: readonly string[]): RegExp | null {
  const sorted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length)
  if (sorted.length === 0) return null
  const sources = sorted.map((word) => {
    const body = word.split(' ').map(escape).join('[\\s\\-・]*')
    return `${/^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : ''}${body}${/[a-z0-9]$/.test(word) ? '(?![a-z0-9])' : ''}`
  })
  return new RegExp(sources.join('|'), 'g')
}

/** The stretches of a text in which searched words stand, as original positions. */
export function matchesIn(text: string, marker: RegExp): { from: number; to: number; word: string }[] {
  const { folded, origin } = foldWithOrigin(text)
  const found: { from: number; to: number; word: string }[] = []
  for (const match of folded.matchAll(marker)) {
    if (match[0] === '') continue
    const from = origin[match.index]!
    const to = origin[match.index + match[0].length]!
    if (to > from && (found.at(-1)?.to ?? 0) <= from) found.push({ from, to, word: match[0] })
  }
  return found
}

/** Cuts a text at its searched words. */
export function mark(text: string, marker: RegExp | null): Piece[] {
  if (!marker) return [{ text, marked: false }]
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of matchesIn(text, marker)) {
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

const BEFORE = 24
const LENGTH = 90

/** The surroundings of the first searched word in a long text; null when none stands there. */
export function excerpt(text: string, marker: RegExp): string | null {
  const first = matchesIn(text, marker)[0]
  if (!first) return null
  const start = Math.max(0, first.from - BEFORE)
  const from = start === 0 ? 0 : Math.max(start, text.lastIndexOf('。', first.from) + 1 || start)
  const end = Math.min(text.length, from + LENGTH)
  return `${from > 0 ? '…' : ''}${text.slice(from, end).replace(/\s+/g, ' ')}${end < text.length ? '…' : ''}`
}
