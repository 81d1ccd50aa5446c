import { parse } from 'csv-parse/sync'
import { plain } from '#app/platform/csv.ts'

export const MOST_ROWS = 1_000
export type TableRefusal = 'empty' | 'too-many-rows' | 'quotes'
export interface Table {
  headings: string[]
  /** with the number of the row as a spreadsheet counts */
  rows: { row: number; cells: string[] }[]
}

/** A pasted spreadsheet comes with tabs, a file with commas or semicolons. */
function separatorOf(text: string): string {
  const bare = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '')
  return ['\t', ',', ';'].map((sign) => ({ sign, n: bare.split(sign).length })).sort((a, b) => b.n - a.n)[0]!.sign
}

/** Cuts a text into a table; the first row holds the headings, empty rows are passed over. */
export function readTable(text: string): { ok: true; table: Table } | { ok: false; reason: TableRefusal; row?: number } {
  let all: string[][]
  try {
    all = parse(text, { bom: true, delimiter: separatorOf(text), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch (error) {
    return { ok: false, reason: 'quotes', row: Number((error as { records?: number }).records ?? 0) + 1 }
  }
  const [headings = [], ...rest] = all
  const rows = rest.map((cells, at) => ({ row: at + 2, cells: cells.map((cell) => plain(cell).trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  if (rows.length > MOST_ROWS) return { ok: false, reason: 'too-many-rows' }
  return { ok: true, table: { headings: headings.map((heading) => heading.trim()), rows } }
}
