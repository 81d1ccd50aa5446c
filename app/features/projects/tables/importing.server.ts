import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectImports } from '#db/schema/candidacies.ts'
import { forums, projectEvents, projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { csvText } from '#app/platform/csv.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { batches } from '../../catalogue/batches.ts'
import { recordAll } from '../../catalogue/history.server.ts'
import { readFields } from '../../catalogue/taxonomy.server.ts'
import { bumpVersion } from '../../catalogue/version.server.ts'
import { drawnSlug, numberedSlug } from '../candidates/proposing.server.ts'
import { enterProjects } from '../entering.server.ts'
import { refused, subjectOf, type Done } from '../life/recording.server.ts'
import { heldProjects } from './holding.server.ts'
import { guessColumns, isMember, templateHeadings } from './columns.ts'
import { planTable, titleKey, type Surroundings } from './planning.ts'
import { readTable, type Table, type TableRefusal } from './reading.ts'

export type ProjectImport = typeof projectImports.$inferSelect

/** Keeps a table until somebody says yes, with a guess at what its columns mean. */
export async function keepTable(tx: Writer, clerk: Secretary, name: string, source: string): Promise<{ ok: true; id: string } | { ok: false; reason: TableRefusal; row?: number }> {
  const read = readTable(source)
  if (!read.ok) return read
  const [row] = await tx
    .insert(projectImports)
    .values({ userId: clerk.id, name: name.replace(/^.*[\\/]/, '').slice(0, 120), source, columns: guessColumns(read.table.headings), state: 'open', total: read.table.rows.length, projectIds: [], createdAt: now() })
    .returning({ id: projectImports.id })
  return { ok: true, id: row!.id }
}

export async function readImport(db: Reader, id: string): Promise<ProjectImport | null> {
  const [row] = await db.select().from(projectImports).where(eq(projectImports.id, id))
  return row ?? null
}

export const recentImports = (db: Reader) =>
  db.select({ id: projectImports.id, name: projectImports.name, state: projectImports.state, total: projectImports.total, createdAt: projectImports.createdAt }).from(projectImports).orderBy(desc(projectImports.createdAt), desc(projectImports.id)).limit(10)

function tableOf(source: string): Table {
  const read = readTable(source)
  if (!read.ok) throw new Error(`a kept table is unreadable: ${read.reason}`)
  return read.table
}

async function surroundings(db: Reader): Promise<Surroundings> {
  const [rounds, fields, present] = await Promise.all([
    db.select({ round: forums.round, date: forums.date }).from(forums),
    readFields(db),
    db.select({ forum: projects.forum, number: projects.number, ja: projects.titleJa, zh: projects.titleZh }).from(projects).where(and(eq(projects.state, 'announced'), isNotNull(projects.announcedOn))),
  ])
  return {
    rounds, fields, today: today(),
    numbers: new Set(present.flatMap(({ forum, number }) => (forum !== null && number !== null ? [`${forum}/${number}`] : []))),
    titles: new Set(present.flatMap(({ ja, zh }) => [ja, zh]).flatMap((title) => (title ? [titleKey(title)] : []))),
  }
}

/** The dry run: what committing the table would enter, and everything that keeps it from being committed. */
export async function planImport(db: Reader, { source, columns }: Pick<ProjectImport, 'source' | 'columns'>) {
  const table = tableOf(source)
  return { table, ...planTable(table, columns, await surroundings(db)) }
}

/** Says what the columns mean; a member named twice counts where it stands first. */
export async function mapColumns(tx: Writer, id: string, columns: readonly string[]): Promise<boolean> {
  const [row] = await tx.select({ source: projectImports.source }).from(projectImports).where(and(eq(projectImports.id, id), eq(projectImports.state, 'open')))
  if (!row) return false
  const used = new Set<string>()
  const mapped = tableOf(row.source).headings.map((_, at) => {
    const member = columns[at] ?? ''
    if (!isMember(member) || used.has(member)) return ''
    used.add(member)
    return member
  })
  const [changed] = await tx.update(projectImports).set({ columns: mapped }).where(and(eq(projectImports.id, id), eq(projectImports.state, 'open'))).returning()
  return changed !== undefined
}

/** The same table with its rows mended; the meaning of the columns stays where the headings do. */
export async function mendTable(tx: Writer, id: string, source: string): Promise<{ ok: true } | { ok: false; reason: TableRefusal | 'already-moved'; row?: number }> {
  const kept = await readImport(tx, id)
  if (kept?.state !== 'open') return { ok: false, reason: 'already-moved' }
  const read = readTable(source)
  if (!read.ok) return read
  const same = tableOf(kept.source).headings.join('\t') === read.table.headings.join('\t')
  await tx.update(projectImports).set({ source, total: read.table.rows.length, ...(same ? {} : { columns: guessColumns(read.table.headings) }) }).where(and(eq(projectImports.id, id), eq(projectImports.state, 'open')))
  return { ok: true }
}

/** Enters the whole table or nothing of it. */
export async function commitImport(tx: Writer, clerk: Secretary, id: string): Promise<Done> {
  const [held] = await tx.update(projectImports).set({ state: 'done', endedAt: now() }).where(and(eq(projectImports.id, id), eq(projectImports.state, 'open'))).returning()
  if (!held) return refused('already-moved')
  const { entries, problems } = await planImport(tx, held)
  if (problems.length > 0) {
    await tx.update(projectImports).set({ state: 'open', endedAt: null }).where(eq(projectImports.id, id))
    return refused('has-problems')
  }
  const taken = new Set((await tx.select({ slug: projects.slug }).from(projects)).map((row) => row.slug))
  const slugs = entries.map(({ forum, number }) => {
    const slug = forum && number ? numberedSlug(forum, number) : drawnSlug()
    return taken.has(slug) ? drawnSlug() : slug
  })
  const ids = await enterProjects(tx, entries.map((entry, at) => ({ ...entry, slug: slugs[at]! })), clerk.id)
  await tx.update(projectImports).set({ projectIds: ids, source: '' }).where(eq(projectImports.id, id))
  await record(tx, `project-import:${id}`, clerk.id, 'projects-imported', { n: ids.length })
  return { ok: true }
}

/**
 * Takes a committed table back as one step. What somebody has worked on, or what a survey or anything else refers to,
 * stays: then nothing is taken back, or with `rest` everything but that.
 */
export async function undoImport(tx: Writer, clerk: Secretary, id: string, rest = false): Promise<Done> {
  const [held] = await tx.update(projectImports).set({ state: 'undone' }).where(and(eq(projectImports.id, id), eq(projectImports.state, 'done'))).returning()
  if (!held) return refused('already-moved')
  const kept = new Set((await heldProjects(tx, held.projectIds)).map((project) => project.id))
  const free = held.projectIds.filter((projectId) => !kept.has(projectId))
  if (kept.size > 0) {
    await tx.update(projectImports).set({ state: 'done', ...(rest ? { projectIds: [...kept] } : {}) }).where(eq(projectImports.id, id))
    if (!rest || free.length === 0) return refused('touched')
  }
  for (const batch of batches(free)) {
    await tx.delete(projectEvents).where(inArray(projectEvents.projectId, batch))
    await tx.delete(projectParties).where(inArray(projectParties.projectId, batch))
    await tx.delete(projects).where(inArray(projects.id, batch))
  }
  await recordAll(tx, clerk.id, free.map((projectId) => ({ subject: subjectOf(projectId), verb: 'project-taken-back' })))
  await record(tx, `project-import:${id}`, clerk.id, 'import-undone', { n: free.length })
  await bumpVersion(tx)
  return { ok: true }
}

export const templateCsv = (locale: Locale) => csvText([templateHeadings(locale)])
