import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { forums, projectEvents, projectParties, projects } from '#db/schema/projects.ts'
import { fold } from '../catalogue/search/folding.ts'
import { readFields } from '../catalogue/taxonomy.server.ts'
import type { RegisterSearch } from './search-form.ts'

export const PAGE = 20

type Party = Pick<typeof projectParties.$inferSelect, 'projectId' | 'side' | 'kind' | 'nameJa' | 'nameZh' | 'partyKey' | 'fromOn' | 'untilOn'>
const partyColumns = {
  projectId: projectParties.projectId, side: projectParties.side, kind: projectParties.kind, nameJa: projectParties.nameJa, nameZh: projectParties.nameZh,
  partyKey: projectParties.partyKey, fromOn: projectParties.fromOn, untilOn: projectParties.untilOn,
}
const partyView = ({ side, kind, nameJa, nameZh, partyKey, fromOn, untilOn }: Party) => ({ side, kind, name: { ja: nameJa, zh: nameZh }, key: partyKey, fromOn, untilOn })
export type PartyView = ReturnType<typeof partyView>

const rowColumns = {
  id: projects.id, slug: projects.slug, number: projects.number, forum: projects.forum, announcedOn: projects.announcedOn, state: projects.state, titleJa: projects.titleJa,
  titleZh: projects.titleZh, fields: projects.fields, region: projects.region, status: projects.status, lastConfirmedOn: projects.lastConfirmedOn,
}
type Row = { [K in keyof typeof rowColumns]: (typeof projects.$inferSelect)[K] }

async function partiesOf(db: Reader, ids: string[]): Promise<Map<string, PartyView[]>> {
  const rows = ids.length > 0 ? await db.select(partyColumns).from(projectParties).where(inArray(projectParties.projectId, ids)).orderBy(asc(projectParties.projectId), asc(projectParties.position)) : []
  const found = new Map<string, PartyView[]>()
  for (const row of rows) found.set(row.projectId, [...(found.get(row.projectId) ?? []), partyView(row)])
  return found
}

/** Names and firms, in the order of the list: the newest round first, within it by number. */
async function withParties(db: Reader, rows: Row[]) {
  const parties = await partiesOf(db, rows.map((row) => row.id))
  return rows.map(({ titleJa, titleZh, ...row }) => ({ ...row, title: { ja: titleJa, zh: titleZh }, parties: parties.get(row.id) ?? [] }))
}
export type ProjectRow = Awaited<ReturnType<typeof withParties>>[number]

/**
 * Projects that have all the words and marks asked for: the announced ones, or those that the desk asks for. The register holds hundreds, so that filters and their
 * counts are taken from one reading of its marks.
 */
