import { asc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { candidacies, partyMergers, type candidateStages, type proposalWays } from '#db/schema/candidacies.ts'
import { companies } from '#db/schema/catalogue.ts'
import { projectEvents, projectParties, projects, type partyKinds, type partySides, type projectSources, type projectStatuses } from '#db/schema/projects.ts'
import { now, today } from '#app/platform/clock.ts'
import type { Codes } from '#app/platform/ledger.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { batches } from '../catalogue/batches.ts'
import { recordAll } from '../catalogue/history.server.ts'
import { bumpVersion } from '../catalogue/version.server.ts'
import { nameKeys, searchTextOf, type Name } from './parties.ts'

export interface PartyInput {
  side: (typeof partySides)[number]
  kind: (typeof partyKinds)[number]
  name: Name
  fromOn?: string | null
}

export interface ProjectInput {
  slug: string
  title: Name
  summary?: Name
  parties: PartyInput[]
  fields: string[]
  number?: number | null
  forum?: number | null
  /** YYYY-MM-DD; a candidate has none */
  announcedOn?: string | null
  region?: string | null
  regionBasis?: string | null
  status?: (typeof projectStatuses)[number]
  /** YYYY-MM-DD; without it the day of the announcement */
  statusOn?: string | null
  originInquiryId?: string | null
  /** what a candidate is proposed for, and how it came in */
  candidacy?: { forum: number | null; stage: (typeof candidateStages)[number]; way: (typeof proposalWays)[number]; submissionKey?: string; side?: (typeof partySides)[number]; locale?: string; held?: boolean }
}

/** Listed firms by the key of each of their names, former ones too, so that a party finds its firm. */
async function firmsByName(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: companies.id, nameJa: companies.nameJa, nameZh: companies.nameZh, formerNames: companies.formerNames })
    .from(companies)
    .where(eq(companies.state, 'published'))
    .orderBy(asc(companies.id))
  const found = new Map<string, string>()
  for (const { id, nameJa, nameZh, formerNames } of rows) {
    for (const name of [nameJa, nameZh, ...formerNames]) for (const key of nameKeys({ ja: name, zh: null })) found.set(key, id)
  }
  return found
}

/** Gives each body its listed firm, if it is one, and its key: the firm's, else one made from its name, else the one it was merged into. */
export async function bodiesFinder(db: Reader): Promise<(name: Name) => { companyId: string | null; partyKey: string }> {
  const [firms, merged] = await Promise.all([
    firmsByName(db),
    db.select({ from: partyMergers.fromKey, into: partyMergers.intoKey }).from(partyMergers).where(isNull(partyMergers.undoneAt)).orderBy(asc(partyMergers.at), asc(partyMergers.id)),
  ])
  const listed = new Set(firms.values())
  return (name) => {
    const keys = nameKeys(name)
    const own = keys.map((key) => firms.get(key)).find(Boolean) ?? sha256(keys[0] ?? '').slice(0, 16)
    const partyKey = merged.reduce((key, { from, into }) => (key === from ? into : key), own)
    return { companyId: listed.has(partyKey) ? partyKey : null, partyKey }
  }
}

/**
 * Enters projects, each with its parties and the first line of its history. Slugs must be free. Parties are joined to
 * listed firms by name; names stay as announced.
 * @param actor a user's id; null: the system
 */
export async function enterProjects(tx: Writer, inputs: readonly ProjectInput[], actor: string | null, source: (typeof projectSources)[number] = 'announcement'): Promise<string[]> {
  if (inputs.length === 0) return []
  const bodyOf = await bodiesFinder(tx)
  const at = now()
  const ids: string[] = []
  for (const batch of batches(inputs, 200)) {
    const rows = batch.map((input) => {
      const id = crypto.randomUUID()
      ids.push(id)
      const announcedOn = input.announcedOn ?? null
      return {
        id,
        slug: input.slug,
        number: input.number ?? null,
        forum: input.forum ?? null,
        announcedOn,
        state: announcedOn ? ('announced' as const) : ('candidate' as const),
        titleJa: input.title.ja,
        titleZh: input.title.zh,
        summaryJa: input.summary?.ja ?? null,
        summaryZh: input.summary?.zh ?? null,
        fields: input.fields,
        region: input.region ?? null,
        regionBasis: input.regionBasis ?? null,
        status: input.status ?? (announcedOn ? ('signed' as const) : ('unknown' as const)),
        statusOn: input.statusOn ?? announcedOn,
        lastConfirmedOn: input.statusOn ?? announcedOn,
        originInquiryId: input.originInquiryId ?? null,
        searchText: searchTextOf(input.title, input.parties.map((party) => party.name)),
        createdAt: at,
        updatedAt: at,
      }
    })
    await tx.insert(projects).values(rows)
    const parties = batch.flatMap((input, which) =>
      input.parties.map((party, position) => ({
        projectId: rows[which]!.id,
        side: party.side,
        kind: party.kind,
        nameJa: party.name.ja,
        nameZh: party.name.zh,
        ...bodyOf(party.name),
        position,
        fromOn: party.fromOn ?? input.announcedOn ?? null,
        createdAt: at,
      })),
    )
    for (const part of batches(parties, 200)) await tx.insert(projectParties).values(part)
    const first: (typeof projectEvents.$inferInsert)[] = rows.map((row) => ({
      projectId: row.id,
      verb: row.announcedOn ? ('announced' as const) : ('note' as const),
      on: row.announcedOn ?? today(at),
      source,
      codes: entryCodes(row),
      public: row.announcedOn !== null,
      authorId: actor,
      createdAt: at,
    }))
    const since = rows.filter((row) => row.announcedOn && row.statusOn !== row.announcedOn)
    const later = since.map((row) => ({ projectId: row.id, verb: 'status' as const, on: row.statusOn!, source, codes: { status: row.status }, public: true, authorId: actor, createdAt: at }))
    for (const part of batches([...first, ...later], 200)) await tx.insert(projectEvents).values(part)
    const proposed = batch.flatMap(({ candidacy }, which) => (candidacy ? [{ ...candidacy, projectId: rows[which]!.id, createdAt: at, updatedAt: at }] : []))
    if (proposed.length > 0) await tx.insert(candidacies).values(proposed)
    await recordAll(tx, actor, rows.map((row) => ({ subject: `project:${row.id}`, verb: 'project-entered', codes: { state: row.state } })))
  }
  await bumpVersion(tx)
  return ids
}

function entryCodes(row: { announcedOn: string | null; forum: number | null }): Codes {
  return row.announcedOn ? { forum: row.forum } : { entered: true }
}
