import { asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { projectEvents, projectParties, projects, type partyKinds, type partySides, type projectSources, type projectStatuses } from '#db/schema/projects.ts'
import { now, today } from '#app/platform/clock.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { batches } from '../catalogue/batches.ts'
import { recordAll } from '../catalogue/history.server.ts'
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
  parties: PartyInput[]
  fields: string[]
  number?: number | null
  forum?: number | null
  /** YYYY-MM-DD; a candidate has none */
  announcedOn?: string | null
  region?: string | null
  regionBasis?: string | null
  status?: (typeof projectStatuses)[number]
  originInquiryId?: string | null
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

/** A body's key: that of the listed firm where it is one, else one made from its name. */
const partyKeyOf = (name: Name, companyId: string | null) => companyId ?? sha256(nameKeys(name)[0] ?? '').slice(0, 16)

/**
 * Enters projects, each with its parties and the first line of its history. Slugs must be free. Parties are joined to
 * listed firms by name; names stay as announced.
 * @param actor a user's id; null: the system
 */
export async function enterProjects(tx: Writer, inputs: readonly ProjectInput[], actor: string | null, source: (typeof projectSources)[number] = 'announcement'): Promise<string[]> {
  if (inputs.length === 0) return []
  const firms = await firmsByName(tx)
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
        fields: input.fields,
        region: input.region ?? null,
        regionBasis: input.regionBasis ?? null,
        status: input.status ?? (announcedOn ? ('signed' as const) : ('unknown' as const)),
        statusOn: announcedOn,
        lastConfirmedOn: announcedOn,
        originInquiryId: input.originInquiryId ?? null,
        searchText: searchTextOf(input.title, input.parties.map((party) => party.name)),
        createdAt: at,
        updatedAt: at,
      }
    })
    await tx.insert(projects).values(rows)
    const parties = batch.flatMap((input, which) =>
      input.parties.map((party, position) => {
        const companyId = nameKeys(party.name).map((key) => firms.get(key)).find(Boolean) ?? null
        return {
          projectId: rows[which]!.id,
          side: party.side,
          kind: party.kind,
          nameJa: party.name.ja,
          nameZh: party.name.zh,
          partyKey: partyKeyOf(party.name, companyId),
          companyId,
          position,
          fromOn: party.fromOn ?? input.announcedOn ?? null,
          createdAt: at,
        }
      }),
    )
    for (const part of batches(parties, 200)) await tx.insert(projectParties).values(part)
    await tx.insert(projectEvents).values(
      rows.map((row) => ({
        projectId: row.id,
        verb: row.announcedOn ? ('announced' as const) : ('note' as const),
        on: row.announcedOn ?? today(at),
        source,
        codes: { forum: row.forum },
        public: row.announcedOn !== null,
        authorId: actor,
        createdAt: at,
      })),
    )
    await recordAll(tx, actor, rows.map((row) => ({ subject: `project:${row.id}`, verb: 'project-entered', codes: { state: row.state } })))
  }
  return ids
}
