import { asc, gt } from 'drizzle-orm'
import { readFact } from '#db/dialect'
import type { Reader } from '#db/index.ts'
import { listings } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import type { OrderKey } from './ordering.ts'

/**
 * The published listings as arrays in memory, by document number: what filters, counts and orders need of every
 * listing, so that a list page asks the database only for the twenty it shows. Follows the catalogue's version: what
 * changed since is read again, whoever wrote it.
 */
export interface Shelf {
  version: number
  day: string
  /** one above the highest document number */
  size: number
  /** visible today */
  live: Bits
  technologyIds: string[]
  /** mark → the visible documents that bear it; who addresses all regions bears each of them */
  marks: ReadonlyMap<string, Bits>
  /** the same by document: the numbers of its marks lie from `starts[doc]` to `starts[doc + 1]` */
  markNames: readonly string[]
  marksOf: Uint16Array
  starts: Uint32Array
  /** document → its place when sorted upwards, and back */
  place: Record<OrderKey, Int32Array>
  sorted: Record<OrderKey, Int32Array>
  visible: number
}

/** A set of documents, 32 to a number. */
export type Bits = Uint32Array

export const hasBit = (bits: Bits, doc: number) => (bits[doc >>> 5]! & (1 << (doc & 31))) !== 0
export const setBit = (bits: Bits, doc: number) => {
  bits[doc >>> 5]! |= 1 << (doc & 31)
}

export function countBits(bits: Bits): number {
  let total = 0
  for (let at = 0; at < bits.length; at++) total += ones(bits[at]!)
  return total
}

function ones(n: number): number {
  n -= (n >>> 1) & 0x55555555
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

type Row = Pick<
  typeof listings.$inferSelect,
  'doc' | 'technologyId' | 'live' | 'sortKana' | 'sortPinyin' | 'sortAlpha' | 'marks' | 'validUntil' | 'version'
>
const COLUMNS = {
  doc: listings.doc,
  technologyId: listings.technologyId,
  live: listings.live,
  sortKana: listings.sortKana,
  sortPinyin: listings.sortPinyin,
  sortAlpha: listings.sortAlpha,
  marks: listings.marks,
  validUntil: listings.validUntil,
  version: listings.version,
}
const SORT_KEY = { kana: 'sortKana', pinyin: 'sortPinyin', alpha: 'sortAlpha' } as const

const rows: (Row | undefined)[] = []
let shelf: Shelf | null = null
let reading: Promise<Shelf> | null = null

/** The catalogue's version: every write of the catalogue raises it. One cheap read. */
export const catalogueVersion = (db: Reader): Promise<number> => readFact(db, 'catalogue-version')

/** The shelf as of now. */
export async function readShelf(db: Reader): Promise<Shelf> {
  const version = await catalogueVersion(db)
  const day = today()
  if (shelf && shelf.version === version && shelf.day === day) return shelf
  reading ??= refresh(db, version, day).finally(() => {
    reading = null
  })
  await reading
  return readShelf(db)
}

async function refresh(db: Reader, version: number, day: string): Promise<Shelf> {
  const since = shelf?.version ?? -1
  const changed: Row[] = await db.select(COLUMNS).from(listings).where(gt(listings.version, since)).orderBy(asc(listings.doc))
  for (const row of changed) rows[row.doc] = row
  shelf = arrange(version, day, shelf)
  return shelf
}

function arrange(version: number, day: string, before: Shelf | null): Shelf {
  const size = rows.length
  const words = (size + 31) >>> 5
  const live = new Uint32Array(words)
  const marks = new Map<string, Bits>()
  const technologyIds: string[] = new Array<string>(size).fill('')
  for (let doc = 0; doc < size; doc++) {
    const row = rows[doc]
    if (!row) continue
    technologyIds[doc] = row.technologyId
    if (!row.live || (row.validUntil !== null && row.validUntil < day)) continue
    setBit(live, doc)
    for (const mark of row.marks) {
      let bits = marks.get(mark)
      if (!bits) marks.set(mark, (bits = new Uint32Array(words)))
      setBit(bits, doc)
    }
  }
  const everywhere = marks.get(EVERYWHERE)
  for (const [mark, bits] of marks) {
    if (everywhere && mark.startsWith('region:') && mark !== EVERYWHERE) everywhere.forEach((word, at) => (bits[at]! |= word))
  }
  const byDocument = listMarks(size, live, marks)
  const place = {} as Shelf['place']
  const sorted = {} as Shelf['sorted']
  for (const key of Object.keys(SORT_KEY) as OrderKey[]) {
    sorted[key] = sortDocuments(key, before?.sorted[key])
    place[key] = new Int32Array(size)
    sorted[key].forEach((doc, at) => {
      place[key][doc] = at
    })
  }
  return { version, day, size, live, technologyIds, marks, ...byDocument, place, sorted, visible: countBits(live) }
}

/** The mark of those who address all regions. They bear it instead of each region's, so that lists stay short. */
export const EVERYWHERE = 'region:*'

function listMarks(size: number, live: Bits, marks: ReadonlyMap<string, Bits>): Pick<Shelf, 'markNames' | 'marksOf' | 'starts'> {
  const markNames = [...marks.keys()]
  const numbers = new Map(markNames.map((name, number) => [name, number]))
  const starts = new Uint32Array(size + 1)
  const flat: number[] = []
  for (let doc = 0; doc < size; doc++) {
    starts[doc] = flat.length
    if (!hasBit(live, doc)) continue
    const own = rows[doc]!.marks
    const anywhere = own.includes(EVERYWHERE)
    for (const mark of own) if (!anywhere || !mark.startsWith('region:') || mark === EVERYWHERE) flat.push(numbers.get(mark)!)
  }
  starts[size] = flat.length
  return { markNames, marksOf: Uint16Array.from(flat), starts }
}

/** Starts from the earlier order: sorting what is nearly sorted takes a fraction of the time. */
function sortDocuments(key: OrderKey, before: Int32Array | undefined): Int32Array {
  const column = SORT_KEY[key]
  const docs = before ? [...before] : []
  const known = new Set(docs)
  rows.forEach((row, doc) => {
    if (row && !known.has(doc)) docs.push(doc)
  })
  const keyOf = (doc: number) => rows[doc]![column]
  docs.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a - b))
  return Int32Array.from(docs)
}
