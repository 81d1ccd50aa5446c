import { splitOrder, type Order } from './ordering.ts'
import { countBits, countBoth, hasBit, setBit, type Bits, type Shelf } from './shelf.server.ts'

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

/** Below this share of the catalogue it is cheaper to walk the hits than to intersect whole sets. */
const SPARSE = 1 / 24

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
  const chosen = ([...GROUPS, 'lang'] as const).flatMap((group) => (filters[group] ? [{ group, bits: bearing(shelf, group, filters[group]) }] : []))
  const within = (except: Group | null): Bits => chosen.filter(({ group }) => group !== except).reduce((bits, one) => both(bits, one.bits), base)
  const result = within(null)
  const total = countBits(result)
  const counts = Object.fromEntries(
    GROUPS.map((group) => [group, countMarks(shelf, group, filters[group] ? within(group) : result)]),
  ) as Selection['counts']
  const docs = hits ? byScore(shelf, hits, result, order, from, limit) : byPlace(shelf, result, order, from, limit)
  return { total, docs, counts }
}

function intersect(shelf: Shelf, docs: readonly number[]): Bits {
  const bits = new Uint32Array(shelf.live.length)
  for (const doc of docs) if (hasBit(shelf.live, doc)) setBit(bits, doc)
  return bits
}

/** The documents of a mark. Who addresses all regions addresses each of them. */
function bearing(shelf: Shelf, group: Group | 'lang', value: string): Bits | null {
  const own = shelf.marks.get(`${group}:${value}`)
  const everywhere = group === 'region' ? shelf.marks.get('region:*') : undefined
  if (!own || !everywhere) return own ?? everywhere ?? null
  return own.map((word, at) => word | everywhere[at]!)
}

function both(a: Bits, b: Bits | null): Bits {
  const bits = new Uint32Array(a.length)
  if (b) for (let at = 0; at < a.length; at++) bits[at] = a[at]! & b[at]!
  return bits
}

function countMarks(shelf: Shelf, group: Group, within: Bits): Map<string, number> {
  const counts = new Map<string, number>()
  const prefix = `${group}:`
  const few = countBits(within) < shelf.size * SPARSE ? listBits(within) : null
  for (const [mark, own] of shelf.marks) {
    if (!mark.startsWith(prefix) || mark === 'region:*') continue
    const bits = group === 'region' ? bearing(shelf, group, mark.slice(prefix.length))! : own
    let n = 0
    if (few) for (const doc of few) n += hasBit(bits, doc) ? 1 : 0
    else n = countBoth(within, bits)
    if (n > 0) counts.set(mark.slice(prefix.length), n)
  }
  return counts
}

function listBits(bits: Bits): number[] {
  const docs: number[] = []
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word]!; left !== 0; left &= left - 1) docs.push((word << 5) + 31 - Math.clz32(left & -left))
  }
  return docs
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
