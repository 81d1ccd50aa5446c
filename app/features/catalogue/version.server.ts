import { sql } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { facts } from '#db/schema/platform.ts'

const NAME = 'catalogue-version'

/**
 * The next version of the catalogue, for the rows this transaction changes. Transactions that take one wait for each
 * other, so whoever sees version n sees every change up to n.
 */
export async function bumpVersion(tx: Writer): Promise<number> {
  const [row] = await tx
    .insert(facts)
    .values({ name: NAME, number: 1 })
    .onConflictDoUpdate({ target: facts.name, set: { number: sql`${facts.number} + 1` } })
    .returning()
  return row!.number
}
