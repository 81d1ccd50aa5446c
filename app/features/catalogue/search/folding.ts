import { foldHan, isHan } from '#app/platform/han.ts'

const isKatakana = (unit: number) => unit >= 0x30a1 && unit <= 0x30f6

/** コンプレッサー and コンプレッサ are one word: a final long mark is left out. */
const FINAL_LONG_MARK = /([\u30a1-\u30f6][\u30a1-\u30f6ー]+)ー(?![\u30a1-\u30f6ー])/g
const utf16 = new TextDecoder('utf-16le')

/**
 * The comparison key of a text: NFKC, lower case, katakana as hiragana, Japanese and traditional characters as
 * simplified ones, character by character (a word-wise conversion would give one word two keys). Never shown to anybody.
 */
export function fold(text: string): string {
  const normal = text.toWellFormed().replaceAll('℃', ' degc ').normalize('NFKC').toLowerCase().replace(FINAL_LONG_MARK, '$1')
  const units = new Uint16Array(normal.length)
  for (let at = 0; at < normal.length; at++) {
    const unit = normal.charCodeAt(at)
    units[at] = isHan(unit) ? foldHan(unit) : isKatakana(unit) ? unit - 0x60 : unit
  }
  return utf16.decode(units)
}

/** A run of one script in a folded text: `cjk` (Han and kana together) or `word` (Latin letters and digits). */
export interface Run {
  script: 'cjk' | 'word'
  text: string
  /** where it begins */
  at: number
}

const isCjk = (unit: number) => (unit >= 0x3041 && unit <= 0x3096) || unit === 0x30fc || unit === 0x3005 || (unit >= 0x3400 && unit <= 0x9fff)
const isWord = (unit: number) =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xe0 && unit <= 0x24f && unit !== 0xf7) || (unit >= 0x370 && unit <= 0x4ff)

/** No word is longer; what is, is noise, and an index key has its limits. */
const LONGEST_WORD = 60

/** Splits a folded text by script; everything else only separates. */
export function runs(folded: string): Run[] {
  const found: Run[] = []
  let at = 0
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    const belongs = isCjk(unit) ? isCjk : isWord(unit) ? isWord : null
    if (!belongs) {
      at++
      continue
    }
    let end = at + 1
    while (end < folded.length && belongs(folded.charCodeAt(end))) end++
    const isWordRun = belongs === isWord
    found.push({ script: isWordRun ? 'word' : 'cjk', text: folded.slice(at, isWordRun ? Math.min(end, at + LONGEST_WORD) : end), at })
    at = end
  }
  return found
}

/** Runs joined again: one space where words were apart, none where scripts merely changed. */
export function canonical(folded: string): string {
  let out = ''
  let end = 0
  let before: Run['script'] | null = null
  for (const run of runs(folded)) {
    if (out && (run.at > end || before === run.script)) out += ' '
    out += run.text
    end = run.at + run.text.length
    before = run.script
  }
  return out
}

/**
 * The tokens under which a folded text is indexed: overlapping character pairs of CJK runs, with each run's last
 * character kept so that one-character queries (a beginning of a token) find it; whole Latin words and numbers.
 */
export function indexTokens(folded: string): string[] {
  const tokens: string[] = []
  for (const run of runs(folded)) {
    if (run.script === 'word') tokens.push(run.text)
    else {
      for (let at = 0; at + 2 <= run.text.length; at++) tokens.push(run.text.slice(at, at + 2))
      tokens.push(run.text.slice(-1))
    }
  }
  return tokens
}

/** The tokens of a folded word as a phrase; a single character becomes a beginning. */
export function phraseTokens(folded: string): { tokens: string[]; prefix: boolean } {
  const tokens: string[] = []
  const all = runs(folded)
  all.forEach((run, position) => {
    if (run.script === 'word') tokens.push(run.text)
    else if (run.text.length === 1) tokens.push(run.text)
    else {
      for (let at = 0; at + 2 <= run.text.length; at++) tokens.push(run.text.slice(at, at + 2))
      // Between two runs the run's last character stands in the index.
      if (position < all.length - 1) tokens.push(run.text.slice(-1))
    }
  })
  const last = all.at(-1)
  return { tokens, prefix: last?.script === 'cjk' && last.text.length === 1 }
}
