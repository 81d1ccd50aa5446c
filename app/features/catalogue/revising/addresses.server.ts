import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { technologies, type Bilingual } from '#db/schema/catalogue.ts'
import { readableAddress } from './addresses.ts'

const TRIES = 20

/** An address for a listing that was never public, from its name; one that nobody has yet. */
export async function suggestSlug(db: Reader, name: Bilingual, technologyId: string): Promise<string> {
  const base = readableAddress(name)
  if (!base) return ''
  const wanted = Array.from({ length: TRIES }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`))
  const rows = await db.select({ id: technologies.id, slug: technologies.slug }).from(technologies).where(inArray(technologies.slug, wanted))
  const taken = new Set(rows.filter(({ id }) => id !== technologyId).map(({ slug }) => slug))
  return wanted.find((slug) => !taken.has(slug)) ?? ''
}
