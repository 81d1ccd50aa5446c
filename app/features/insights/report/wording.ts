import type { translator, Locale } from '#app/platform/locale.ts'
import type { Figure, ReportDrawing, ReportTable } from './document.ts'

/** What every section is told with. */
export interface Voice {
  t: ReturnType<typeof translator>
  locale: Locale
}

interface Line {
  key: string
  label: string
  cells: Figure[]
}

export const tableOf = (name: string, title: string, head: string[], rows: Line[], note?: string): ReportTable => ({ kind: 'table', name, title, head, rows, note })

const numeric = (cell: Figure | undefined) => (typeof cell === 'number' ? cell : null)

/** A drawing of some columns of a table: the same figures, kept back where they are. */
export const drawingOf = (shape: ReportDrawing['shape'], { title, head, rows }: ReportTable, columns: { at: number; kind: 'bar' | 'line'; name?: string }[], summary: string, labelOf = (line: Line) => line.label): ReportDrawing => ({
  kind: 'drawing',
  shape,
  title,
  summary,
  series: columns.map(({ at, kind, name }) => ({ name: name ?? head[at + 1] ?? '', kind })),
  rows: rows.map((line) => ({ label: labelOf(line), values: columns.map(({ at }) => numeric(line.cells[at])) })),
})

/** The row with the highest figure in a column, the first of equals; null where there is none to be shown. */
export function leading(rows: readonly Line[], at: number): Line | null {
  return rows.reduce<Line | null>((best, line) => ((numeric(line.cells[at]) ?? 0) > (best ? (numeric(best.cells[at]) ?? 0) : 0) ? line : best), null)
}
