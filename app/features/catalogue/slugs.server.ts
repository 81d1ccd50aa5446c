import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, technologies } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import { batches } from './batches.ts'

export type SlugRefusal = 'slug-taken' | 'slug-fixed'
interface Slugged {
  id: string
  slug: string
}

/** Which of these records may not have their slug: another has it, or their own was public under another one. */
export async function refusedSlugs(db: Reader, kind: 'company' | 'technology', records: readonly Slugged[]): Promise<Map<string, SlugRefusal>> {
  const table = kind === 'company' ? companies : technologies
  const refused = new Map<string, SlugRefusal>()
  const holder = new Map<string, string>()
  const stored = new Map<string, string>()
  for (const batch of batches(records)) {
    const holding = await db.select({ id: table.id, slug: table.slug }).from(table).where(inArray(table.slug, batch.map((record) => record.slug)))
    for (const { id, slug } of holding) holder.set(slug, id)
    const own = await db.select({ id: table.id, slug: table.slug }).from(table).where(inArray(table.id, batch.map((record) => record.id)))
    for (const { id, slug } of own) stored.set(id, slug)
  }
  const moving: string[] = []
  for (const { id, slug } of records) {
    if ((holder.get(slug) ?? id) !== id) refused.set(id, 'slug-taken')
    else holder.set(slug, id)
    if (stored.has(id) && stored.get(id) !== slug) moving.push(id)
  }
  for (const batch of batches(moving)) {
    for (const id of await oncePublic(db, kind, batch)) refused.set(id, 'slug-fixed')
  }
  return refused
}

async function oncePublic(db: Reader, kind: 'company' | 'technology', ids: string[]): Promise<string[]> {
  if (kind === 'technology') {
    const rows = await db
      .select({ id: technologies.id })
      .from(technologies)
      .where(and(inArray(technologies.id, ids), isNotNull(technologies.publishedRevisionId)))
    return rows.map((row) => row.id)
  }
  const rows = await db
    .select({ subject: ledger.subject, codes: ledger.codes })
    .from(ledger)
    .where(inArray(ledger.subject, ids.map((id) => `company:${id}`)))
  return rows.filter((row) => row.codes.state === 'published').map((row) => row.subject.slice('company:'.length))
}
