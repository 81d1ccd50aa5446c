import { eq } from 'drizzle-orm'
import { readFact } from '#db/dialect'
import type { Reader } from '#db/index.ts'
import { concepts } from '#db/schema/catalogue.ts'
import { makeDictionary, type Dictionary } from './dictionary.ts'

export const TERMINOLOGY_VERSION = 'terminology-version'

let known: { version: number; dictionary: Dictionary } | null = null

/** The terminology as search wants it; read again when it has been edited, here or by another server. */
export async function readDictionary(db: Reader): Promise<Dictionary> {
  const version = await readFact(db, TERMINOLOGY_VERSION)
  if (known?.version === version) return known.dictionary
  const rows = await db.select().from(concepts).where(eq(concepts.enabled, true))
  const dictionary = makeDictionary(rows)
  // An empty table is one that is still being filled.
  known = rows.length > 0 ? { version, dictionary } : null
  return dictionary
}
