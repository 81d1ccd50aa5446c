import { join } from 'node:path'
import { Refusal } from './refusal.ts'

type Database = typeof import('#db/index.ts')

/** The database at the present schema with its taxonomy and terminology; closed after the work. */
export const withDatabase = (work: (database: Database) => Promise<void>): Promise<void> =>
  opened(async (database) => {
    const { prepareDatabase } = await import('#db/prepare.ts')
    await prepareDatabase()
    await work(database)
  })

/** The database at the present schema, with no row added. */
export const withBareDatabase = (work: (database: Database) => Promise<void>): Promise<void> => opened(work)

/** The settings are judged before anything is opened. */
async function opened(work: (database: Database) => Promise<void>): Promise<void> {
  await import('#app/platform/env.server.ts')
  const unusable = (error: unknown) => Promise.reject(new Refusal(`The database cannot be used: ${rootOf(error)}`))
  const database = await import('#db/index.ts').catch(unusable)
  try {
    await database.migrate(join(process.cwd(), 'db/migrations')).catch(unusable)
    await work(database)
  } finally {
    await database.close()
  }
}

function rootOf(error: unknown): string {
  const { cause, message, errors } = error as Error & { errors?: unknown[] }
  const deeper = cause ?? errors?.[0]
  return deeper ? rootOf(deeper) : message
}
