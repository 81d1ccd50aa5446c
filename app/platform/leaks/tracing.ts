import { foldHan, isHan } from '../han.ts'

/** A folded text that remembers where each of its units stood in the original. */
export interface Traced {
  text: string
  /** the original's span between two places of the folded text */
  span: (start: number, end: number) => { start: number; end: number }
}

// Zero-width characters, variation selectors, soft hyphens and the keycap frame: seen by nobody, put there to hide a contact.
const INVISIBLE = /^[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff]$/
const CIRCLED = /^[\u2460-\u2473\u24ea\u2776-\u277f\u2780-\u2793]$/
const VOICED = /^[\u3099\u309a]$/
const isKatakana = (unit: number) => unit >= 0x30a1 && unit <= 0x30f6

/** ❶ ➀ ➊ are digits to a reader, not to NFKC. */
function dingbat(character: string): string | null {
  const code = character.codePointAt(0)!
  return code >= 0x2776 && code <= 0x2793 ? String(((code - 0x2776) % 10) + 1) : null
}

const foldUnit = (unit: number) => (isHan(unit) ? foldHan(unit) : isKatakana(unit) ? unit - 0x60 : unit)

/** Full-width and circled characters, capitals, katakana, traditional and Japanese characters: all as their plainest form. */
export function trace(original: string): Traced {
  let text = ''
  const from: number[] = []
  const to: number[] = []
  const push = (unit: string, start: number, end: number) => {
    text += unit
    from.push(start)
    to.push(end)
  }
  let at = 0
  let circled = false
  for (const character of original) {
    const start = at
    at += character.length
    if (INVISIBLE.test(character)) continue
    const normal = dingbat(character) ?? character.normalize('NFKC').toLowerCase()
    if (VOICED.test(normal) && text) {
      text = text.slice(0, -1) + (text.at(-1)! + normal).normalize('NFC')[0]!
      to[to.length - 1] = at
      continue
    }
    // A circled digit numbers what follows (①138…) as often as it hides a digit: the two stay apart.
    if (circled && /^\d/.test(character)) push(' ', start, start)
    circled = CIRCLED.test(character)
    for (let unit = 0; unit < normal.length; unit++) push(String.fromCharCode(foldUnit(normal.charCodeAt(unit))), start, at)
  }
  return { text, span: (start, end) => ({ start: from[start] ?? original.length, end: to[end - 1] ?? original.length }) }
}
