import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, joinings, type CompanyText } from '#db/schema/catalogue.ts'
import { hostOf, keysOf, readDirectory, type Entry } from './directory.server.ts'

export type Why = 'number' | 'name' | 'former' | 'site'
export interface Likeness {
  id: string
  slug: string
  name: { ja: string | null; zh: string | null; en: string | null }
  why: Why[]
}

const MOST = 10
const shares = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((key) => other.has(key))

/** What a company and the words of somebody who wants to join have in common. */
function likeness(entry: Entry, asked: { keys: ReadonlySet<string>; number: string | null; host: string | null }): Why[] {
  return [
    ...(asked.number !== null && entry.number === asked.number ? (['number'] as const) : []),
    ...(shares(asked.keys, entry.keys) ? (['name'] as const) : []),
    ...(shares(asked.keys, entry.formerKeys) ? (['former'] as const) : []),
    ...(asked.host !== null && entry.host === asked.host ? (['site'] as const) : []),
  ]
}

/** Companies that are probably the same one, those with the same number or name first. */
export async function similarCompanies(db: Reader, content: CompanyText): Promise<Likeness[]> {
  const asked = { keys: keysOf([content.nameJa, content.nameZh, content.nameEn]), number: content.corporateNumber, host: hostOf(content.site) }
  const found = new Map<string, Why[]>()
  for (const entry of await readDirectory(db)) {
    const why = entry.merged ? [] : likeness(entry, asked)
    if (why.length > 0) found.set(entry.id, why)
  }
  const weight = (why: readonly Why[]) => (why.includes('number') ? 0 : why.includes('name') ? 1 : why.includes('former') ? 2 : 3)
  const first = [...found].sort(([, a], [, b]) => weight(a) - weight(b)).slice(0, MOST)
  const rows = first.length > 0 ? await db.select().from(companies).where(inArray(companies.id, first.map(([id]) => id))) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return first.flatMap(([id, why]) => {
    const row = byId.get(id)
    return row ? [{ id, slug: row.slug, name: { ja: row.nameJa, zh: row.nameZh, en: row.nameEn }, why }] : []
  })
}

/** Others who ask for a firm of the same name and wait as well. */
export const askingToo = (db: Reader, joining: { id: string; nameKey: string }) =>
  db
    .select({ id: joinings.id, content: joinings.content })
    .from(joinings)
    .where(and(eq(joinings.state, 'waiting'), eq(joinings.nameKey, joining.nameKey), ne(joinings.id, joining.id)))
    .limit(MOST)

/** Which of these have a company that is probably the same, for the queue. */
export async function likelyKnown(db: Reader, rows: readonly { id: string; content: CompanyText }[]): Promise<string[]> {
  const entries = (await readDirectory(db)).filter((entry) => !entry.merged)
  const numbers = new Set(entries.flatMap((entry) => entry.number ?? []))
  const hosts = new Set(entries.flatMap((entry) => entry.host ?? []))
  const keys = new Set(entries.flatMap((entry) => [...entry.keys, ...entry.formerKeys]))
  return rows
    .filter(({ content }) => {
      const host = hostOf(content.site)
      return (content.corporateNumber !== null && numbers.has(content.corporateNumber)) || (host !== null && hosts.has(host)) || shares(keysOf([content.nameJa, content.nameZh, content.nameEn]), keys)
    })
    .map((row) => row.id)
}
