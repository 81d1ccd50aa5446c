import { readFile } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { db, transact, type Reader, type Writer } from '#db/index.ts'
import { listingRevisions, tableImports, technologies } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Upload } from '#app/platform/uploads.server.ts'
import { orderedContent } from '../content.ts'
import { recordAll } from '../history.server.ts'
import type { Field } from '../naming.ts'
import { standingSignOffs } from '../revising/drafting.server.ts'
import { subjectOf } from '../revising/revisions.server.ts'
import { readFields } from '../taxonomy.server.ts'
import { incoming } from '../upserting.server.ts'
import { columnOf } from './columns.ts'
import { decodeTable, MAX_TABLE_BYTES, readTable, type Table, type TableRefusal } from './decoding.ts'
import { isWritable, ownTexts, type OwnText } from './own-texts.server.ts'
import { planTable, type Entry, type Plan } from './planning.ts'

export type TableImport = typeof tableImports.$inferSelect

/** Rows of one transaction: others have their turn in between, and the progress is seen. */
const AT_ONCE = 50
const MOST_ATTEMPTS = 5
/** Problems kept with an import; the page shows them all. */
const KEPT = 1_000

/** As `checkTable`, for a file that has arrived. */
export async function checkUpload(editor: Editor, { path, name, size }: Upload): ReturnType<typeof checkTable> {
  return size > MAX_TABLE_BYTES ? { ok: false, reason: 'too-large' } : checkTable(editor, name, await readFile(path))
}

/** The dry run: reads a file, looks for everything that is wrong with it, and keeps it until somebody says yes. */
export async function checkTable(editor: Editor, name: string, bytes: Uint8Array): Promise<{ ok: true; id: string } | { ok: false; reason: TableRefusal; row?: number }> {
  const decoded = decodeTable(bytes)
  if (!decoded.ok) return decoded
  const read = readTable(decoded.text, decoded.encoding)
  if (!read.ok) return read
  const { problems } = planTable(read.table, await ownTexts(db, editor.companyId), await readFields(db))
  const row = await transact(async (tx) => {
    const [made] = await tx
      .insert(tableImports)
      .values({
        companyId: editor.companyId, userId: editor.person.id, name: name.replace(/^.*[\\/]/, '').slice(0, 120), source: decoded.text, state: problems.length > 0 ? 'refused' : 'ready',
        total: read.table.rows.length, problems: problems.slice(0, KEPT), createdAt: now(),
      })
      .returning({ id: tableImports.id })
    return made!
  })
  return { ok: true, id: row.id }
}

export async function readImport(reader: Reader, id: string): Promise<TableImport | null> {
  const [row] = await reader.select().from(tableImports).where(eq(tableImports.id, id))
  return row ?? null
}

const RECENT = 10
export const recentImports = (reader: Reader, companyId: string) =>
  reader
    .select({ id: tableImports.id, name: tableImports.name, state: tableImports.state, total: tableImports.total, createdAt: tableImports.createdAt })
    .from(tableImports)
    .where(eq(tableImports.companyId, companyId))
    .orderBy(desc(tableImports.createdAt), desc(tableImports.id))
    .limit(RECENT)

/** What a table that is ready would do now, e.g. after somebody has edited one of its technologies meanwhile. */
export async function planImport(reader: Reader, { source, companyId }: TableImport): Promise<Plan> {
  return planTable(tableOf(source), await ownTexts(reader, companyId), await readFields(reader))
}

function tableOf(source: string): Table {
  const read = readTable(source)
  if (!read.ok) throw new Error(`a stored table is unreadable: ${read.reason}`)
  return read.table
}

/** ready → storing: the work is a job’s, and goes on where it was after a restart. */
export async function startStoring(tx: Writer, editor: Editor, id: string): Promise<boolean> {
  const [started] = await tx
    .update(tableImports)
    .set({ state: 'storing', userId: editor.person.id })
    .where(and(eq(tableImports.id, id), eq(tableImports.companyId, editor.companyId), eq(tableImports.state, 'ready')))
    .returning()
  if (!started) return false
  await record(tx, `company:${editor.companyId}`, editor.person.id, 'table-imported', { import: id, rows: started.total, office: editor.office })
  await schedule(tx, 'table', `table:${id}`, now(), { id })
  return true
}

