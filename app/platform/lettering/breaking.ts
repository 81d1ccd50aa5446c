/** May not begin a line: closing marks, small kana, units. */
export const notFirst = /^[\u0300-\u036f\u3099\u309a、。，．,.・·：；:;？！?!‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー―…‥～〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ’”〉》」』】〕〗〙〛）］｝｠)\]}»›〟%％‰°′″℃℉㎎-㏟]/u
/** May not end a line: opening marks and currencies. */
export const notLast = /[‘“〈《「『【〔〖〘〚（［｛｟([{«‹〝￥¥$＄£￡€№]$/u

const WORD = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}`
const UNIT = String.raw`\p{Script=Latin}\p{Script=Greek}µ%％‰°′″℃℉Å㎎-㏟`
const RAISED = '²³¹⁰-₎'
/** Numbers with their units, even behind a space; words; rows of dots or dashes; spaces; any other character by itself. */
const PIECES = new RegExp(
  [
    String.raw`[±＋+−-]?\d[\d,.]*(?: ?[${UNIT}][${UNIT}${RAISED}0-9/·^-]*)?`,
    String.raw`[${WORD}\p{N}µ${RAISED}][${WORD}\p{N}µ${RAISED}'’.,:;/&@_+%~=?#^-]*`,
    '[…‥]+|[―—]+',
    ' +|\u3000+',
    '.',
  ].join('|'),
  'gsu',
)

/** A text without what cannot be seen (joiners, variation selectors, marks of direction); every space a plain one. */
export const visible = (text: string): string =>
  (/[\u0300-\u036f\u3099\u309a]/.test(text) ? text.normalize('NFC') : text)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[\t\u00a0\u2000-\u200a\u202f]/g, ' ')

/**
 * A line of text in the parts between which it may be broken, by the rules of Japanese and Chinese typesetting. Spaces
 * stand at the end of a part. Joined, the parts are the text.
 */
export const chunks = (text: string): string[] => joinedUp([...text.matchAll(PIECES)].map(([piece]) => piece))

const TAIL = /^[\u3041-\u309f]+$/
const phrasing: Record<string, Intl.Segmenter> = {}
/** For headings: broken between phrases, so that no word and no particle stands alone. */
export const phrases = (text: string, locale: string): string[] =>
  chunksOfWords(text, (phrasing[locale] ??= new Intl.Segmenter(locale, { granularity: 'word' })))

/** Words where they begin with a part that may begin a line. */
function chunksOfWords(text: string, segmenter: Intl.Segmenter): string[] {
  const starts = new Set([...segmenter.segment(text)].filter(({ segment }) => !TAIL.test(segment)).map(({ index }) => index))
  let at = 0
  return chunks(text).reduce<string[]>((found, chunk) => {
    if (found.length > 0 && !starts.has(at)) found[found.length - 1] += chunk
    else found.push(chunk)
    at += chunk.length
    return found
  }, [])
}

function joinedUp(pieces: string[]): string[] {
  const found: string[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    const joined = last !== undefined && (/^[ \u3000]/.test(piece) || notLast.test(last.trimEnd()) || notFirst.test(piece))
    if (joined) found[found.length - 1] = last + piece
    else found.push(piece)
  }
  return found
}

/** Lines no wider than `room`; a part that is wider by itself is broken wherever it must. `width` answers for any text. */
export function breakLines(text: string, room: number, width: (text: string) => number, parts = chunks(text)): string[] {
  const lines: string[] = []
  let line = ''
  for (const chunk of parts) {
    const longer = line + chunk
    if (width(longer.trimEnd()) <= room) {
      line = longer
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    for (const character of chunk) {
      if (line && width((line + character).trimEnd()) > room) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}
