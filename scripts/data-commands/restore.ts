import { copyFile, cp, mkdir, readdir, rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataDir, databaseUrl } from '#db/location.ts'
import { withBareDatabase } from './database.ts'
import { migrations, NAMES, readManifest, type Manifest } from './manifest.ts'
import { fileTrouble, Refusal } from './refusal.ts'

/** Fills an empty DATA_DIR and an empty database from a backup; refuses to touch anything else. */
export async function restore(folder: string): Promise<void> {
  const manifest = readManifest(folder)
  await checkDataDir()
  checkSchema(manifest)
  if (manifest.database === 'file') await restoreFile(folder)
  else await restoreTables(folder)
  console.log(`Restored from the backup of ${manifest.madeAt}.`)
}

function checkSchema({ database, schema }: Manifest): void {
  const known = migrations()
  if (!known.includes(schema)) throw new Refusal('This backup was made by a later release; restore it with that one.')
  if (database === 'tables' && schema !== known.at(-1)) {
    throw new Refusal(`This portable backup was made by an earlier release (${schema}); restore it with that one and then update.`)
  }
}

async function checkDataDir(): Promise<void> {
  const present = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(fileTrouble(dataDir, error))))
  if (present.length > 0) throw new Refusal(`DATA_DIR ${dataDir} is not empty; a backup is restored into an empty one only.`)
}

/** The database comes last and under its name at once, so that an interrupted restore never looks like a site. */
async function restoreFile(folder: string): Promise<void> {
  if (process.env.DATABASE_URL) throw new Refusal('This backup is a copy of the embedded database: leave DATABASE_URL out, or back up with --portable.')
  await restoreExtras(folder)
  await mkdir(dirname(databaseUrl), { recursive: true })
  await copyFile(join(folder, NAMES.file), `${databaseUrl}.part`)
  await rename(`${databaseUrl}.part`, databaseUrl)
  await withBareDatabase(async () => undefined)
}

async function restoreTables(folder: string): Promise<void> {
  await withBareDatabase(async ({ db, transact }) => {
    const { fillTables, filledTable } = await import('#db/dump.ts')
    const { reindexListings } = await import('#app/features/catalogue/derivation.server.ts')
    const { forgetIndex } = await import('#app/features/inquiries/inbox/words.server.ts')
    const { settleDocuments } = await import('#db/dialect')
    const filled = await filledTable(db)
    if (filled) throw new Refusal(`The database is not empty (table ${filled}); a backup is restored into an empty one only.`)
    await restoreExtras(folder)
    await transact(async (tx) => {
      await fillTables(tx, join(folder, NAMES.tables))
      await reindexListings(tx)
      await forgetIndex(tx)
      await settleDocuments(tx)
    })
  })
}

async function restoreExtras(folder: string): Promise<void> {
  for (const name of NAMES.extras) {
    if (existsSync(join(folder, name))) await cp(join(folder, name), join(dataDir, name), { recursive: true, preserveTimestamps: true })
  }
}
