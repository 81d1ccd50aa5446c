import { asc } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { fields } from '#db/schema/catalogue.ts'
import type { Field } from './naming.ts'
import { select } from './selecting.ts'
import { readShelf } from './shelf.server.ts'

let known: Field[] | null = null

/** The taxonomy, parents before their children. It changes only with a release, so it is read once. */
export async function readFields(db: Reader): Promise<Field[]> {
  if (!known || known.length === 0) {
    known = await db.select({ id: fields.id, parentId: fields.parentId, ja: fields.ja, zh: fields.zh }).from(fields).orderBy(asc(fields.position))
  }
  return known
}

/** How many published technologies each field has, children counted in their parents. */
export async function countsByField(db: Reader): Promise<Map<string, number>> {
  return select(await readShelf(db), null, {}, 'kana-asc', 0, 0).counts.field
}
