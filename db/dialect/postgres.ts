/** The PostgreSQL kit: one of the two files that name an engine. Both export the same names. */
import { sql, type SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import {
  boolean,
  customType,
  getTableConfig,
  index,
  integer as pgInteger,
  jsonb,
  pgTable,
  type PgTable,
  primaryKey,
  serial as pgSerial,
  text as pgText,
  timestamp,
  uniqueIndex as unique,
} from 'drizzle-orm/pg-core'
import { documentTables, type Collection, type Connection, type Match } from './contract.ts'

export const engine = 'postgres' as const

type Handle = NodePgDatabase
export type Reader = Pick<Handle, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>
export type Writer = Reader & Pick<Handle, 'insert' | 'update' | 'delete'>

export const table = pgTable
export { index, primaryKey, unique }
export const text = () => pgText()
/** Text compared and sorted by code point, alike on both engines. */
export const sortKey = () => collated()
const collated = customType<{ data: string }>({ dataType: () => 'text collate "C"' })
export const integer = () => pgInteger()
export const serial = () => pgSerial().primaryKey()
export const flag = () => boolean()
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
export const json = <T>() => jsonb().$type<T>()
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  pgText({ enum: values as unknown as [T[number], ...T[number][]] })
export const id = () =>
  pgText()
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID())

/** True for a unique-key violation, the only database error a mutation may expect. */
export function isDuplicate(error: unknown): boolean {
  const code = (error as { code?: string })?.code ?? (error as { cause?: { code?: string } })?.cause?.code
  return code === '23505'
}

/**
 * Opens a server (`postgres://…`) or, for tests, an embedded PGlite (`pglite:` in memory, `pglite:FOLDER` on disk).
 */
export async function open(url: string): Promise<Connection<Reader, Writer>> {
  if (url.startsWith('pglite:')) return openEmbedded(url.slice('pglite:'.length))
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => undefined)
  const handle = drizzle(pool, { casing: 'snake_case' })
  return connection(handle, (folder) => runMigrations(handle, { migrationsFolder: folder }), () => pool.end())
}

async function openEmbedded(folder: string): Promise<Connection<Reader, Writer>> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle: embed } = await import('drizzle-orm/pglite')
  const { migrate } = await import('drizzle-orm/pglite/migrator')
  const client = await PGlite.create(folder || 'memory://')
  const handle = embed(client, { casing: 'snake_case' })
  return connection(handle as unknown as Handle, (path) => migrate(handle, { migrationsFolder: path }), () => client.close())
}

function connection(
  handle: Handle,
  migrate: (folder: string) => Promise<void>,
  close: () => Promise<void>,
): Connection<Reader, Writer> {
  return {
    engine,
    db: handle,
    transact: (work) => handle.transaction((tx) => work(tx as unknown as Writer)),
    migrate: (folder) => migrate(`${folder}/postgres`),
    snapshot: (read) => handle.transaction((tx) => read(tx), { isolationLevel: 'repeatable read', accessMode: 'read only' }),
    backup: null,
    async scrub() {
      // The server's own vacuum takes dead rows away; its log and its backups expire as their keeper set them.
    },
    close,
  }
}

const run = (handle: Reader | Writer, query: ReturnType<typeof sql>) => (handle as Handle).execute(query)

/** The tables that a table's rows refer to. */
export const referred = (of: PgTable): PgTable[] => getTableConfig(of).foreignKeys.map((key) => key.reference().foreignTable)

/** After rows were stored with their numbers: the next number follows the highest. */
export async function alignSerials(tx: Writer, of: PgTable): Promise<void> {
  const { name, columns } = getTableConfig(of)
  for (const column of columns.filter((one) => one.getSQLType() === 'serial')) {
    const own = sql.identifier(column.name)
    await run(tx, sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), coalesce(max(${own}), 1), max(${own}) is not null) from ${sql.identifier(name)}`)
  }
}

/** PostgreSQL keeps positions up to 16,383; longer streams go on in a further row, overlapping so that no phrase is lost. */
const STREAM_LIMIT = 16_000
const OVERLAP = 40

/**
 * Stores the search tokens of a document, replacing earlier ones.
 * @param streams each a space-joined run of tokens; a phrase never matches across two streams
 */
export async function putDocument(tx: Writer, doc: number, streams: readonly string[], of: Collection = 'listings'): Promise<void> {
  await dropDocument(tx, doc, of)
  const rows = streams.flatMap((stream) => {
    const tokens = stream.split(' ').filter(Boolean)
    const parts = []
    for (let from = 0; from < tokens.length; from += STREAM_LIMIT - OVERLAP) parts.push(tokens.slice(from, from + STREAM_LIMIT))
    return parts.map((part) => part.map((token, at) => `${literal(token)}:${at + 1}`).join(' '))
  })
  if (rows.length === 0) return
  const values = rows.map((row) => sql`(${doc}::int, ${row}::tsvector)`)
  await run(tx, sql`insert into ${sql.identifier(documentTables[of])} (doc, tokens) values ${sql.join(values, sql`, `)}`)
}

export async function dropDocument(tx: Writer, doc: number, of: Collection = 'listings'): Promise<void> {
  await run(tx, sql`delete from ${sql.identifier(documentTables[of])} where doc = ${doc}`)
}

const literal = (token: string) => `'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

function expression(match: Match): string {
  return match
    .map((phrase) => `(${phrase.tokens.map(literal).join(' <-> ')}${phrase.prefix ? ':*' : ''})`)
    .join(' | ')
}

/** The ids of all documents in which at least one of the phrases occurs, in no particular order. */
export async function matchDocuments(db: Reader, match: Match): Promise<number[]> {
  if (match.length === 0) return []
  const found = await run(db, sql`select distinct doc from search_documents where tokens @@ ${expression(match)}::tsquery`)
  return (found.rows as { doc: number }[]).map((row) => row.doc)
}

/** As `matchDocuments`, to be put into a `where` of one's own: `column in …`. */
export function documentsOf(match: Match, of: Collection): SQL {
  return sql`(select doc from ${sql.identifier(documentTables[of])} where tokens @@ ${expression(match)}::tsquery)`
}

/** One number from `facts`, 0 when there is none: asked by every page, so it takes the shortest way. */
export async function readFact(db: Reader, name: string): Promise<number> {
  const found = await run(db, sql`select number from facts where name = ${name}`)
  return (found.rows as { number: number }[])[0]?.number ?? 0
}

/** Refreshes what the planner knows of the full-text index after a bulk load. */
export async function settleDocuments(tx: Writer, of: Collection = 'listings'): Promise<void> {
  await run(tx, sql`analyze ${sql.identifier(documentTables[of])}`)
}
