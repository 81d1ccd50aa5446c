import { asc } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, mergedCompanies } from '#db/schema/catalogue.ts'
import { fold } from '../search/folding.ts'
import { catalogueVersion } from '../shelf.server.ts'
import { nameKey } from '../sorting.ts'

/** A company as it is looked for: by any of its names, its number, its site. */
export interface Entry {
  id: string
  /** all names, present and former, folded */
  text: string
  keys: ReadonlySet<string>
  formerKeys: ReadonlySet<string>
  number: string | null
  host: string | null
  merged: boolean
}

const MOST_OF_ONE_HOST = 3

let kept: { version: number; entries: readonly Entry[] } | null = null

/** Every company in kana order, kept in memory until the catalogue changes: names are compared folded, which no engine can. */
export async function readDirectory(db: Reader): Promise<readonly Entry[]> {
  const version = await catalogueVersion(db)
  if (kept?.version === version) return kept.entries
  const { id, nameJa, nameZh, nameEn, reading, formerNames, corporateNumber, site } = companies
  const rows = await db.select({ id, nameJa, nameZh, nameEn, reading, formerNames, corporateNumber, site }).from(companies).orderBy(asc(companies.sortKana), asc(companies.id))
  const merged = new Set((await db.select({ id: mergedCompanies.companyId }).from(mergedCompanies)).map((row) => row.id))
  const entries = rows.map((row): Entry => {
    const names = [row.nameJa, row.nameZh, row.nameEn].filter((name) => name !== null)
    return {
      id: row.id,
      text: fold([...names, row.reading ?? '', ...row.formerNames].join('\n')),
      keys: keysOf(names),
      formerKeys: keysOf(row.formerNames),
      number: row.corporateNumber,
      host: hostOf(row.site),
      merged: merged.has(row.id),
    }
  })
  withoutSharedHosts(entries)
  kept = { version, entries }
  return entries
}

/** A host under which many firms have their pages says nothing about who they are. */
function withoutSharedHosts(entries: Entry[]): void {
  const times = new Map<string, number>()
  for (const { host } of entries) if (host) times.set(host, (times.get(host) ?? 0) + 1)
  for (const entry of entries) if (entry.host && times.get(entry.host)! > MOST_OF_ONE_HOST) entry.host = null
}

/** Names alike but for legal form, width, spaces and the script of a character. */
export const keysOf = (names: readonly (string | null)[]): Set<string> => new Set(names.flatMap((name) => (name ? [fold(nameKey(name))] : [])))

/** The host of a site without `www.`, or null. */
export function hostOf(site: string | null): string | null {
  if (!site || !URL.canParse(site)) return null
  return new URL(site).hostname.toLowerCase().replace(/^www\./, '')
}
