import { stringify } from 'csv-stringify/sync'

/** Cells that a spreadsheet would take for a formula; `'` before it, so that an escaped one can be told from one typed so. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/

/** No cell of ours runs as a formula; `plain` takes the apostrophe away again. */
export const safe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
export const plain = (cell: string): string => (ESCAPED.test(cell) ? cell.slice(1) : cell)

/** With a mark, so that Excel reads it as UTF-8; every cell quoted, so that breaks in texts stay within them. Numbers stay numbers. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${stringify(rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safe(cell) : (cell ?? '')))), { quoted: true, record_delimiter: '\r\n' })}`
