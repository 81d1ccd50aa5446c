import { createReadStream, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { asc, getTableColumns, getTableName, gt, type Column } from 'drizzle-orm'
import { alignSerials } from '#db/dialect'
import type { Reader, Writer } from './index.ts'
import { tables, type AnyTable } from './tables.ts'

/** A portable copy of all tables: one file a table, one row a line, the same on every engine. The search index is left out. */

const PAGE = 500
type Row = Record<string, unknown>

const fileOf = (folder: string, table: AnyTable) => join(folder, `${getTableName(table)}.jsonl`)

/** @param db a snapshot, so that all tables are of one moment */
export async function dumpTables(db: Reader, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const table of tables) {
    const file = await open(fileOf(folder, table), 'wx', 0o600)
    try {
      for await (const page of pagesOf(db, table)) await file.write(page.map((row) => `${JSON.stringify(encoded(row))}\n`).join(''))
    } finally {
      await file.close()
    }
  }
}

/** Fills empty tables from a portable copy, in the order that references need. */
export async function fillTables(tx: Writer, folder: string): Promise<void> {
  for (const table of tables) {
    const columns: Record<string, Column> = getTableColumns(table)
    let page: Row[] = []
    const store = async () => {
      if (page.length > 0) await tx.insert(table).values(page)
      page = []
    }
    for await (const line of createInterface({ input: createReadStream(fileOf(folder, table)), crlfDelay: Infinity })) {
      page.push(decoded(JSON.parse(line) as Row, columns))
      if (page.length === PAGE) await store()
    }
    await store()
    await alignSerials(tx, table)
  }
}

/** The name of a table that holds rows, or null. */
export async function filledTable(db: Reader): Promise<string | null> {
  for (const table of tables) if ((await db.$count(table)) > 0) return getTableName(table)
  return null
}

async function* pagesOf(db: Reader, table: AnyTable): AsyncGenerator<Row[]> {
  const [name, key] = Object.entries<Column>(getTableColumns(table)).find(([, column]) => column.primary)!
  for (let last: unknown = null; ; ) {
    const page: Row[] = await db
      .select()
      .from(table)
      .where(last === null ? undefined : gt(key, last))
      .orderBy(asc(key))
      .limit(PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    last = page.at(-1)![name]
  }
}

/** Moments become ISO texts, bytes base64. */
const encoded = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value]))

function decoded(row: Row, columns: Record<string, Column>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const column = columns[name]
      if (!column) throw new Error(`unknown column ${name}`)
      if (value === null) return [name, null]
      if (column.dataType === 'date') return [name, new Date(value as string)]
      if (column.dataType === 'custom' && typeof value === 'object' && 'base64' in value) return [name, Buffer.from(String(value.base64), 'base64')]
      return [name, value]
    }),
  )
}
