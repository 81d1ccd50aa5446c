import { eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { files, listingFiles, listings } from '#db/schema/catalogue.ts'
import type { Worker } from '#app/platform/jobs.server.ts'
import { runReader } from '#app/platform/readers.server.ts'
import { reindexDocuments } from '../derivation.server.ts'
import { readDictionary } from '../search/terminology.server.ts'
import { bumpVersion } from '../version.server.ts'
import { pathOf, readFileRow } from './store.server.ts'

const READING_TIME = 20_000

export interface ReadText {
  state: 'done' | 'cut' | 'encrypted' | 'broken'
  text: string
}

/** What can be read in a PDF. A reader that had to be stopped has read in part. */
export async function readPdf(path: string, withinMs = READING_TIME): Promise<ReadText> {
  const { lines, end } = await runReader('pdf', [path], withinMs)
  const told = lines as { text?: string; end?: ReadText['state'] }[]
  const text = told.flatMap((line) => line.text ?? []).join('\n')
  const state = told.find((line) => line.end)?.end ?? (end !== 'done' && text ? 'cut' : 'broken')
  return { state, text }
}

/** The job that reads a PDF; listings that show it to everybody are found by its words from then on. */
export const readDocumentText: Worker = async (job) => {
  const hash = job.payload.hash ?? ''
  const row = await readFileRow(db, hash)
  if (row?.textState !== 'waiting') return
  const { state, text } = await readPdf(pathOf(hash))
  await transact(async (tx) => {
    await tx.update(files).set({ textState: state, text }).where(eq(files.hash, hash))
    const shown = await tx
      .select({ doc: listings.doc, access: listingFiles.access })
      .from(listingFiles)
      .innerJoin(listings, eq(listings.technologyId, listingFiles.technologyId))
      .where(eq(listingFiles.hash, hash))
    const docs = shown.filter((one) => one.access === 'public').map((one) => one.doc)
    if (docs.length === 0) return
    await reindexDocuments(tx, docs, await readDictionary(tx))
    // Pages that were kept may say that nothing was found.
    await bumpVersion(tx)
  })
}
