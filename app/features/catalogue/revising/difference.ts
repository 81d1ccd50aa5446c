import { diffArrays } from 'diff'
import { htmlLang, type Locale } from '#app/platform/locale.ts'

/** A stretch of text and what became of it. */
export interface Piece {
  how: 'same' | 'added' | 'removed'
  text: string
}

const segmenters = { ja: new Intl.Segmenter(htmlLang.ja, { granularity: 'word' }), zh: new Intl.Segmenter(htmlLang.zh, { granularity: 'word' }) }
const segmentsOf = (text: string, language: Locale) => Array.from(segmenters[language].segment(text), ({ segment }) => segment)

/** More edits than this are a new text, not a change: to be read one after the other. */
const MOST_EDITS = 600
/** Below this share of common text a patchwork is harder to read than the two texts. */
const COMMON = 0.3

/** What was taken out of a text and what came in, by the words of its language. */
export function changesOf(before: string, after: string, language: Locale): Piece[] {
  if (before === after) return after ? [{ how: 'same', text: after }] : []
  const whole: Piece[] = [...(before ? [{ how: 'removed' as const, text: before }] : []), ...(after ? [{ how: 'added' as const, text: after }] : [])]
  if (whole.length < 2) return whole
  const changes = diffArrays(segmentsOf(before, language), segmentsOf(after, language), { maxEditLength: MOST_EDITS })
  if (!changes) return whole
  const pieces = changes.map(({ added, removed, value }): Piece => ({ how: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
  const common = pieces.reduce((sum, { how, text }) => sum + (how === 'same' ? text.length : 0), 0)
  return common < COMMON * Math.min(before.length, after.length) ? whole : pieces
}
