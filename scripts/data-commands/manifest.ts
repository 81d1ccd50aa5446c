import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

/** What a backup says about itself; written last, so that a half-made backup has none. */
export interface Manifest {
  format: 1
  madeAt: string
  /** `file`: the embedded database as it is; `tables`: portable */
  database: 'file' | 'tables'
  /** the newest migration it has seen */
  schema: string
}

export const NAMES = { manifest: 'backup.json', file: 'database', tables: 'tables', extras: ['files', 'mail', 'secrets.json'] } as const

const MIGRATIONS = join(process.cwd(), 'db/migrations')

/** The migrations of this release, oldest first; every engine has the same. */
export function migrations(): string[] {
  const journals = readdirSync(MIGRATIONS).map((engine) => join(MIGRATIONS, engine, 'meta/_journal.json'))
  const journal = JSON.parse(readFileSync(journals.find((file) => existsSync(file))!, 'utf8')) as { entries: { tag: string }[] }
  return journal.entries.map((entry) => entry.tag)
}

export function readManifest(folder: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, NAMES.manifest), 'utf8')) as Manifest
    if (manifest.format === 1) return manifest
  } catch {
    // said below
  }
  throw new Refusal(`${folder} is not a complete backup made by “npm run data -- backup”.`)
}
