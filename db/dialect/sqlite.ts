/** The SQLite kit: one of the two files that name an engine. Both export the same names. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { sql, type SQL } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import {
  getTableConfig,
  index,
  integer as sqliteInteger,
  primaryKey,
  sqliteTable,
  type SQLiteTable,
  text as sqliteText,
  uniqueIndex as unique,
} from 'drizzle-orm/sqlite-core'
import { documentTables, type Collection, type Connection, type Match } from './contract.ts'

export const engine = 'sqlite' as const

type Handle = BetterSQLite3Database & { $client: Database.Database }
export type Reader = Pick<Handle, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'>
export type Writer = Reader & Pick<Handle, 'insert' | 'update' | 'delete'>

export const table = sqliteTable
export { index, primaryKey, unique }
export const text = () => sqliteText()
/** Text compared and sorted by code point, alike on both engines. */
export const sortKey = () => sqliteText()
export const integer = () => sqliteInteger()
export const serial = () => sqliteInteger().primaryKey({ autoIncrement: true })
export const flag = () => sqliteInteger({ mode: 'boolean' })
export const instant = () => sqliteInteger({ mode: 'timestamp_ms' })
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>()
export const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  sqliteText({ enum: values as unknown as [T[number], ...T[number][]] })
export const id = () =>
  sqliteText()
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID())

/** True for a unique-key violation, the only database error a mutation may expect. */
export function isDuplicate(error: unknown): boolean {
  const code = (error as { code?: string; cause?: { code?: string } })?.code ?? (error as { cause?: { code?: string } })?.cause?.code
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

const inTransaction = new AsyncLocalStorage<true>()

/**
 * Opens a database file with one reader and one writer connection. Writes are queued: better-sqlite3 refuses
 * asynchronous transaction callbacks, so begin/commit are ours. `synchronous=FULL`: what a visitor was told is
 * stored survives a power cut; with WAL that costs one fsync a commit.
 * @param url path of the database file
 */
export async function open(url: string): Promise<Connection<Reader, Writer>> {
  mkdirSync(dirname(url), { recursive: true })
  const writerFile = new Database(url, { timeout: 15_000 })
  writerFile.pragma('journal_mode = WAL')
  writerFile.pragma('synchronous = FULL')
  writerFile.pragma('foreign_keys = ON')
  // What is erased is overwritten, not merely let go.
  writerFile.pragma('secure_delete = ON')
  writerFile.pragma('cache_size = -32000')
  const readerFile = new Database(url, { timeout: 15_000 })
  readerFile.pragma('query_only = ON')
  readerFile.pragma('cache_size = -64000')
  readerFile.pragma('mmap_size = 1073741824')
  const reader = drizzle(readerFile, { casing: 'snake_case' })
  const writer = drizzle(writerFile, { casing: 'snake_case' })

  let last: Promise<unknown> = Promise.resolve()
  const transact = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => {
    if (inTransaction.getStore()) throw new Error('transact may not be nested')
    const mine = last.then(() =>
      inTransaction.run(true, async () => {
        writerFile.exec('begin immediate')
        try {
          const result = await work(writer)
          writerFile.exec('commit')
          return result
        } catch (error) {
          if (writerFile.inTransaction) writerFile.exec('rollback')
          throw error
        }
      }),
    )
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    engine,
    db: reader,
    transact,
    async migrate(folder) {
      runMigrations(writer, { migrationsFolder: `${folder}/sqlite` })
    },
    async snapshot(read) {
      const file = new Database(url, { readonly: true, timeout: 15_000 })
      try {
        file.exec('begin')
        return await read(drizzle(file, { casing: 'snake_case' }))
      } finally {
        file.close()
      }
    },
    async backup(file) {
      // In one step: a copy in several begins anew whenever another process writes.
      await readerFile.backup(file, { progress: () => Number.MAX_SAFE_INTEGER })
    },
    async scrub() {
      // In turn with the transactions: the log that still holds what was erased is written back and emptied.
      const mine = last.then(() => writerFile.pragma('wal_checkpoint(TRUNCATE)'))
      last = mine.catch(() => undefined)
      await mine
    },
    async close() {
      await last
      readerFile.close()
      writerFile.close()
    },
  }
}

/** The tables that a table's rows refer to. */
export const referred = (of: SQLiteTable): SQLiteTable[] => getTableConfig(of).foreignKeys.map((key) => key.reference().foreignTable)

/** After rows were stored with their numbers: the next number follows the highest. */
export async function alignSerials(_tx: Writer, _of: SQLiteTable): Promise<void> {
  // AUTOINCREMENT has seen them already.
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function prepared(handle: Reader | Writer, source: string): Database.Statement {
  const client = (handle as Handle).$client
  let known = statements.get(client)
  if (!known) statements.set(client, (known = new Map<string, Database.Statement>()))
  let statement = known.get(source)
  if (!statement) known.set(source, (statement = client.prepare(source)))
  return statement
}

/**
 * Stores the search tokens of a document, replacing earlier ones.
 * @param streams each a space-joined run of tokens; a phrase never matches across two streams
 */
export async function putDocument(tx: Writer, doc: number, streams: readonly string[], of: Collection = 'listings'): Promise<void> {
  await dropDocument(tx, doc, of)
  prepared(tx, `insert into ${documentTables[of]} (rowid, tokens) values (?, ?)`).run(doc, streams.join(' ␞ '))
}

export async function dropDocument(tx: Writer, doc: number, of: Collection = 'listings'): Promise<void> {
  prepared(tx, `delete from ${documentTables[of]} where rowid = ?`).run(doc)
}

const quote = (token: string) => `"${token.replaceAll('"', '""')}"`

/** FTS5 syntax of a match; the tokens themselves never contain ASCII punctuation. */
function expression(match: Match): string {
  return match
    .map((phrase) => phrase.tokens.map(quote).join(' + ') + (phrase.prefix ? '*' : ''))
    .join(' OR ')
}

/** The ids of all documents in which at least one of the phrases occurs, in no particular order. */
export async function matchDocuments(db: Reader, match: Match): Promise<number[]> {
  if (match.length === 0) return []
  // One long string crosses into JavaScript faster than thousands of rows.
  const joined = prepared(db, "select group_concat(rowid, ' ') from search_documents where search_documents match ?")
    .pluck()
    .get(expression(match)) as string | null
  return joined ? readNumbers(joined) : []
}

/** As `matchDocuments`, to be put into a `where` of one's own: `column in …`. */
export function documentsOf(match: Match, of: Collection): SQL {
  const found = sql.identifier(documentTables[of])
  return sql`(select rowid from ${found} where ${found} match ${expression(match)})`
}

function readNumbers(joined: string): number[] {
  const numbers: number[] = []
  let number = 0
  for (let at = 0; at < joined.length; at++) {
    const unit = joined.charCodeAt(at)
    if (unit === 0x20) {
      numbers.push(number)
      number = 0
    } else number = number * 10 + unit - 0x30
  }
  numbers.push(number)
  return numbers
}

/** One number from `facts`, 0 when there is none: asked by every page, so it takes the shortest way. */
export async function readFact(db: Reader, name: string): Promise<number> {
  return (prepared(db, 'select number from facts where name = ?').pluck().get(name) as number | undefined) ?? 0
}

/** Merges the full-text segments after a bulk load; what was dropped is gone from the file then. */
export async function settleDocuments(tx: Writer, of: Collection = 'listings'): Promise<void> {
  prepared(tx, `insert into ${documentTables[of]} (${documentTables[of]}) values ('optimize')`).run()
}
