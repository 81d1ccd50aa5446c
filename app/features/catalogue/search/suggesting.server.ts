import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingRevisions, type Bilingual } from '#db/schema/catalogue.ts'
import { readCards, type Card } from '../cards.server.ts'
import { hasBit, readShelf } from '../shelf.server.ts'
import { wordsIn, type Dictionary } from './dictionary.ts'
import { canonical, fold } from './folding.ts'
import { matchPart, type Found } from './matching.server.ts'
import { asTyped, segment, toPart, type Part } from './query.ts'
import { readDictionary } from './terminology.server.ts'
import { plainWords, WEAK } from './weak-words.ts'

export const LONGEST_NEED = 4_000
const MOST_WORDS = 40
/** A word that more than this share of the catalogue has says little about a need. */
const COMMON = 0.25
const MOST_REASONS = 6
/** What every need says. */
const SAYING = new Set('希望 不足 目前 现在 现有 同时 能力 国内 国外 本项目 采用 要求 提供 进行 引进 成本 降低 提高 检讨 实施 对象 导入 可能 必要 场合 当社 弊社 改善 强化 推进 技术改造'.split(' '))

export interface Suggestion extends Card {
  score: number
  /** words of the need, and the words of the listing that answer them */
  because: { word: string; matched: string }[]
}

interface Clue extends Found {
  weight: number
}

/**
 * Technologies that answer a need written in running text, in either language, best first. Every word of the
 * terminology that the text uses is a clue, the rarer in the catalogue and the longer the stronger; a listing counts
 * each clue once, by the best place it stands in.
 * @param text at most LONGEST_NEED characters count
 */
export async function suggestTechnologies(db: Reader, text: string, limit = 10): Promise<Suggestion[]> {
  const need = text.slice(0, LONGEST_NEED)
  const shelf = await readShelf(db)
  const dictionary = await readDictionary(db)
  const clues: Clue[] = []
  for (const { part, times } of partsOf(need, dictionary)) {
    const found = await matchPart(db, shelf, part)
    const docs = found.docs.filter((doc) => hasBit(shelf.live, doc))
    if (docs.length === 0 || docs.length > Math.max(10, shelf.visible * COMMON)) continue
    // Outside of the terminology a word may mean anything.
    const trust = part.concepts.length > 0 ? 1 : 0.5
    const weight = trust * Math.log(1 + shelf.visible / docs.length) * (1 + Math.log(times)) * Math.min(2, Math.sqrt(part.text.length / 2))
    clues.push({ ...found, docs, weight })
  }
  const scores = new Map<number, number>()
  for (const clue of clues) {
    for (const doc of clue.docs) scores.set(doc, (scores.get(doc) ?? 0) + clue.weight * Math.sqrt(clue.scores[doc]!))
  }
  const best = [...scores].sort(([a, x], [b, y]) => y - x || shelf.place.kana[a]! - shelf.place.kana[b]!).slice(0, limit)
  const cards = await readCards(db, best.map(([doc]) => doc), shelf.version)
  const texts = await textsOf(db, cards)
  const docOf = new Map(best.map(([doc]) => [shelf.technologyIds[doc], doc]))
  return cards.map((card) => {
    const doc = docOf.get(card.id)!
    const own = clues.filter((clue) => clue.scores[doc]! > 0).sort((a, b) => b.weight * b.scores[doc]! - a.weight * a.scores[doc]!)
    return { ...card, score: Math.round(scores.get(doc)! * 100) / 100, because: reasons(own, need, texts.get(card.revision) ?? '', dictionary) }
  })
}

/** What the text asks for: its longest words of the terminology, each concept once, and how often it says them. */
function partsOf(need: string, dictionary: Dictionary): { part: Part; times: number }[] {
  const text = canonical(fold(need))
  const counted = new Map<string, { part: Part; times: number }>()
  const isKnown = (word: string) => dictionary.words.has(word)
  for (const { from, to, known } of segment(text, isKnown, dictionary.longest)) {
    const word = text.slice(from, to)
    if (!known || WEAK.has(word)) continue
    const part = toPart(word, dictionary)
    const key = part.concepts.join()
    const before = counted.get(key)
    if (before) before.times++
    else counted.set(key, { part, times: 1 })
  }
  const told = [...counted.values()].map(({ part }) => part.text)
  for (const word of plainWords(need)) {
    if (WEAK.has(word) || SAYING.has(word) || dictionary.words.has(word) || told.some((known) => known.includes(word))) continue
    const before = counted.get(word)
    if (before) before.times++
    else counted.set(word, { part: toPart(word, dictionary), times: 1 })
  }
  return [...counted.values()].sort((a, b) => worth(b) - worth(a)).slice(0, MOST_WORDS)
}

/** A word of the terminology before one that is not, a repeated and a longer one before the rest. */
const worth = ({ part, times }: { part: Part; times: number }) => (part.concepts.length > 0 ? 100 : 0) + times * part.text.length

const halves = (text: Bilingual) => [text.ja, text.zh]

async function textsOf(db: Reader, cards: Card[]): Promise<Map<string, string>> {
  if (cards.length === 0) return new Map()
  const rows = await db.select({ id: listingRevisions.id, content: listingRevisions.content }).from(listingRevisions).where(inArray(listingRevisions.id, cards.map((card) => card.revision)))
  return new Map(
    rows.map(({ id, content }) => [
      id,
      [content.name, content.summary, content.description, content.problem, content.principle, content.advantage]
        .flatMap(halves)
        .concat(content.keywords.ja, content.keywords.zh)
        .filter(Boolean)
        .join('\n'),
    ]),
  )
}

function reasons(clues: Clue[], need: string, text: string, dictionary: Dictionary): Suggestion['because'] {
  const there = wordsIn(canonical(fold(text)), dictionary)
  return clues.slice(0, MOST_REASONS).map(({ part }) => {
    const word = asTyped(need, part.text)
    const matched = [part.text, ...part.synonyms].find((one) => there.has(one))
    return { word, matched: matched ? asTyped(text, matched) : word }
  })
}
