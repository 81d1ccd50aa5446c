import type { Rate } from './analysis.ts'
import { keepBack, keepOneBack, type Cell } from './small-cells.ts'

/** Rates as a table: who was asked is the sum of what they did. */
export interface RateLine extends Record<'asked' | 'answered' | 'partly' | 'refused' | 'silent', Cell> {
  key: string
  percent: Cell
}

const exactly = ({ key, asked, answered, partly, refused, silent, percent }: Rate): RateLine => ({ key, asked, answered, partly, refused, silent, percent })

/** Rates of the groups of one round; how the round went as a whole is published, so that columns add up to known figures. */
export function rateLines(rates: readonly Rate[], published: boolean): RateLine[] {
  if (!published) return rates.map(exactly)
  const { cells, rows } = keepBack(rates.map(({ answered, partly, refused, silent }) => [answered, partly, refused, silent]), { rows: 'shown', columns: 'known' })
  return rates.map(({ key, percent }, at) => {
    const [answered, partly, refused, silent] = cells[at]! as [Cell, Cell, Cell, Cell]
    const asked = rows[at]!
    return { key, asked, answered, partly, refused, silent, percent: asked === null || answered === null ? null : percent }
  })
}

/** Counts that add up to nothing known: whoever is counted may be in several cells. */
export const severalLines = <T extends { cells: number[] }>(rows: readonly T[], published: boolean): Cell[][] => rows.map(({ cells }) => (published ? cells.map(keepOneBack) : cells))

/** Counts of which each column adds up to all that were counted in it. */
export const columnLines = <T extends { cells: number[] }>(rows: readonly T[], published: boolean): Cell[][] => (published ? keepBack(rows.map(({ cells }) => cells), { rows: 'free', columns: 'known' }).cells : rows.map(({ cells }) => cells))

/** A cross table; how often each answer was given is known where an answer has only one. */
export const crossLines = (cells: readonly number[][], several: boolean, published: boolean): Cell[][] =>
  published ? keepBack(cells, several ? { rows: 'free', columns: 'free' } : { rows: 'known', columns: 'known' }).cells : cells.map((row) => [...row])
