import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { concepts } from '#db/schema/catalogue.ts'
import { wordsIn } from '../search/dictionary.ts'
import { canonical, fold } from '../search/folding.ts'
import { readDictionary } from '../search/terminology.server.ts'

/** A word of the terminology that stands in an original, and how the other language says it. */
export interface Hint {
  word: string
  terms: string[]
}
const MOST = 12
const MOST_TERMS = 4

/** The terms for each of these texts, longer words first; a word inside a longer one says nothing of its own. */
export async function hintsFor(db: Reader, texts: readonly string[], from: 'ja' | 'zh'): Promise<Hint[][]> {
  const dictionary = await readDictionary(db)
  const found = texts.map((text) => {
    const words = [...wordsIn(canonical(fold(text)), dictionary)]
    return words.filter((word) => word.length > 1 && !words.some((other) => other !== word && other.includes(word))).sort((a, b) => b.length - a.length)
  })
  const idsOf = (word: string) => dictionary.words.get(word) ?? []
  const ids = [...new Set(found.flat().flatMap(idsOf))]
  const rows = ids.length > 0 ? await db.select().from(concepts).where(inArray(concepts.id, ids)) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  const to = from === 'ja' ? 'zh' : 'ja'
  return found.map((words) =>
    words
      .flatMap((word): Hint[] => {
        const owners = idsOf(word).flatMap((id) => byId.get(id) ?? [])
        const terms = [...new Set(owners.flatMap((concept) => concept[to]))].slice(0, MOST_TERMS)
        const written = owners.flatMap((concept) => concept[from]).find((own) => canonical(fold(own)) === word)
        return terms.length > 0 ? [{ word: written ?? dictionary.written.get(word) ?? word, terms }] : []
      })
      .slice(0, MOST),
  )
}
