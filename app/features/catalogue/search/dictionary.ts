import { canonical, fold } from './folding.ts'

/** The terminology, folded: what a query is expanded by and a text is tagged with. */
export interface Dictionary {
  /** folded word → ids of its concepts */
  words: ReadonlyMap<string, readonly string[]>
  /** concept → all its words, folded */
  concepts: ReadonlyMap<string, readonly string[]>
  /** folded word → as the terminology writes it */
  written: ReadonlyMap<string, string>
  /** folded word → the language whose list it stands in first */
  language: ReadonlyMap<string, 'ja' | 'zh' | 'en'>
  longest: number
  root: Branch
}

/** The words as a tree of characters, so that a text is tagged in one pass. */
interface Branch {
  next: Map<number, Branch>
  word: string | null
}

export interface Concept {
  id: string
  ja: string[]
  zh: string[]
  en: string[]
}

export function makeDictionary(rows: readonly Concept[]): Dictionary {
  const words = new Map<string, string[]>()
  const concepts = new Map<string, string[]>()
  const written = new Map<string, string>()
  const language = new Map<string, 'ja' | 'zh' | 'en'>()
  const root: Branch = { next: new Map(), word: null }
  let longest = 1
  for (const row of rows) {
    const own = new Set<string>()
    for (const [tongue, text] of (['ja', 'zh', 'en'] as const).flatMap((one) => row[one].map((text) => [one, text] as const))) {
      const word = canonical(fold(text))
      if (!word || own.has(word)) continue
      own.add(word)
      if (!written.has(word)) {
        written.set(word, text)
        language.set(word, tongue)
      }
      const ids = words.get(word)
      if (ids) ids.push(row.id)
      else words.set(word, [row.id])
      longest = Math.max(longest, word.length)
      plant(root, word)
    }
    concepts.set(row.id, [...own])
  }
  return { words, concepts, written, language, longest, root }
}

function plant(root: Branch, word: string): void {
  let branch = root
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    let next = branch.next.get(unit)
    if (!next) branch.next.set(unit, (next = { next: new Map(), word: null }))
    branch = next
  }
  branch.word = word
}

const isWordUnit = (unit: number) => unit < 0x3041 && unit !== 0x20 && !Number.isNaN(unit)

/** True inside a Latin word: no word of the terminology begins or ends there. */
export const splitsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at))

/** Index tokens hold no ASCII punctuation. */
const plain = (text: string) => text.replace(/[\s-]/g, '·')
export const wordToken = (word: string) => `¦${plain(word)}`
export const conceptToken = (id: string) => `§${plain(id)}`

/**
 * The words of the terminology that stand in a canonical text, nested ones too. A one-character word counts only where
 * no longer one covers it: 热泵 says nothing of 泵.
 */
export function wordsIn(text: string, dictionary: Dictionary): Set<string> {
  const found = new Set<string>()
  const lone: { word: string; at: number }[] = []
  const covered = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    if (splitsWord(text, at)) continue
    let branch: Branch | undefined = dictionary.root
    for (let end = at; branch && end < text.length; ) {
      branch = branch.next.get(text.charCodeAt(end++))
      if (!branch?.word || splitsWord(text, end)) continue
      if (branch.word.length === 1) lone.push({ word: branch.word, at })
      else {
        found.add(branch.word)
        covered.fill(1, at, end)
      }
    }
  }
  for (const { word, at } of lone) if (!covered[at]) found.add(word)
  return found
}
