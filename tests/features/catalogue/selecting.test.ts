import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawOrder, ORDERS } from '#app/features/catalogue/ordering.ts'
import { select } from '#app/features/catalogue/selecting.ts'
import { countBits, setBit, type Bits, type Shelf } from '#app/features/catalogue/shelf.server.ts'

const bitsOf = (size: number, docs: Iterable<number>): Bits => {
  const bits = new Uint32Array((size + 31) >>> 5)
  for (const doc of docs) setBit(bits, doc)
  return bits
}

const shelfArbitrary = fc.integer({ min: 1, max: 90 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    live: fc.uniqueArray(fc.nat(size - 1)),
    water: fc.uniqueArray(fc.nat(size - 1)),
    sale: fc.uniqueArray(fc.nat(size - 1)),
    kana: fc.shuffledSubarray(Array.from({ length: size }, (_, at) => at), { minLength: size, maxLength: size }),
    scores: fc.array(fc.constantFrom(0, 1, 2.5, 7), { minLength: size, maxLength: size }),
    order: fc.constantFrom(...ORDERS),
    limit: fc.integer({ min: 1, max: 30 }),
  }),
)

function shelfOf({ size, live, water, sale, kana }: { size: number; live: number[]; water: number[]; sale: number[]; kana: number[] }): Shelf {
  const sorted = Int32Array.from(kana)
  const place = new Int32Array(size)
  sorted.forEach((doc, at) => {
    place[doc] = at
  })
  const alive = bitsOf(size, live)
  const only = (docs: number[]) => bitsOf(size, docs.filter((doc) => live.includes(doc)))
  return {
    version: 1,
    day: '2026-01-01',
    size,
    live: alive,
    technologyIds: [],
    marks: new Map([
      ['field:water', only(water)],
      ['mode:sale', only(sale)],
    ]),
    markNames: ['field:water', 'mode:sale'],
    ...flatMarks(size, live, [water, sale]),
    place: { kana: place, pinyin: place, alpha: place },
    sorted: { kana: sorted, pinyin: sorted, alpha: sorted },
    visible: countBits(alive),
  }
}

/** The marks by document, as the shelf lays them out. */
function flatMarks(size: number, live: number[], bearers: number[][]) {
  const flat: number[] = []
  const starts = new Uint32Array(size + 1)
  for (let doc = 0; doc < size; doc++) {
    starts[doc] = flat.length
    bearers.forEach((docs, mark) => {
      if (docs.includes(doc) && live.includes(doc)) flat.push(mark)
    })
  }
  starts[size] = flat.length
  return { starts, marksOf: Uint16Array.from(flat) }
}

test('paging through a draw shows every visible document exactly once', () => {
  fc.assert(
    fc.property(shelfArbitrary, (made) => {
      const shelf = shelfOf(made)
      const hits = { docs: made.scores.flatMap((score, doc) => (score > 0 ? [doc] : [])), scores: Float32Array.from(made.scores) }
      for (const search of [null, hits]) {
        const seen: number[] = []
        for (let from = 0; ; from += made.limit) {
          const page = select(shelf, search, {}, made.order, from, made.limit)
          if (page.docs.length === 0) {
            expect(seen).toHaveLength(page.total)
            break
          }
          seen.push(...page.docs)
        }
        expect(new Set(seen).size).toBe(seen.length)
        expect([...seen].sort((a, b) => a - b)).toEqual(made.live.filter((doc) => !search || made.scores[doc]! > 0).sort((a, b) => a - b))
      }
    }),
  )
})

test('better scores come first, equal ones in the order of the visit', () => {
  fc.assert(
    fc.property(shelfArbitrary, (made) => {
      const shelf = shelfOf(made)
      const hits = { docs: made.scores.flatMap((score, doc) => (score > 0 ? [doc] : [])), scores: Float32Array.from(made.scores) }
      const { docs } = select(shelf, hits, {}, made.order, 0, 1000)
      const sign = made.order.endsWith('asc') ? 1 : -1
      for (let at = 1; at < docs.length; at++) {
        const [a, b] = [docs[at - 1]!, docs[at]!]
        const score = made.scores[a]! - made.scores[b]!
        expect(score > 0 || (score === 0 && sign * (shelf.place.kana[a]! - shelf.place.kana[b]!) < 0)).toBe(true)
      }
    }),
  )
})

test('counts say what choosing a mark would give', () => {
  fc.assert(
    fc.property(shelfArbitrary, (made) => {
      const shelf = shelfOf(made)
      for (const filters of [{}, { mode: 'sale' }, { field: 'water', mode: 'sale' }]) {
        const counts = select(shelf, null, filters, made.order, 0, 1).counts
        expect(counts.field.get('water') ?? 0).toBe(select(shelf, null, { ...filters, field: 'water' }, made.order, 0, 1).total)
        expect(counts.mode.get('sale') ?? 0).toBe(select(shelf, null, { ...filters, mode: 'sale' }, made.order, 0, 1).total)
      }
    }),
  )
})

test('each order is drawn equally often', () => {
  const drawn = new Map<string, number>()
  for (let at = 0; at < 600; at++) {
    const order = drawOrder(() => (at + 0.5) / 600)
    drawn.set(order, (drawn.get(order) ?? 0) + 1)
  }
  expect([...drawn.values()]).toEqual([100, 100, 100, 100, 100, 100])
})
