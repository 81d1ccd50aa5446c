import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { facts } from './schema/platform.ts'
import { db, migrate, transact } from './index.ts'
import { seed } from './seed.ts'

/** Migrations lie beside the sources; the start script sets the working folder to the checkout. */
const MIGRATIONS = join(process.cwd(), 'db/migrations')

/**
 * Brings the database to the present schema and, when this very call creates it, fills it: taxonomy and terminology
 * always, demo records and accounts unless `SEED=none`.
 */
export async function prepareDatabase(): Promise<{ seeded: boolean }> {
  await migrate(MIGRATIONS)
  const [known] = await db.select().from(facts).where(eq(facts.name, 'created'))
  if (known) return { seeded: false }
  const demo = process.env.SEED !== 'none'
  return transact(async (tx) => {
    const [mine] = await tx.insert(facts).values({ name: 'created', value: demo ? 'demo' : 'plain' }).onConflictDoNothing().returning()
    if (!mine) return { seeded: false }
    await seed(tx, { demo })
    return { seeded: demo }
  })
}
