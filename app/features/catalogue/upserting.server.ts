import { getTableColumns, sql, type SQL, type Table } from 'drizzle-orm'

/** What an upsert sets when the row is there already: every column's new value, except those named. */
export function incoming<T extends Table>(table: T, except: readonly (keyof T['_']['columns'] & string)[]): Partial<Record<keyof T['_']['columns'] & string, SQL>> {
  const kept = new Set<string>(except)
  return Object.fromEntries(
    Object.keys(getTableColumns(table))
      .filter((column) => !kept.has(column))
      .map((column) => [column, sql.raw(`excluded.${snake(column)}`)]),
  ) as Partial<Record<keyof T['_']['columns'] & string, SQL>>
}

const snake = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
