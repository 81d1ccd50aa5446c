import { chmod, cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from '#db/location.ts'
import { withDatabase } from './database.ts'
import { migrations, NAMES, type Manifest } from './manifest.ts'
import { fileTrouble, Refusal } from './refusal.ts'

/**
 * Copies everything the site keeps into an empty folder, while it runs. The database comes first: files it names are never
 * taken away by the time they are copied.
 */
export async function backUp(folder: string, portable: boolean): Promise<void> {
  const present = await mkdir(folder, { recursive: true, mode: 0o700 }).then(() => readdir(folder)).catch((error: unknown) => Promise.reject(fileTrouble(folder, error)))
  if (present.length > 0) throw new Refusal(`${folder} is not empty; a backup needs a folder of its own.`)
  await withDatabase(async ({ backup, snapshot }) => {
    const asFile = backup && !portable
    if (asFile) {
      await backup(join(folder, NAMES.file))
      await chmod(join(folder, NAMES.file), 0o600)
    } else {
      const { dumpTables } = await import('#db/dump.ts')
      await snapshot((db) => dumpTables(db, join(folder, NAMES.tables)))
    }
    for (const name of NAMES.extras) {
      if (existsSync(join(dataDir, name))) await cp(join(dataDir, name), join(folder, name), { recursive: true, preserveTimestamps: true })
    }
    const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), database: asFile ? 'file' : 'tables', schema: migrations().at(-1)! }
    await writeFile(join(folder, NAMES.manifest), `${JSON.stringify(manifest, null, 2)}\n`)
  })
  console.log(`Backup written to ${folder}. It holds contacts and the site's key: keep it as safely as the site itself.`)
}
