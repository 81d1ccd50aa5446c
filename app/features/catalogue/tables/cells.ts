/** How values stand in the cells of a spreadsheet, and back. */

/** The number that a cell says (`1,200`, full-width digits), or null. */
export function numberIn(cell: string): number | null {
  const text = cell.normalize('NFKC').trim().replace('−', '-')
  const bare = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(bare) && Number.isFinite(Number(bare)) ? Number(bare) : null
}

/** A value that is a number or words: words that look like a number carry an apostrophe, as spreadsheets mark text. */
const NUMBERED = /^'*/
export const valueCell = (value: number | string): string =>
  typeof value === 'number' ? String(value) : numberIn(value.replace(NUMBERED, '')) === null ? value : `'${value}`
export function valueIn(cell: string): number | string {
  const number = numberIn(cell)
  if (number !== null) return number
  return cell.startsWith("'") && numberIn(cell.replace(NUMBERED, '')) !== null ? cell.slice(1) : cell
}

const WRITTEN: Record<string, string> = { '\\': '\\\\', '|': '\\|', ';': '\\;', '；': '\\；', '\n': '\\n', '\r': '\\r' }
/** Marks what would end an entry or a part of it. */
export const escaped = (text: string): string => text.replace(/[\\|;；\n\r]/g, (sign) => WRITTEN[sign]!)

/** Cuts at unmarked separators; marks stay for the next cut. */
function cut(text: string, separators: string): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\\' && at + 1 < text.length) parts[parts.length - 1] += sign + text[++at]!
    else if (separators.includes(sign)) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}
const unmarked = (text: string): string => text.replace(/\\([^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign))

/** `a;b` → its entries; a line break separates as well. */
export const entriesIn = (cell: string): string[] => cut(cell, ';；\n\r').map((entry) => entry.trim()).filter(Boolean)
export const wordsIn = (cell: string): string[] => entriesIn(cell).map(unmarked)
/** `x | y` → its parts. */
export const partsIn = (entry: string): string[] => cut(entry, '|').map((part) => unmarked(part.trim()))
/** Codes are also cut at commas and blanks, as people type them. */
export const codesIn = (cell: string): string[] => cell.split(/[;；,，、\s]+/).filter(Boolean)
