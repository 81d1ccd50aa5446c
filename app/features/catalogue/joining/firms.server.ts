import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, joinings, listings, mergedCompanies, technologies } from '#db/schema/catalogue.ts'
import { storedTechnologies } from '../technology-records.server.ts'
import { fold } from '../search/folding.ts'
import { readDirectory } from './directory.server.ts'

export const PER_PAGE = 50
type Name = { ja: string | null; zh: string | null; en: string | null }
export interface FirmRow {
  id: string
  name: Name
  prefecture: string | null
  state: 'published' | 'unpublished' | 'merged'
  technologies: number
  people: number
}

/** Companies whose names, present or former, contain every word; all of them without words. In kana order. */
export async function searchFirms(db: Reader, q: string, page: number): Promise<{ total: number; firms: FirmRow[] }> {
  // Folding leaves a final long mark out of katakana; whoever types hiragana means the same.
  const words = fold(q).split(/\s+/).map((word) => word.replace(/(?<=.)ー$/, '')).filter(Boolean)
  const found = (await readDirectory(db)).filter((entry) => words.every((word) => entry.text.includes(word)))
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return { total: found.length, firms: await firmRows(db, shown.map((entry) => entry.id), new Set(shown.filter((entry) => entry.merged).map((entry) => entry.id))) }
}

async function firmRows(db: Reader, ids: string[], merged: ReadonlySet<string>): Promise<FirmRow[]> {
  if (ids.length === 0) return []
  const [rows, shown, people] = await Promise.all([
    db.select().from(companies).where(inArray(companies.id, ids)),
    db.select({ id: listings.companyId, n: count() }).from(listings).where(and(inArray(listings.companyId, ids), eq(listings.live, true))).groupBy(listings.companyId),
    db.select({ id: users.companyId, n: count() }).from(users).where(and(inArray(users.companyId, ids), isNull(users.disabledAt), isNotNull(users.confirmedAt))).groupBy(users.companyId),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const listed = new Map(shown.map((row) => [row.id, row.n]))
  const signing = new Map(people.map((row) => [row.id, row.n]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const state = merged.has(id) ? ('merged' as const) : row.state
    return [{ id, name: nameOf(row), prefecture: row.prefecture, state, technologies: listed.get(id) ?? 0, people: signing.get(id) ?? 0 }]
  })
}

export const nameOf = ({ nameJa, nameZh, nameEn }: { nameJa: string | null; nameZh: string | null; nameEn: string | null }): Name => ({ ja: nameJa, zh: nameZh, en: nameEn })

/** Where a merged company went, or null. */
export async function mergedInto(db: Reader, companyId: string) {
  const [row] = await db
    .select({ id: companies.id, slug: companies.slug, nameJa: companies.nameJa, nameZh: companies.nameZh, nameEn: companies.nameEn })
    .from(mergedCompanies)
    .innerJoin(companies, eq(companies.id, mergedCompanies.intoId))
    .where(eq(mergedCompanies.companyId, companyId))
  return row ? { id: row.id, slug: row.slug, name: nameOf(row) } : null
}

/** The address under which a merged company is found now, or null. */
export async function addressAfterMerger(db: Reader, slug: string): Promise<string | null> {
  const [row] = await db.select({ id: companies.id }).from(companies).where(eq(companies.slug, slug))
  return row ? ((await mergedInto(db, row.id))?.slug ?? null) : null
}

const domainOf = (email: string | null) => (email ? email.slice(email.lastIndexOf('@') + 1) : null)

/** A firm as the desk works with it. Of people and contacts only how many and from which domain: who looks closer is noted. */
export async function readFirm(db: Reader, id: string) {
  const [company] = await db.select().from(companies).where(eq(companies.id, id))
  if (!company) return null
  const [people, contacts, rows, asked, into] = await Promise.all([
    db.select().from(users).where(and(eq(users.companyId, id), isNull(users.disabledAt))).orderBy(asc(users.createdAt), asc(users.id)),
    db.$count(companyContacts, eq(companyContacts.companyId, id)),
    db.select({ id: technologies.id, state: technologies.state, deletedAt: technologies.deletedAt, slug: technologies.slug }).from(technologies).where(eq(technologies.companyId, id)).orderBy(asc(technologies.createdAt), asc(technologies.id)),
    db.select({ id: joinings.id, state: joinings.state, createdAt: joinings.createdAt }).from(joinings).where(eq(joinings.companyId, id)).orderBy(asc(joinings.createdAt)),
    mergedInto(db, id),
  ])
  const texts = await storedTechnologies(db, rows.map((row) => row.id))
  return {
    company,
    name: nameOf(company),
    into,
    people: people.map((person) => ({ id: person.id, name: person.name, domain: domainOf(person.email), active: person.confirmedAt !== null })),
    contacts,
    technologies: rows.map((row) => ({ ...row, name: texts.get(row.id)?.current?.content.name ?? { ja: null, zh: null } })),
    joinings: asked,
  }
}
export type Firm = NonNullable<Awaited<ReturnType<typeof readFirm>>>
