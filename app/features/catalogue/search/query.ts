import { canonical, fold, phraseTokens } from './folding.ts'
import { conceptToken, splitsWord, wordToken, type Dictionary } from './dictionary.ts'

/** One thing a query asks for. */
export interface Part {
  /** folded, as typed */
  text: string
  concepts: readonly string[]
  /** other words of the same concepts, folded */
  synonyms: readonly string[]
  /** says little (技术, 设备 …): adds to the rank, is not required */
  weak: boolean
  /** an unfinished Latin word: its beginning is enough */
  open: boolean
}

/** Words that nearly every listing could claim; they never decide whether something is found. */
export const WEAK = new Set(
  `技术 设备 装置 系统 方法 方案 解决方案 工艺 产品 服务 企业 公司 厂家 厂商 供应商 日本 日企 日系 中国 国内 进口 价格 报价 多少钱 怎么 怎么办 怎样 如何
   什么 哪些 有没有 需要 想要 寻找 求购 求 找 相关 有关 关于 推荐 介绍 案例 应用 用于 适合 项目 问题 工厂 工場 企業 現場 现场 我们 处理 处理技术 しすてむ めーか めーかー について したい
   ほしい 欲しい 教えて 会社 一览 等 的 和 与 及 或 用 吗 呢 の を に は が で と や から ため ための による technology equipment system solution japan japanese company the of for and in`
    .split(/\s+/)
    .map((word) => canonical(fold(word))),
)

const MOST_PARTS = 12
const LONGEST_QUERY = 200

interface Segment {
  from: number
  to: number
  /** found in the dictionary or among the weak words */
  known: boolean
}

/**
 * Cuts a canonical text into dictionary words, longest first (the sum of squared lengths is greatest), and what is left
 * between them. A one-character word counts only when it stands alone.
 */
export function segment(text: string, isKnown: (word: string) => boolean, longest: number): Segment[] {
  const n = text.length
  const best = new Float64Array(n + 1)
  const step = new Int32Array(n + 1)
  for (let at = n - 1; at >= 0; at--) {
    best[at] = best[at + 1]!
    step[at] = 1
    for (let length = Math.min(longest, n - at); length >= 1; length--) {
      const end = at + length
      if (text[at] === ' ' || text[end - 1] === ' ') continue
      if (splitsWord(text, at) || splitsWord(text, end)) continue
      const worth = length * length + best[end]!
      if (worth > best[at]! && isKnown(text.slice(at, end))) {
        best[at] = worth
        step[at] = length
      }
    }
  }
  const cut: Segment[] = []
  for (let at = 0; at < n; ) {
    const length = step[at]!
    const known = best[at]! > best[at + 1]! || length > 1
    const previous = cut.at(-1)
    if (text[at] === ' ' && !known) at++
    else if (!known && previous && !previous.known && previous.to === at) {
      previous.to = ++at
    } else {
      cut.push({ from: at, to: at + length, known })
      at += length
    }
  }
  return joinLoneCharacters(cut)
}

/** A known single character next to unknown text is part of that unknown word, not a word of its own. */
function joinLoneCharacters(cut: Segment[]): Segment[] {
  const out: Segment[] = []
  for (const one of cut) {
    const previous = out.at(-1)
    const lone = one.known && one.to - one.from === 1
    const touches = previous && previous.to === one.from
    if (touches && lone && !previous.known) previous.to = one.to
    else if (touches && !one.known && previous.known && previous.to - previous.from === 1) {
      previous.to = one.to
      previous.known = false
    } else out.push({ ...one })
  }
  return out
}

/** What a query asks for, part by part; empty when it says nothing that could be looked up. */
export function parseQuery(query: string, dictionary: Dictionary): Part[] {
  const text = canonical(fold(query.slice(0, LONGEST_QUERY)))
  const isKnown = (word: string) => dictionary.words.has(word) || WEAK.has(word)
  const parts = segment(text, isKnown, dictionary.longest)
    .flatMap(({ from, to, known }) => {
      const piece = text.slice(from, to)
      if (known) return [piece]
      return (from > 0 && text[from - 1] !== ' ' ? piece.replace(LEADING, '') : piece).split(' ').map((word) => word.replace(TRAILING, ''))
    })
    .filter((word, at, all) => word !== '' && all.indexOf(word) === at)
    .slice(0, MOST_PARTS)
    .map((word) => toPart(word, dictionary))
    .filter((part, at, all) => part.concepts.length === 0 || all.findIndex((other) => sameConcepts(other, part)) === at)
  const telling = parts.filter((part) => !part.weak && !isScrap(part))
  return telling.length > 0 ? parts.filter((part) => !isScrap(part)) : parts.map((part) => ({ ...part, weak: false }))
}

/** A word said twice, in two languages, is asked for once. */
const sameConcepts = (one: Part, other: Part) => one.concepts.join() === other.concepts.join()

/** Particles that stand directly after a known word, or end one. */
const LEADING = /^[のをにはがでとへもや]+/
const TRAILING = /[のをにはがでとへもや]+$/

/** A single character or a short kana ending that was left between words. */
const isScrap = (part: Part) => part.concepts.length === 0 && (/^[\u3041-\u3096ー]{1,3}$/.test(part.text) || /^[^a-z0-9]$/.test(part.text))

export function toPart(word: string, dictionary: Dictionary): Part {
  const concepts = dictionary.words.get(word) ?? []
  const synonyms = [...new Set(concepts.flatMap((id) => dictionary.concepts.get(id) ?? []))].filter((other) => other !== word)
  return { text: word, concepts, synonyms, weak: WEAK.has(word), open: concepts.length === 0 && /^[a-z]{3,}$/.test(word) }
}

/** The parts of a concept's word when it is taken apart, e.g. 余热回收 → 余热, 回收; empty when it is one word only. */
export function takeApart(part: Part, dictionary: Dictionary): Part[] {
  const isKnown = (word: string) => word !== part.text && word.length > 1 && dictionary.words.has(word)
  const pieces = segment(part.text, isKnown, dictionary.longest)
  if (pieces.length < 2 || !pieces.some((piece) => piece.known)) return []
  const words = pieces.map((piece) => part.text.slice(piece.from, piece.to)).filter((word) => word.trim().length > 1)
  return words.length > 1 ? words.map((word) => toPart(word, dictionary)) : []
}

/** A folded word as the full-text index wants it, in one place of the listing. */
export function phraseIn(letter: string, word: string, open = false) {
  const { tokens, prefix } = phraseTokens(word)
  return { tokens: tokens.map((token) => letter + token), prefix: prefix || open }
}

/** The written word of a part in one place: one token where the terminology knows it, else its characters in a row. */
export function literalIn(letter: string, part: Part) {
  const known = part.concepts.length > 0 && part.text.length > 1
  return known ? { tokens: [letter + wordToken(part.text)] } : phraseIn(letter, part.text, part.open)
}

/** Any word of the part's concepts, in one place. */
export const conceptsIn = (letter: string, part: Part) => part.concepts.map((id) => ({ tokens: [letter + conceptToken(id)] }))
