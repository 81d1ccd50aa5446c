import { eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { concepts } from '#db/schema/catalogue.ts'
import { fold } from './folding.ts'
import { canonical, type Dictionary } from './query.ts'

let known: { version: number; dictionary: Dictionary } | null = null

/** The terminology as the query parser wants it; read again when the catalogue's version has changed. */
export async function readDictionary(db: Reader, version: number): Promise<Dictionary> {
  if (known?.version === version) return known.dictionary
  const rows = await db.select().from(concepts).where(eq(concepts.enabled, true))
  const dictionary = makeDictionary(rows)
  known = { version, dictionary }
  return dictionary
}

export function makeDictionary(rows: readonly { id: string; ja: string[]; zh: string[]; en: string[] }[]): Dictionary {
  const words = new Map<string, string[]>()
  const all = new Map<string, string[]>()
  const written = new Map<string, string>()
  let longest = 1
  for (const row of rows) {
    for (const word of [...row.ja, ...row.zh, ...row.en]) {
      const key = canonical(fold(word))
      if (key && !written.has(key)) written.set(key, word)
    }
    const own = [...new Set([...row.ja, ...row.zh, ...row.en].map((word) => canonical(fold(word))).filter(Boolean))]
    all.set(row.id, own)
    for (const word of own) {
      const ids = words.get(word)
      if (ids) ids.push(row.id)
      else words.set(word, [row.id])
      longest = Math.max(longest, word.length)
    }
  }
  return { words, concepts: all, written, longest }
}
