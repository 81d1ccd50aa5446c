import { splitOrder, type Order } from './ordering.ts'
import { countBits, EVERYWHERE, hasBit, setBit, type Bits, type Shelf } from './shelf.server.ts'

/** The filters of the list page; within each group one mark is chosen or none. */
export const GROUPS = ['field', 'stage', 'mode', 'region'] as const
export type Group = (typeof GROUPS)[number]
export type Filters = Partial<Record<Group | 'lang', string | undefined>>

export interface Selection {
  total: number
  /** document numbers of the wanted page */
  docs: number[]
  /** per group and mark: how many there would be, were this mark chosen in its group */
  counts: Record<Group, Map<string, number>>
}

/**
 * Filters, counts and pages a catalogue or the hits of a search.
 * @param hits documents and scores of a search; null: everything
 */
export function select(
  shelf: Shelf,
  hits: { docs: readonly number[]; scores: Float32Array } | null,
  filters: Filters,
  order: Order,
  from: number,
  limit: number,
): Selection {
  const base = hits ? intersect(shelf, hits.docs) : shelf.live
  const chosen = ([...GROUPS, 'lang'] as const).flatMap((group) => (filters[group] ? [{ group, bits: shelf.marks.get(`${group}:${filters[group]}`) ?? (group === 'region' ? shelf.marks.get(EVERYWHERE) : null) ?? null }] : []))
  const within = (except: Group | null): Bits => chosen.filter(({ group }) => group !== except).reduce((bits, one) => both(bits, one.bits), base)
  const result = within(null)
  const total = countBits(result)
  const own = countMarks(shelf, result, total)
  const counts = Object.fromEntries(
    GROUPS.map((group) => {
      const base = filters[group] ? within(group) : null
      return [group, namedCounts(shelf, group, base ? countMarks(shelf, base, countBits(base)) : own)]
    }),
  ) as Selection['counts']
  const docs = hits ? byScore(shelf, hits, result, order, from, limit) : byPlace(shelf, result, order, from, limit)
  return { total, docs, counts }
}

function intersect(shelf: Shelf, docs: readonly number[]): Bits {
  const bits = new Uint32Array(shelf.live.length)
  for (const doc of docs) if (hasBit(shelf.live, doc)) setBit(bits, doc)
  return bits
}

function both(a: Bits, b: Bits | null): Bits {
  const bits = new Uint32Array(a.length)
  if (b) for (let at = 0; at < a.length; at++) bits[at] = a[at]! & b[at]!
  return bits
}

/** How many of these documents bear each mark, by the mark's number. */
function countMarks(shelf: Shelf, within: Bits, size: number): Int32Array {
  if (size === shelf.visible) return wholeCounts(shelf)
  const counts = new Int32Array(shelf.markNames.length)
  for (let word = 0; word < within.length; word++) {
    for (let left = within[word]!; left !== 0; left &= left - 1) {
      const doc = (word << 5) + 31 - Math.clz32(left & -left)
      const end = shelf.starts[doc + 1]!
      for (let at = shelf.starts[doc]!; at < end; at++) counts[shelf.marksOf[at]!]!++
    }
  }
  return counts
}

const whole = new WeakMap<Shelf, Int32Array>()

/** The counts of the whole catalogue, which every visit without a search asks for. */
function wholeCounts(shelf: Shelf): Int32Array {
  let counts = whole.get(shelf)
  if (!counts) {
    counts = new Int32Array(shelf.markNames.length)
    for (const mark of shelf.marksOf) counts[mark]!++
    whole.set(shelf, counts)
  }
  return counts
}

function namedCounts(shelf: Shelf, group: Group, counts: Int32Array): Map<string, number> {
  const prefix = `${group}:`
  const everywhere = group === 'region' ? (counts[shelf.markNames.indexOf(EVERYWHERE)] ?? 0) : 0
  const named = new Map<string, number>()
  shelf.markNames.forEach((name, number) => {
    if (!name.startsWith(prefix) || name === EVERYWHERE) return
    const n = counts[number]! + everywhere
    if (n > 0) named.set(name.slice(prefix.length), n)
  })
  return named
}

/** Without a search the order alone decides. */
function byPlace(shelf: Shelf, result: Bits, order: Order, from: number, limit: number): number[] {
  const { key, descending } = splitOrder(order)
  const sorted = shelf.sorted[key]
  const docs: number[] = []
  let skipped = 0
  for (let at = 0; at < sorted.length && docs.length < limit; at++) {
    const doc = sorted[descending ? sorted.length - 1 - at : at]!
    if (hasBit(result, doc) && skipped++ >= from) docs.push(doc)
  }
  return docs
}

const STEPS = 1 << 20
const PLACES = 2 ** 31

/** Best score first, equal scores in the visit's order: one number per hit, so that a plain numeric sort does both. */
function byScore(shelf: Shelf, hits: { docs: readonly number[]; scores: Float32Array }, result: Bits, order: Order, from: number, limit: number): number[] {
  const { key, descending } = splitOrder(order)
  const place = shelf.place[key]
  const sorted = shelf.sorted[key]
  let best = 1e-9
  for (const doc of hits.docs) best = Math.max(best, hits.scores[doc]!)
  const keys = new Float64Array(hits.docs.length)
  let n = 0
  for (const doc of hits.docs) {
    if (!hasBit(result, doc)) continue
    const step = STEPS - Math.round((hits.scores[doc]! / best) * STEPS)
    keys[n++] = step * PLACES + (descending ? sorted.length - 1 - place[doc]! : place[doc]!)
  }
  return [...keys.subarray(0, n).sort().subarray(from, from + limit)].map((value) => {
    const at = value % PLACES
    return sorted[descending ? sorted.length - 1 - at : at]!
  })
}
