import { legalFormless } from '../sorting.ts'
import { conceptToken, splitsWord, wordToken, type Dictionary } from './dictionary.ts'
import { canonical, fold, phraseTokens } from './folding.ts'
import { matchesIn, markerOf } from './marking.ts'
import { plainWords, WEAK } from './weak-words.ts'

/** One thing a query asks for. */
export interface Part {
  /** folded, as typed */
  text: string
  concepts: readonly string[]
  /** other words of the same concepts, folded */
  synonyms: readonly string[]
  /** says little (技术, 设备 …): adds to the rank, is not required */
  weak: boolean
  /** an unfinished Latin word: its beginning is enough */
  open: boolean
  /** the words it is made of, when nothing has it whole */
  pieces: readonly string[]
}

const MOST_PARTS = 12
const LONGEST_QUERY = 200

interface Segment {
  from: number
  to: number
  /** found in the dictionary or among the weak words */
  known: boolean
}

/**
 * Cuts a canonical text into dictionary words, longest first (the sum of squared lengths is greatest), and what is left
 * between them. A one-character word counts only when it stands alone.
 */
export function segment(text: string, isKnown: (word: string) => boolean, longest: number): Segment[] {
  const n = text.length
  const best = new Float64Array(n + 1)
  const step = new Int32Array(n + 1)
  for (let at = n - 1; at >= 0; at--) {
    best[at] = best[at + 1]!
    step[at] = 1
    for (let length = Math.min(longest, n - at); length >= 1; length--) {
      const end = at + length
      if (text[at] === ' ' || text[end - 1] === ' ') continue
      if (splitsWord(text, at) || splitsWord(text, end)) continue
      const worth = length * length + best[end]!
      if (worth > best[at]! && isKnown(text.slice(at, end))) {
        best[at] = worth
        step[at] = length
      }
    }
  }
  const cut: Segment[] = []
  for (let at = 0; at < n; ) {
    const length = step[at]!
    const known = best[at]! > best[at + 1]! || length > 1
    const previous = cut.at(-1)
    if (text[at] === ' ' && !known) at++
    else if (!known && previous && !previous.known && previous.to === at) {
      previous.to = ++at
    } else {
      cut.push({ from: at, to: at + length, known })
      at += length
    }
  }
  return joinLoneCharacters(cut)
}

/** A known single character next to unknown text is part of that unknown word, not a word of its own. */
function joinLoneCharacters(cut: Segment[]): Segment[] {
  const out: Segment[] = []
  for (const one of cut) {
    const previous = out.at(-1)
    const lone = one.known && one.to - one.from === 1
    const touches = previous && previous.to === one.from
    if (touches && lone && !previous.known) previous.to = one.to
    else if (touches && !one.known && previous.known && previous.to - previous.from === 1) {
      previous.to = one.to
      previous.known = false
    } else if (touches && !one.known && !previous.known) previous.to = one.to
    else out.push({ ...one })
  }
  return out
}

/** What a query asks for, part by part; empty when it says nothing that could be looked up. */
export function parseQuery(query: string, dictionary: Dictionary): Part[] {
  const typed = query.slice(0, LONGEST_QUERY)
  const text = canonical(fold(legalFormless(typed) || typed))
  const isKnown = (word: string) => dictionary.words.has(word) || WEAK.has(word)
  const parts = segment(text, isKnown, dictionary.longest)
    .flatMap(({ from, to, known }) => {
      const piece = text.slice(from, to)
      if (known) return [piece]
      return (from > 0 && text[from - 1] !== ' ' ? piece.replace(LEADING, '') : piece).split(' ').map((word) => word.replace(TRAILING, ''))
    })
    .filter((word, at, all) => word !== '' && all.indexOf(word) === at)
    .slice(0, MOST_PARTS)
    .map((word) => toPart(word, dictionary, typed))
    .filter((part, at, all) => part.concepts.length === 0 || all.findIndex((other) => sameConcepts(other, part)) === at)
  const telling = parts.filter((part) => !isScrap(part))
  if (telling.some((part) => !part.weak)) return telling
  return parts.map((part) => ({ ...part, weak: false }))
}

/** A word said twice, in two languages, is asked for once. */
const sameConcepts = (one: Part, other: Part) => one.concepts.join() === other.concepts.join()

/** Particles that stand directly after a known word, or end one. */
const LEADING = /^[のをにはがでとへもや]+/
const TRAILING = /[のをにはがでとへもや]+$/

/** What is left between words: a single character, a short kana ending, a verb without a word in it. */
const isScrap = ({ concepts, text, weak, pieces }: Part) =>
  concepts.length === 0 && !weak && (/^[\u3041-\u3096ー]{1,3}$/.test(text) || /^[^a-z0-9]$/.test(text) || (/[\u3041-\u3096]$/.test(text) && pieces.length === 0))

/** @param typed where the word was typed, in its own writing: it tells katakana words from kana endings */
export function toPart(word: string, dictionary: Dictionary, typed = ''): Part {
  const concepts = dictionary.words.get(word) ?? []
  const synonyms = [...new Set(concepts.flatMap((id) => dictionary.concepts.get(id) ?? []))].filter((other) => other !== word)
  return {
    text: word,
    concepts,
    synonyms,
    weak: WEAK.has(word),
    open: concepts.length === 0 && /^[a-z]{3,}$/.test(word),
    pieces: concepts.length > 0 ? takenApart(word, dictionary) : plainWords(asTyped(typed, word)),
  }
}

/** A folded word as a text writes it. */
export function asTyped(text: string, folded: string): string {
  const marker = markerOf([folded])
  const found = marker && matchesIn(text, marker)[0]
  return found ? text.slice(found.from, found.to) : folded
}

/** The parts of a word of the terminology, e.g. 余热回收 → 余热, 回收; empty when it is one word only. */
function takenApart(whole: string, dictionary: Dictionary): string[] {
  const isKnown = (word: string) => word !== whole && word.length > 1 && dictionary.words.has(word)
  const cut = segment(whole, isKnown, dictionary.longest)
  if (cut.length < 2 || !cut.some((piece) => piece.known)) return []
  const words = cut.map((piece) => whole.slice(piece.from, piece.to)).filter((word) => word.trim().length > 1)
  return words.length > 1 ? words : []
}

/** A folded word as the full-text index wants it, in one place of the listing. */
export function phraseIn(letter: string, word: string, open = false) {
  const { tokens, prefix } = phraseTokens(word)
  return { tokens: tokens.map((token) => letter + token), prefix: prefix || open }
}

/** The written word of a part in one place: one token where the terminology knows it, else its characters in a row. */
export function literalIn(letter: string, part: Part) {
  const known = part.concepts.length > 0 && part.text.length > 1
  return known ? { tokens: [letter + wordToken(part.text)] } : phraseIn(letter, part.text, part.open)
}

/** Any word of the part's concepts, in one place. */
export const conceptsIn = (letter: string, part: Part) => part.concepts.map((id) => ({ tokens: [letter + conceptToken(id)] }))
