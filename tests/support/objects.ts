/** Rows put straight into a site's database, for tests that need one of everything and act on none of it. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataDir } from './journey.ts'

type Value = string | number | null
const opened = () => new Database(join(dataDir(), 'databank.sqlite'), { timeout: 15_000 })

/** Inserts a row; what is not named and must not be null is blank. Returns its id. */
export function put(table: string, given: Record<string, Value>): string {
  const file = opened()
  try {
    const columns = file.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number; dflt_value: unknown; pk: number }[]
    const row: Record<string, Value> = {}
    for (const { name, type, notnull, dflt_value, pk } of columns) {
      if (name in given) row[name] = given[name]!
      else if (name === 'id' && type.toLowerCase() === 'text') row[name] = crypto.randomUUID()
      else if (notnull && dflt_value === null && !pk) row[name] = type.toLowerCase() === 'integer' ? Date.now() : ''
    }
    const names = Object.keys(row)
    const done = file.prepare(`insert into ${table} (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`).run(...Object.values(row))
    return String(row.id ?? done.lastInsertRowid)
  } finally {
    file.close()
  }
}

/** The first row a query finds. */
export function take<T>(sql: string, ...values: Value[]): T {
  const file = opened()
  try {
    return file.prepare(sql).get(...values) as T
  } finally {
    file.close()
  }
}
