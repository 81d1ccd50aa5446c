import { parse } from 'csv-parse/sync'
import { plain } from '#app/platform/csv.ts'
import { columnOf } from './columns.ts'

export const MAX_TABLE_BYTES = 5 * 1024 * 1024
export const MOST_ROWS = 2_000

/** Why a file is no table at all: keys of tables.json, refused.* */
export type TableRefusal = 'empty' | 'workbook' | 'encoding' | 'too-large' | 'too-many-rows' | 'no-heading' | 'quotes'
export interface Table {
  encoding: string
  /** by place: the heading as it stands in the file */
  headings: string[]
  /** what stands below, with its number as the spreadsheet counts */
  rows: { row: number; cells: string[] }[]
}
type Read<T> = ({ ok: true } & T) | { ok: false; reason: TableRefusal; row?: number }

const BOMS: [number[], string][] = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']]

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isColumn = (heading: string) => columnOf(heading) !== null

/** The text of a file as spreadsheets write it: with or without a mark, or in the encodings of old Windows. `fits`: a heading makes sense. */
export function decodeTable(bytes: Uint8Array, fits = isColumn): Read<{ text: string; encoding: string }> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > MAX_TABLE_BYTES) return { ok: false, reason: 'too-large' }
  // A workbook is an archive (xlsx) or a compound file (xls).
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) return { ok: false, reason: 'workbook' }
  const marked = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
  if (marked) return found(decodeAs(bytes, marked), marked)
  const zeros = bytes.subarray(0, 200).filter((byte) => byte === 0).length
  if (zeros > 20) return found(decodeAs(bytes, 'utf-16le'), 'utf-16le')
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8 !== null) return found(utf8, 'utf-8')
  // Both old encodings read nearly anything: the one in which more headings make sense is meant.
  const guesses = ['shift_jis', 'gb18030'].flatMap((encoding) => {
    const text = decodeAs(bytes, encoding)
    return text === null ? [] : [{ text, encoding, sense: senseOf(text, fits) }]
  })
  const best = guesses.sort((a, b) => b.sense - a.sense)[0]
  return found(best && best.sense > 0 && best.sense > (guesses[1]?.sense ?? 0) ? best.text : null, best?.encoding ?? '')
}

function found(text: string | null, encoding: string): Read<{ text: string; encoding: string }> {
  return text === null || text.includes('\u0000') ? { ok: false, reason: 'encoding' } : { ok: true, text, encoding }
}

/** Headings whose words fit, and how much of the text is such as the language writes. */
function senseOf(text: string, fits: (heading: string) => boolean): number {
  const headings = firstLine(text).split(/[,;\t]/).map((heading) => heading.replace(/^"|"$/g, ''))
  const fitting = headings.filter((heading) => fits(heading.replace(/\[\w+\]\s*$/, ''))).length
  const kana = (text.match(/[ぁ-んァ-ヶ]/g) ?? []).length
  const odd = (text.match(/[ｦ-ﾟ\ue000-\uf8ff]/g) ?? []).length
  return fitting * 100 + (kana - odd) / Math.max(1, text.length)
}

const firstLine = (text: string) => /^[^\r\n]*/.exec(text)![0]

function separatorOf(text: string): string {
  const bare = firstLine(text).replace(/"[^"]*"/g, '')
  return [',', ';', '\t'].map((sign) => ({ sign, n: bare.split(sign).length })).sort((a, b) => b.n - a.n)[0]!.sign
}

/** Cuts the text into rows. Empty rows and rows whose first cell begins with # (explanations) are passed over. */
export function readTable(text: string, encoding = 'utf-8'): Read<{ table: Table }> {
  let all: string[][]
  try {
    all = parse(text, { bom: true, delimiter: separatorOf(text), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch (error) {
    return { ok: false, reason: 'quotes', row: Number((error as { records?: number }).records ?? 0) + 1 }
  }
  const [headings = [], ...rest] = all
  if (!headings.some((heading) => columnOf(heading) !== null)) return { ok: false, reason: all.length === 0 ? 'empty' : 'no-heading' }
  const rows = rest
    .map((cells, at) => ({ row: at + 2, cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !cells[0]!.trim().startsWith('#'))
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  if (rows.length > MOST_ROWS) return { ok: false, reason: 'too-many-rows' }
  return { ok: true, table: { encoding, headings: headings.map((heading) => heading.trim()), rows } }
}
