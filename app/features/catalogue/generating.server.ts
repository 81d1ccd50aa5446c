import { asc, isNotNull } from 'drizzle-orm'
import { settleDocuments } from '#db/dialect'
import { db, transact } from '#db/index.ts'
import { concepts, fields } from '#db/schema/catalogue.ts'
import { diceOf } from './generating/dice.ts'
import { companyRecord, technologyRecord } from './generating/records.ts'
import { vocabularyOf } from './generating/vocabulary.ts'
import { importCatalogue } from './interchange.server.ts'

/** Records of one transaction. */
const BATCH = 2_000
const TECHNOLOGIES_PER_COMPANY = 8

/**
 * Fills the catalogue with invented bilingual records, for trying out and measuring. The same seed gives the same records
 * under the same ids, so that a second run changes nothing.
 * @param told hears after each batch how many technologies are in
 */
export async function generateCatalogue({ technologies, seed }: { technologies: number; seed: number }, told: (done: number) => void = () => undefined): Promise<void> {
  const leaves = await db.select({ id: fields.id, en: fields.en }).from(fields).where(isNotNull(fields.parentId)).orderBy(asc(fields.position))
  const vocabulary = vocabularyOf(await db.select().from(concepts).orderBy(asc(concepts.id)), leaves)
  const firmOf = (at: number) => Math.floor(at / TECHNOLOGIES_PER_COMPANY)
  const firmId = (at: number) => `generated-${seed}-firm-${at}`
  for (let from = 0; from < technologies; from += BATCH) {
    const until = Math.min(from + BATCH, technologies)
    const places = Array.from({ length: until - from }, (_, at) => from + at)
    const firms = [...new Set(places.map(firmOf))]
    const records = {
      companies: firms.map((at) => companyRecord(firmId(at), at, diceOf(seed * 7_919 + at))),
      technologies: places.map((at) =>
        technologyRecord(`generated-${seed}-${at}`, at, firmId(firmOf(at)), leaves, vocabulary, diceOf(seed * 104_729 + at)),
      ),
    }
    const done = await transact((tx) => importCatalogue(tx, records, { author: null }))
    if (!done.ok) throw new Error(`generated records were refused: ${JSON.stringify(done.problems.slice(0, 3))}`)
    told(until)
  }
  await transact(settleDocuments)
}
