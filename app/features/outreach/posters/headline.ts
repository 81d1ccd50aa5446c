import { chunks } from '#app/platform/lettering/breaking.ts'
import type { Locale } from '#app/platform/locale.ts'

const segmenters = { ja: new Intl.Segmenter('ja', { granularity: 'word' }), zh: new Intl.Segmenter('zh', { granularity: 'word' }) }
/** Prefixes and the pieces of names that no dictionary has stay with what follows, suffixes with what they follow. */
const SINGLE = /^\p{Script=Han}$/u
const SUFFIX = /^[式型器機机法炉体性化用率量剤剂材系類类物液水室局会區区県市省的等]$/
/** Particles and endings follow what they belong to. */
const FOLLOWS = /^[\p{Script=Hiragana}ー]+$/u

/** The parts of a headline between which a line may end without tearing a word apart. Joined, they are the text. */
export function phrases(text: string, locale: Locale): string[] {
  const allowed = new Set<number>()
  let at = 0
  for (const chunk of chunks(text)) allowed.add((at += chunk.length))
  const parts: string[] = []
  let last = ''
  for (const { segment, index } of segmenters[locale].segment(text)) {
    const joined = parts.length === 0 || !allowed.has(index) || SUFFIX.test(segment) || (SINGLE.test(last) && (SINGLE.test(segment) || !SUFFIX.test(last))) || /\d$/.test(last) || FOLLOWS.test(segment)
    if (joined) parts.push((parts.pop() ?? '') + segment)
    else parts.push(segment)
    last = segment
  }
  return parts
}

/** The most even lines of so many that each fit into the room, or null. `width` answers for any text. */
export function evenLines(parts: readonly string[], count: number, room: number, width: (text: string) => number): string[] | null {
  const seek = (from: number, left: number): { lines: string[]; widest: number } | null => {
    if (left === 1) {
      const line = parts.slice(from).join('').trim()
      const widest = width(line)
      return line && widest <= room ? { lines: [line], widest } : null
    }
    let best: { lines: string[]; widest: number } | null = null
    for (let to = from + 1; to <= parts.length - left + 1; to++) {
      const line = parts.slice(from, to).join('').trim()
      const wide = width(line)
      if (wide > room) break
      const rest = seek(to, left - 1)
      if (rest && (!best || Math.max(wide, rest.widest) < best.widest)) best = { lines: [line, ...rest.lines], widest: Math.max(wide, rest.widest) }
    }
    return best
  }
  return seek(0, count)?.lines ?? null
}
