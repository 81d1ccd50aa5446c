import { inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { now } from '#app/platform/clock.ts'
import { batches } from './batches.ts'
import { deriveListingsOf } from './derivation.server.ts'
import { blankCompany, type Company, type CompanyDraft } from './drafts.ts'
import { recordAll } from './history.server.ts'
import { companySortKeys, nameKeyOf } from './sorting.ts'
import { incoming } from './upserting.server.ts'
import { bumpVersion } from './version.server.ts'

export interface Tally {
  added: number
  changed: number
  unchanged: number
}

const members = Object.keys(blankCompany('')) as (keyof CompanyDraft)[]
const same = (one: CompanyDraft, other: CompanyDraft) => members.every((member) => JSON.stringify(one[member]) === JSON.stringify(other[member]))

export async function storedCompanies(db: Reader, ids: readonly string[]): Promise<Map<string, Company>> {
  const found = new Map<string, Company>()
  for (const batch of batches([...new Set(ids)])) {
    for (const row of await db.select().from(companies).where(inArray(companies.id, batch))) found.set(row.id, row)
  }
  return found
}

/**
 * Stores companies whose slugs were found free, with their sort keys, and makes their listings anew. What is the same
 * already is left alone.
 * @param actor a user's id; null: the system
 */
export async function writeCompanies(tx: Writer, drafts: readonly CompanyDraft[], actor: string | null): Promise<Tally> {
  const stored = await storedCompanies(tx, drafts.map((draft) => draft.id))
  const differing = drafts.filter((draft) => !stored.has(draft.id) || !same(draft, stored.get(draft.id)!))
  const changed = differing.filter((draft) => stored.has(draft.id))
  const tally = { added: differing.length - changed.length, changed: changed.length, unchanged: drafts.length - differing.length }
  if (differing.length === 0) return tally
  const at = now()
  const rows = differing.map((draft): Company => ({
    ...(Object.fromEntries(members.map((member) => [member, draft[member]])) as CompanyDraft),
    nameKey: nameKeyOf(draft),
    ...companySortKeys(draft),
    createdAt: stored.get(draft.id)?.createdAt ?? at,
    updatedAt: at,
  }))
  for (const batch of batches(rows)) {
    await tx.insert(companies).values(batch).onConflictDoUpdate({ target: companies.id, set: incoming(companies, ['id', 'createdAt']) })
  }
  await recordAll(
    tx,
    actor,
    differing.map(({ id, state }) => ({ subject: `company:${id}`, verb: stored.has(id) ? 'company-changed' : 'company-added', codes: { state } })),
  )
  const version = await bumpVersion(tx)
  await deriveListingsOf(tx, changed.map((draft) => draft.id), version)
  return tally
}
