import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, lt, lte } from 'drizzle-orm'
import { db, transact, type Reader } from '#db/index.ts'
import { files, listingFiles, listingRevisions } from '#db/schema/catalogue.ts'
import { days, now } from '#app/platform/clock.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { sweepIncoming } from '#app/platform/uploads.server.ts'
import { batches } from '../batches.ts'
import { dropBytes, hashesOnDisk } from './store.server.ts'

/** Tells which of these hashes something outside of the catalogue still refers to. */
export type Keeper = (db: Reader, hashes: readonly string[]) => Promise<string[]>

const AT_A_STRETCH = 200
const SPARED = days(1)

/** Removes files that nothing refers to any more and that are older than a day; returns how many. */
export async function sweepFiles(keepers: readonly Keeper[]): Promise<number> {
  const before = new Date(now().getTime() - SPARED)
  await sweepIncoming()
  const unused = await unusedFiles(keepers, before)
  for (const hash of unused) await transact(async (tx) => {
    const [gone] = await tx.delete(files).where(and(eq(files.hash, hash), lt(files.createdAt, before))).returning()
    // Within the transaction: whoever sends the same file now waits and writes it again.
    if (gone) await dropBytes(hash)
  })
  await sweepStrays(before)
  return unused.length
}

async function unusedFiles(keepers: readonly Keeper[], before: Date): Promise<string[]> {
  const old = await db.select({ hash: files.hash }).from(files).where(lt(files.createdAt, before)).orderBy(asc(files.createdAt))
  return unusedAmong(old.map((row) => row.hash), keepers)
}

async function unusedAmong(hashes: readonly string[], keepers: readonly Keeper[]): Promise<string[]> {
  const left = new Set(hashes)
  for (const batch of batches([...left])) {
    for (const row of await db.select({ hash: listingFiles.hash }).from(listingFiles).where(inArray(listingFiles.hash, batch))) left.delete(row.hash)
    for (const keeper of keepers) for (const hash of await keeper(db, batch)) left.delete(hash)
  }
  let after = ''
  while (left.size > 0) {
    const page = await db
      .select({ id: listingRevisions.id, content: listingRevisions.content })
      .from(listingRevisions)
      .where(gt(listingRevisions.id, after))
      .orderBy(asc(listingRevisions.id))
      .limit(AT_A_STRETCH)
    for (const { content } of page) for (const { file } of [...content.images, ...content.documents]) left.delete(file)
    if (page.length < AT_A_STRETCH) break
    after = page.at(-1)!.id
    await turn()
  }
  return [...left]
}

/** Removes these files at once where nothing refers to them any more; returns how many. */
export async function dropUnused(hashes: readonly string[], keepers: readonly Keeper[]): Promise<number> {
  const known = hashes.length > 0 ? await db.select({ hash: files.hash, createdAt: files.createdAt }).from(files).where(inArray(files.hash, [...hashes])) : []
  const unused = new Set(await unusedAmong(known.map((row) => row.hash), keepers))
  for (const { hash, createdAt } of known.filter((row) => unused.has(row.hash))) {
    await transact(async (tx) => {
      // Sent again meanwhile: whoever does so has made it younger.
      const [gone] = await tx.delete(files).where(and(eq(files.hash, hash), lte(files.createdAt, createdAt))).returning()
      if (gone) await dropBytes(hash)
    })
  }
  return unused.size
}

/** Bytes without a row: their transaction never ended. */
async function sweepStrays(before: Date): Promise<void> {
  const old = [...(await hashesOnDisk())].filter(([, at]) => at < before.getTime()).map(([hash]) => hash)
  for (const batch of batches(old)) {
    const known = new Set((await db.select({ hash: files.hash }).from(files).where(inArray(files.hash, batch))).map((row) => row.hash))
    for (const hash of batch) if (!known.has(hash)) await dropBytes(hash)
  }
}

export const SWEEP_FILES = 'file-sweep'

/** Begins the daily round, when the server starts. */
export const beginSweepingFiles = () => transact((tx) => schedule(tx, SWEEP_FILES, SWEEP_FILES))

/** The daily job. */
export const sweepDaily = (keepers: readonly Keeper[]): Worker => async () => {
  await sweepFiles(keepers)
  return new Date(now().getTime() + SPARED)
}
