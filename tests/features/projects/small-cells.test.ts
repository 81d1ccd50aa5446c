import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, keepBack, keepSmallBack, type Cell, type Published } from '#app/features/projects/surveys/small-cells.ts'

/**
 * Which hidden cells could be something else, by trying: every table in which the hidden ones are off by one at the most
 * and that has the same published sums. (If a table of whole numbers with given sums can differ at all, it can by ones.)
 */
function open(counts: number[][], { cells, rows, columns, total }: Published): Set<number> {
  const width = columns.length
  const [flat, hidden] = [counts.flat(), cells.flat().map((n) => n === null)]
  const found = new Set<number>()
  const sumOf = (ns: readonly number[]) => ns.reduce((sum, n) => sum + n, 0)
  const step = (off: number[]): void => {
    const at = off.length
    if (at > 0 && at % width === 0 && rows[at / width - 1] !== null && sumOf(off.slice(at - width)) !== 0) return
    if (at === flat.length) {
      if (columns.some((n, c) => n !== null && sumOf(off.filter((_, place) => place % width === c)) !== 0) || (total !== null && sumOf(off) !== 0)) return
      for (const [place, n] of off.entries()) if (n !== 0) found.add(place)
      return
    }
    for (const n of hidden[at] ? [-1, 0, 1] : [0]) if (flat[at]! + n >= 0) step([...off, n])
  }
  step([])
  return found
}

const tables = fc.integer({ min: 2, max: 3 }).chain((width) => fc.array(fc.array(fc.oneof(fc.nat(3), fc.nat(12)), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }))
const sums = fc.constantFrom('known' as const, 'shown' as const, 'free' as const)

test('nobody can recompute a count that is kept back from what is published of its table', () => {
  fc.assert(
    fc.property(tables, sums, sums, (counts, rows, columns) => {
      const published = keepBack(counts, { rows, columns })
      expect(published.cells.flat().filter((n) => n !== null && isSmall(n))).toEqual([])
      // What sums that are known anyhow give away by themselves, no table can hide.
      const bare = { rows: counts.map((_, at) => (rows === 'known' ? published.rows[at]! : null)), columns: published.columns.map((n) => (columns === 'known' ? n : null)), cells: counts.map((row) => row.map(() => null)), total: null }
      const [couldBe, atBest] = [open(counts, published), open(counts, bare)]
      for (const [at, n] of published.cells.flat().entries()) {
        if (n !== null) expect(n).toBe(counts.flat()[at])
        else if (atBest.has(at)) expect(couldBe.has(at), JSON.stringify({ counts, published })).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('sums that are shown are kept back like cells', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { rows, columns, total } = keepBack(counts, { rows: 'shown', columns: 'shown' })
      expect([...rows, ...columns, total].filter((n) => n !== null && isSmall(n))).toEqual([])
    }),
  )
})

test('as little is kept back as will do: zeros and sums only where nothing else helps', () => {
  expect(keepSmallBack([10, 2, 5, 0], true)).toEqual([10, null, null, 0])
  expect(keepSmallBack([10, 2, 5], false)).toEqual([10, null, 5])
  // Two hidden ones of which each must be one: a third is needed.
  expect(keepSmallBack([10, 1, 1, 0], true).filter((n: Cell) => n === null)).toHaveLength(3)
  // Each row and column has two hidden ones or none, and yet the one that joins both squares would follow.
  expect(keepBack([[4, 2], [5, 6], [7, 8]], { rows: 'known', columns: 'known' }).cells.flat().filter((n) => n === null)).toHaveLength(4)
})