export async function searchProjects(db: Reader, search: RegisterSearch, among: SQL | undefined = eq(projects.state, 'announced')) {
  const all = await db
    .select({ ...rowColumns, searchText: projects.searchText })
    .from(projects)
    .where(among)
    .orderBy(desc(projects.forum), asc(projects.number), asc(projects.slug))
  const tree = await readFields(db)
  const parentOf = new Map(tree.map((field) => [field.id, field.parentId]))
  const fieldsOf = (row: { fields: string[] }) => new Set(row.fields.flatMap((id) => [id, parentOf.get(id)]).filter((id): id is string => Boolean(id)))
  const asked = fold(search.q).split(/\s+/).filter(Boolean)
  const tests = {
    q: (row: (typeof all)[number]) => asked.every((word) => row.searchText.includes(word)),
    forum: (row: (typeof all)[number]) => !search.forum || row.forum === search.forum,
    field: (row: (typeof all)[number]) => !search.field || fieldsOf(row).has(search.field),
    region: (row: (typeof all)[number]) => !search.region || row.region === search.region,
    status: (row: (typeof all)[number]) => !search.status || row.status === search.status,
  }
  type Mark = keyof typeof tests
  const passing = (except?: Mark) => all.filter((row) => (Object.keys(tests) as Mark[]).every((mark) => mark === except || tests[mark](row)))
  const tally = (except: Mark, marks: (row: (typeof all)[number]) => Iterable<string>) => {
    const counts = new Map<string, number>()
    for (const row of passing(except)) for (const mark of marks(row)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    return [...counts].map(([value, n]) => ({ value, n }))
  }
  const found = passing()
  return {
    total: found.length,
    registered: all.length,
    items: await withParties(db, found.slice((search.page - 1) * PAGE, search.page * PAGE).map(({ searchText: _text, ...row }) => row)),
    choices: {
      forum: tally('forum', (row) => (row.forum ? [String(row.forum)] : [])).sort((a, b) => Number(b.value) - Number(a.value)),
      field: tally('field', (row) => [...fieldsOf(row)].filter((id) => parentOf.get(id) === null)).sort((a, b) => b.n - a.n),
      region: tally('region', (row) => (row.region ? [row.region] : [])).sort((a, b) => b.n - a.n),
      status: tally('status', (row) => [row.status]).sort((a, b) => b.n - a.n),
    },
  }
}

/** Rounds of the forum: what was published about each, and how many of its projects are registered here. */
export async function readRounds(db: Reader) {
  const [rounds, counts] = await Promise.all([
    db.select().from(forums).orderBy(asc(forums.round)),
    db.select({ forum: projects.forum, n: count() }).from(projects).where(eq(projects.state, 'announced')).groupBy(projects.forum),
  ])
  const registered = new Map(counts.map((row) => [row.forum, row.n]))
  return rounds.map(({ nameJa, nameZh, sourceJa, sourceZh, ...round }) => ({
    ...round,
    name: { ja: nameJa, zh: nameZh },
    source: sourceJa || sourceZh ? { ja: sourceJa, zh: sourceZh } : null,
    registered: registered.get(round.round) ?? 0,
  }))
}
export type Round = Awaited<ReturnType<typeof readRounds>>[number]

/** An announced project with its public history, or null. */
export async function readProject(db: Reader, slug: string) {
  const [row] = await db.select().from(projects).where(and(eq(projects.slug, slug), eq(projects.state, 'announced')))
  if (!row) return null
  const [parties, events, [round]] = await Promise.all([
    partiesOf(db, [row.id]),
    db
      .select({ id: projectEvents.id, verb: projectEvents.verb, on: projectEvents.on, source: projectEvents.source, codes: projectEvents.codes, ja: projectEvents.textJa, zh: projectEvents.textZh })
      .from(projectEvents)
      .where(and(eq(projectEvents.projectId, row.id), eq(projectEvents.public, true)))
      .orderBy(asc(projectEvents.on), asc(projectEvents.id)),
    row.forum ? db.select().from(forums).where(eq(forums.round, row.forum)) : Promise.resolve([]),
  ])
  return {
    id: row.id,
    slug: row.slug,
    title: { ja: row.titleJa, zh: row.titleZh },
    summary: { ja: row.summaryJa, zh: row.summaryZh },
    number: row.number,
    forum: round ? { round: round.round, name: { ja: round.nameJa, zh: round.nameZh } } : null,
    announcedOn: row.announcedOn,
    fields: row.fields,
    region: row.region,
    regionBasis: row.regionBasis,
    status: row.status,
    statusOn: row.statusOn,
    lastConfirmedOn: row.lastConfirmedOn,
    parties: parties.get(row.id) ?? [],
    events,
  }
}
export type ProjectView = NonNullable<Awaited<ReturnType<typeof readProject>>>

/** A body that takes part somewhere, with all its announced projects, or null. */
export async function readParty(db: Reader, key: string) {
  const mine = await db
    .select({ ...partyColumns, companyId: projectParties.companyId })
    .from(projectParties)
    .innerJoin(projects, and(eq(projects.id, projectParties.projectId), eq(projects.state, 'announced')))
    .where(eq(projectParties.partyKey, key))
    .orderBy(desc(projects.announcedOn), asc(projects.number))
  const newest = mine[0]
  if (!newest) return null
  const [rows, [company]] = await Promise.all([
    db.select(rowColumns).from(projects).where(inArray(projects.id, [...new Set(mine.map((row) => row.projectId))])).orderBy(desc(projects.forum), asc(projects.number), asc(projects.slug)),
    newest.companyId
      ? db.select({ slug: companies.slug, nameJa: companies.nameJa, nameZh: companies.nameZh }).from(companies).where(and(eq(companies.id, newest.companyId), eq(companies.state, 'published')))
      : Promise.resolve([]),
  ])
  return {
    party: partyView(newest),
    company: company ? { slug: company.slug, name: { ja: company.nameJa, zh: company.nameZh } } : null,
    projects: await withParties(db, rows),
  }
}

/** How many announced projects a listed firm takes part in, and the key of its page. */
export async function projectsOfCompany(db: Reader, companyId: string): Promise<{ key: string; n: number } | null> {
  const rows = await db
    .selectDistinct({ key: projectParties.partyKey, id: projectParties.projectId })
    .from(projectParties)
    .innerJoin(projects, and(eq(projects.id, projectParties.projectId), eq(projects.state, 'announced')))
    .where(eq(projectParties.companyId, companyId))
    .orderBy(asc(projectParties.partyKey), asc(projectParties.projectId))
  return rows[0] ? { key: rows[0].key, n: rows.length } : null
}
