import { eq } from 'drizzle-orm'
import { readFact } from '#db/dialect'
import type { Reader, Writer } from '#db/index.ts'
import { concepts } from '#db/schema/catalogue.ts'
import { makeDictionary, type Dictionary } from './dictionary.ts'

export const TERMINOLOGY_VERSION = 'terminology-version'

const enabledConcepts = (db: Reader) => db.select().from(concepts).where(eq(concepts.enabled, true))

let known: { version: number; dictionary: Dictionary } | null = null

/** The terminology as search wants it; read again when it has been edited, here or by another server. */
export async function readDictionary(db: Reader): Promise<Dictionary> {
  const version = await readFact(db, TERMINOLOGY_VERSION)
  if (known?.version === version) return known.dictionary
  const rows = await enabledConcepts(db)
  const dictionary = makeDictionary(rows)
  // An empty table is one that is still being filled.
  known = rows.length > 0 ? { version, dictionary } : null
  return dictionary
}

/** The terminology as the transaction that edits it sees it; never kept, since a rollback would leave it behind. */
export async function readEditedDictionary(tx: Writer): Promise<Dictionary> {
  return makeDictionary(await enabledConcepts(tx))
}
