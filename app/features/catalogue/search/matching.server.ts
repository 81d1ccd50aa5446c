import { matchDocuments } from '#db/dialect'
import type { Reader } from '#db/index.ts'
import type { Shelf } from '../shelf.server.ts'
import type { Dictionary } from './dictionary.ts'
import { conceptsIn, literalIn, phraseIn, takeApart, toPart, type Part } from './query.ts'
import { TIERS } from './tiers.ts'

const SYNONYM = 0.8
/** A concept whose words stand apart in the text. */
const APART = 0.5
/** With fewer hits than this, a word is also looked for in pieces. */
const FEW = 20
const LONGEST_UNKNOWN = 12

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

/** Documents in which all the pieces occur, at a discount. */
function together(part: Part, pieces: Found[], size: number): Found {
  const scores = new Float32Array(size)
  const docs: number[] = []
  const [first, ...rest] = pieces
  for (const doc of first?.docs ?? []) {
    if (!rest.every((piece) => piece.scores[doc]! > 0)) continue
    docs.push(doc)
    scores[doc] = (pieces.reduce((sum, piece) => sum + piece.scores[doc]!, 0) / pieces.length) * APART
  }
  return { part, docs, scores }
}

async function matchInPieces(db: Reader, shelf: Shelf, dictionary: Dictionary, found: Found): Promise<Found> {
  const pieces = found.part.concepts.length > 0 ? takeApart(found.part, dictionary) : await splitUnknown(db, dictionary, found.part.text)
  if (pieces.length === 0) return found
  found.pieces = pieces
  const more = together(found.part, await Promise.all(pieces.map((piece) => matchPart(db, shelf, piece))), shelf.size)
  for (const doc of more.docs) {
    if (found.scores[doc] === 0) found.docs.push(doc)
    found.scores[doc] = Math.max(found.scores[doc]!, more.scores[doc]!)
  }
  return found
}

/**
 * Cuts an unknown CJK word into the longest pieces that occur in some listing. At least three fifths of it must be
 * covered by pieces of two characters or more: nonsense stays unfound.
 */
async function splitUnknown(db: Reader, dictionary: Dictionary, word: string): Promise<Part[]> {
  const n = word.length
  if (n < 3 || n > LONGEST_UNKNOWN || /[a-z0-9 ]/.test(word)) return []
  const best: { covered: number; worth: number; pieces: string[] }[] = Array.from({ length: n + 1 }, () => ({ covered: 0, worth: 0, pieces: [] }))
  for (let at = n - 1; at >= 0; at--) {
    best[at] = best[at + 1]!
    for (let length = 2; length <= n - at && length < n; length++) {
      const piece = word.slice(at, at + length)
      const rest = best[at + length]!
      const worth = length * length + rest.worth
      if (worth <= best[at]!.worth || !(await occurs(db, piece))) continue
      best[at] = { covered: length + rest.covered, worth, pieces: [piece, ...rest.pieces] }
    }
  }
  const { covered, pieces } = best[0]!
  return covered * 5 >= n * 3 ? pieces.map((piece) => toPart(piece, dictionary)) : []
}

const occurs = async (db: Reader, word: string) => (await matchDocuments(db, TIERS.map((tier) => phraseIn(tier.letter, word)))).length > 0

/** Looks all parts up; all required words first, any of them only when no listing has them all. */
export async function matchQuery(db: Reader, shelf: Shelf, dictionary: Dictionary, parts: Part[]): Promise<Matches> {
  const found: Found[] = []
  for (const part of parts) {
    const one = await matchPart(db, shelf, part)
    found.push(!part.weak && one.docs.length < FEW ? await matchInPieces(db, shelf, dictionary, one) : one)
  }
  const required = found.filter((one) => !one.part.weak)
  const scores = new Float32Array(shelf.size)
  const hits = new Uint8Array(shelf.size)
  const touched: number[] = []
  for (const one of found) {
    const rarity = Math.log(1 + shelf.visible / (1 + one.docs.length))
    for (const doc of one.docs) {
      if (scores[doc] === 0) touched.push(doc)
      scores[doc]! += one.scores[doc]! * rarity * (one.part.weak ? 0.3 : 1)
      if (!one.part.weak) hits[doc]!++
    }
  }
  const missing = required.filter((one) => one.docs.length === 0).map((one) => one.part.text)
  const words = found.flatMap((one) => [one.part, ...(one.pieces ?? [])].flatMap((part) => [part.text, ...part.synonyms]))
  const all = touched.filter((doc) => hits[doc] === required.length)
  if (all.length > 0 || required.length < 2) return { docs: all, scores, parts, words, relaxed: false, missing }
  return { docs: touched.filter((doc) => hits[doc]! * 2 >= required.length), scores, parts, words, relaxed: true, missing }
}
