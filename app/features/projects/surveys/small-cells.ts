/** Fewer than so many in a cell are not published: they could be known. */
export const SMALLEST = 3
/** null: kept back */
export type Cell = number | null

/**
 * What of a table's sums a reader has. `known`: they may follow from figures elsewhere and are taken as published whole;
 * `shown`: they are printed with the table and are kept back where they are small; `free`: nobody knows them.
 */
type Sums = 'known' | 'shown' | 'free'

export interface Published {
  cells: Cell[][]
  /** sums of the rows and of the columns, and of all; null where they are kept back or nobody has them */
  rows: Cell[]
  columns: Cell[]
  total: Cell
}

export const isSmall = (n: number) => n > 0 && n < SMALLEST
/** A figure that stands for itself. */
export const keepOneBack = (n: number): Cell => (isSmall(n) ? null : n)

interface Entry {
  n: number
  hidden: boolean
  /** what it is a sum of, if it is one: known sums cannot be hidden, of free ones there is nothing to hide */
  of: Sums | 'cell'
  /** a sum counts against its row and its column, a cell for them */
  sum: boolean
}

/** Ways that need a hidden one to be none at all come last: whoever takes zeros for always printed would not see them. */
const WEAK = 1e9
/** Zeros and sums stay where something else can be hidden. */
const [ZERO, SUM] = [1e5, 1e6]

/**
 * Publishes a table of counts without its small cells, and without any other cell from which one could be computed.
 * Hidden cells are unknowns of the equations “a row and a column add up to their sums”. One of them is safe if the table
 * could be another one: if it can grow or shrink by one while others on a closed way through rows and columns give and take one.
 * For each that is not, the way that hides least is looked for, and what lies on it is hidden too.
 */
export function keepBack(counts: readonly (readonly number[])[], sums: { rows: Sums; columns: Sums }): Published {
  const [height, width] = [counts.length, counts[0]?.length ?? 0]
  const sumOf = (ns: readonly number[]) => ns.reduce((sum, n) => sum + n, 0)
  const entry = (n: number, of: Sums | 'cell'): Entry => ({ n, hidden: of === 'free' || (of !== 'known' && isSmall(n)), of, sum: of !== 'cell' })
  // The sum of all is as known as what it is the sum of.
  const all: Sums = sums.rows === 'known' || sums.columns === 'known' ? 'known' : sums.rows === 'shown' || sums.columns === 'shown' ? 'shown' : 'free'
  const rowSums = counts.map(sumOf)
  const columnSums = Array.from({ length: width }, (_, c) => sumOf(counts.map((row) => row[c]!)))
  const grid = [
    ...counts.map((row, r) => [...row.map((n) => entry(n, 'cell')), entry(rowSums[r]!, sums.rows)]),
    [...columnSums.map((n) => entry(n, sums.columns)), { ...entry(sumOf(rowSums), all), sum: false }],
  ]
  for (let r = 0; r <= height; r++) {
    for (let c = 0; c <= width; c++) {
      const one = grid[r]![c]!
      if (!one.hidden || one.of === 'free') continue
      const [up, down] = [wayOf(grid, r, c, true), wayOf(grid, r, c, false)]
      for (const [y, x] of (up.cost <= down.cost ? up : down).lanes) grid[y]![x]!.hidden = true
    }
  }
  const shown = ({ n, hidden }: Entry): Cell => (hidden ? null : n)
  return {
    cells: grid.slice(0, height).map((row) => row.slice(0, width).map(shown)),
    rows: grid.slice(0, height).map((row) => shown(row[width]!)),
    columns: grid[height]!.slice(0, width).map(shown),
    total: shown(grid[height]![width]!),
  }
}

/** What it costs to let an entry go up or down by one; null: it cannot. */
function costOf({ n, hidden, of, sum }: Entry, up: boolean): number | null {
  if (of === 'known' || (!up && n === 0)) return null
  return (hidden ? 0 : n === 0 ? ZERO : n + (sum ? SUM : 0)) + (!up && n === 1 ? WEAK : 0)
}

/**
 * The cheapest closed way on which this entry grows or shrinks, without itself. Rows and columns are places, an entry is a
 * lane between its row and its column: a cell that grows is driven from the row to the column, one that shrinks the other
 * way; sums the other way round, since they stand on the other side of the equation.
 */
function wayOf(grid: readonly (readonly Entry[])[], r: number, c: number, up: boolean): { cost: number; lanes: [number, number][] } {
  const [height, width, own] = [grid.length, grid[0]!.length, grid[r]![c]!]
  const first = costOf(own, up)
  if (first === null) return { cost: Infinity, lanes: [] }
  const [from, to] = up !== own.sum ? [height + c, r] : [r, height + c]
  const costs = Array.from({ length: height + width }, (_, place) => (place === from ? first : Infinity))
  const before: ([place: number, y: number, x: number] | null)[] = costs.map(() => null)
  const unseen = new Set(costs.keys())
  while (unseen.size > 0) {
    const here = [...unseen].reduce((best, place) => (costs[place]! < costs[best]! ? place : best))
    unseen.delete(here)
    if (here === to || costs[here] === Infinity) break
    const isRow = here < height
    for (let other = 0; other < (isRow ? width : height); other++) {
      const [y, x] = isRow ? [here, other] : [other, here - height]
      if (y === r && x === c) continue
      const one = grid[y]![x]!
      const cost = costOf(one, isRow !== one.sum)
      const place = isRow ? height + x : y
      if (cost === null || costs[here]! + cost >= costs[place]!) continue
      costs[place] = costs[here]! + cost
      before[place] = [here, y, x]
    }
  }
  const lanes: [number, number][] = []
  for (let at = before[to]; at; at = before[at[0]]) lanes.push([at[1], at[2]])
  return { cost: costs[to]!, lanes }
}

/** One row of counts; if they add up to a figure that readers have, no small one follows from the others. */
export const keepSmallBack = (cells: readonly number[], addUp: boolean): Cell[] => keepBack([cells], { rows: addUp ? 'known' : 'free', columns: 'free' }).cells[0]!