/** Stores the next rows of a table as drafts; runs again at once until all are stored. */
export const storeTable: Worker = async (job) => {
  const waiting = await readImport(db, job.payload.id ?? '')
  if (waiting?.state !== 'storing') return
  if (job.attempts > MOST_ATTEMPTS) return giveUp(waiting.id)
  const table = tableOf(waiting.source)
  const fields = await readFields(db)
  const going = await transact((tx) => storeNext(tx, waiting.id, table, fields))
  // Whoever waits for a page has a turn, and sees the progress.
  await turn()
  return going ? now() : undefined
}

async function giveUp(id: string): Promise<void> {
  await transact((tx) => tx.update(tableImports).set({ state: 'failed', endedAt: now() }).where(and(eq(tableImports.id, id), eq(tableImports.state, 'storing'))).returning())
}

/** One portion and its progress in one transaction, so that no row is stored twice. */
async function storeNext(tx: Writer, id: string, table: Table, fields: readonly Field[]): Promise<boolean> {
  const [held] = await tx.update(tableImports).set({ state: 'storing' }).where(and(eq(tableImports.id, id), eq(tableImports.state, 'storing'))).returning()
  if (!held) return false
  const rows = table.rows.slice(held.done, held.done + AT_ONCE)
  const own = await ownTexts(tx, held.companyId, await namedIn(tx, held.companyId, { ...table, rows }))
  const { entries, problems } = planTable({ ...table, rows }, own, fields)
  // What was found meanwhile (a text that came under review) keeps its row from being stored, not the others.
  const faulty = new Set(problems.map((problem) => problem.row))
  await storeEntries(tx, held, entries.filter(({ row }) => !faulty.has(row)), new Map(own.map((one) => [one.id, one])))
  const done = held.done + rows.length
  const ended = done >= table.rows.length
  await tx
    .update(tableImports)
    .set({ done, problems: [...held.problems, ...problems].slice(0, KEPT), ...(ended && { state: 'done', endedAt: now(), source: '' }) })
    .where(eq(tableImports.id, id))
  return !ended
}

/** The technologies that these rows name, taken hold of until the transaction ends. */
async function namedIn(tx: Writer, companyId: string, table: Table): Promise<string[]> {
  const at = table.headings.findIndex((heading) => columnOf(heading) === 'id')
  const names = at < 0 ? [] : table.rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean)
  if (names.length === 0) return []
  const own = eq(technologies.companyId, companyId)
  const bySlug = await tx.select({ id: technologies.id }).from(technologies).where(and(own, inArray(technologies.slug, names)))
  const held = await tx
    .update(technologies)
    .set({ updatedAt: now() })
    .where(and(own, inArray(technologies.id, [...names, ...bySlug.map((row) => row.id)])))
    .returning({ id: technologies.id })
  return held.map((row) => row.id)
}

async function storeEntries(tx: Writer, { userId, companyId, id: importId, createdAt: uploadedAt }: TableImport, entries: readonly Entry[], own: ReadonlyMap<string, OwnText>): Promise<void> {
  const at = now()
  const fresh: (typeof technologies.$inferInsert)[] = []
  const revisions: (typeof listingRevisions.$inferInsert & { technologyId: string; number: number })[] = []
  entries.forEach(({ change, id, row, content: written }) => {
    if (change === 'unchanged') return
    // A table’s rows keep their order wherever texts are listed by their making, however many portions they come in.
    const createdAt = new Date(uploadedAt.getTime() + row)
    const before = id === null ? undefined : own.get(id)
    const technologyId = before?.id ?? crypto.randomUUID()
    const content = orderedContent(written)
    if (!before) fresh.push({ id: technologyId, slug: technologyId, companyId, state: 'draft', createdAt, updatedAt: at })
    const signOffs = before ? standingSignOffs(before.revision?.signOffs ?? null, before.content, content) : null
    if (before && isWritable(before.revision)) revisions.push({ ...before.revision, content, signOffs, edition: before.revision.edition + 1, editedBy: userId, editedAt: at })
    else revisions.push({ id: crypto.randomUUID(), technologyId, number: (before?.number ?? 0) + 1, state: 'draft', content, signOffs, authorId: userId, editedBy: userId, editedAt: at, createdAt })
  })
  if (fresh.length > 0) await tx.insert(technologies).values(fresh)
  if (revisions.length === 0) return
  await tx
    .insert(listingRevisions)
    .values(revisions)
    .onConflictDoUpdate({ target: listingRevisions.id, set: incoming(listingRevisions, ['id', 'technologyId', 'number', 'state', 'authorId', 'createdAt']) })
  await recordAll(tx, userId, revisions.map(({ technologyId, number }) => ({ subject: subjectOf(technologyId), verb: 'listing-drafted', codes: { revision: number, import: importId } })))
}
