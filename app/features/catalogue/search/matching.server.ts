import { matchDocuments } from '#db/dialect'
import type { Reader } from '#db/index.ts'
import type { Shelf } from '../shelf.server.ts'
import type { Dictionary } from './dictionary.ts'
import { conceptsIn, literalIn, toPart, type Part } from './query.ts'
import { TIERS } from './tiers.ts'
import { WEAK } from './weak-words.ts'

const SYNONYM = 0.8
/** A concept whose words stand apart in the text. */
const APART = 0.5
/** With fewer hits than this, a word is also looked for in pieces. */
const FEW = 20
const WEAK_WORTH = 0.3
/** With so many listings that have all the words, those that have some are left out. */
const ENOUGH = 4
/** Of those, the ones that come near the best of them. */
const NEAR = 0.4

/** What a query found: documents with scores, which of its parts were required, and what was not found. */
export interface Matches {
  docs: number[]
  /** by document number; only those of `docs` mean anything */
  scores: Float32Array
  parts: Part[]
  /** every word that was looked for, folded: typed, of the same concept, or a piece of one */
  words: string[]
  /** true: no listing has all the words; these have some of them */
  relaxed: boolean
  missing: string[]
}

export interface Found {
  part: Part
  pieces?: Part[]
  docs: number[]
  scores: Float32Array
}

/** Sums, per document, what each place of the listing gives for one part; the best of its words in each place. */
export async function matchPart(db: Reader, shelf: Shelf, part: Part): Promise<Found> {
  const scores = new Float32Array(shelf.size)
  const docs: number[] = []
  const add = (doc: number, worth: number) => {
    if (doc >= shelf.size) return
    if (scores[doc] === 0) docs.push(doc)
    scores[doc]! += worth
  }
  for (const tier of TIERS) {
    if (part.concepts.length === 0) {
      for (const doc of await matchDocuments(db, [literalIn(tier.letter, part)])) add(doc, tier.weight)
      continue
    }
    const all = await matchDocuments(db, conceptsIn(tier.letter, part))
    const isBroader = part.text.length === 1
    const literal = all.length > 0 || isBroader ? await matchDocuments(db, [literalIn(tier.letter, part)]) : []
    for (const doc of literal) add(doc, tier.weight)
    const already = new Set(literal)
    for (const doc of all) if (!already.has(doc)) add(doc, tier.weight * SYNONYM)
  }
  return { part, docs, scores }
}

/** Documents in which all the pieces occur, at a discount; a listing that has the word whole keeps that. */
async function matchInPieces(db: Reader, shelf: Shelf, dictionary: Dictionary, found: Found): Promise<Found> {
  const pieces = found.part.pieces.filter((word) => word !== found.part.text && !WEAK.has(word)).map((word) => toPart(word, dictionary))
  if (pieces.length === 0) return found
  const [first, ...rest] = await Promise.all(pieces.map((piece) => matchPart(db, shelf, piece)))
  found.pieces = pieces
  for (const doc of first!.docs) {
    if (!rest.every((piece) => piece.scores[doc]! > 0)) continue
    const mean = rest.reduce((sum, piece) => sum + piece.scores[doc]!, first!.scores[doc]!) / pieces.length
    if (found.scores[doc] === 0) found.docs.push(doc)
    found.scores[doc] = Math.max(found.scores[doc]!, mean * APART)
  }
  return found
}

/** A firm's name in Latin letters, typed in several words, is one word in the index: rentou mihon → rentoumihon. */
async function matchJoined(db: Reader, shelf: Shelf, dictionary: Dictionary, parts: readonly Part[]): Promise<Found | null> {
  if (parts.length < 2 || !parts.every((part) => /^[a-z0-9 ]+$/.test(part.text))) return null
  const joined = toPart(parts.map((part) => part.text.replaceAll(' ', '')).join(''), dictionary)
  const found = await matchPart(db, shelf, joined)
  return found.docs.length > 0 ? found : null
}

/**
 * Looks all parts up. Listings that have all required words come first, those that have some of them only after, and
 * only where the first are few.
 */
export async function matchQuery(db: Reader, shelf: Shelf, dictionary: Dictionary, parts: Part[]): Promise<Matches> {
  let found: Found[] = []
  for (const part of parts) {
    const one = await matchPart(db, shelf, part)
    found.push(!part.weak && one.docs.length < FEW ? await matchInPieces(db, shelf, dictionary, one) : one)
  }
  if (found.every((one) => one.part.concepts.length === 0 && one.docs.length === 0)) {
    const joined = await matchJoined(db, shelf, dictionary, parts)
    if (joined) found = [joined]
  }
  return combine(shelf, parts, found)
}

function combine(shelf: Shelf, parts: Part[], found: Found[]): Matches {
  const required = found.filter((one) => !one.part.weak)
  const scores = new Float32Array(shelf.size)
  const hits = new Uint8Array(shelf.size)
  const touched: number[] = []
  for (const one of found) {
    const rarity = Math.log(1 + shelf.visible / (1 + one.docs.length))
    for (const doc of one.docs) {
      if (scores[doc] === 0) touched.push(doc)
      scores[doc]! += one.scores[doc]! * rarity * (one.part.weak ? WEAK_WORTH : 1)
      if (!one.part.weak) hits[doc]!++
    }
  }
  const missing = required.filter((one) => one.docs.length === 0).map((one) => one.part.text)
  const words = found.flatMap((one) => [one.part, ...(one.pieces ?? [])].flatMap((part) => [part.text, ...part.synonyms]))
  const all = touched.filter((doc) => hits[doc] === required.length)
  const answer = { parts, words, missing, scores }
  if (all.length >= ENOUGH || required.length < 2) return { ...answer, docs: all, relaxed: false }
  const most = required.length - missing.length
  const rest = touched.filter((doc) => hits[doc]! > 0 && hits[doc]! < required.length)
  const best = rest.reduce((top, doc) => Math.max(top, scores[doc]!), 0)
  const near = rest.filter((doc) => hits[doc] === most || scores[doc]! >= best * NEAR)
  const ceiling = all.reduce((low, doc) => Math.min(low, scores[doc]!), Infinity)
  // Whoever has all the words stands before whoever has some, whatever their worth.
  if (all.length > 0) for (const doc of near) scores[doc] = (scores[doc]! / best) * ceiling * 0.99
  return { ...answer, docs: [...all, ...near], relaxed: all.length === 0 }
}
