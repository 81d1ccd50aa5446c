import { getTableName, is, Table } from 'drizzle-orm'
import { referred } from '#db/dialect'
import * as accounts from './schema/accounts.ts'
import * as candidacies from './schema/candidacies.ts'
import * as campaigns from './schema/campaigns.ts'
import * as catalogue from './schema/catalogue.ts'
import * as flyers from './schema/flyers.ts'
import * as inquiries from './schema/inquiries.ts'
import * as platform from './schema/platform.ts'
import * as projects from './schema/projects.ts'
import * as surveys from './schema/surveys.ts'

const schemas = [accounts, campaigns, catalogue, flyers, inquiries, projects, candidacies, surveys, platform]
export type AnyTable = Parameters<typeof referred>[0]

const all = schemas.flatMap((schema) => Object.values<unknown>(schema).filter((value): value is AnyTable => is(value, Table)))

/** All tables of the schema; each comes after those that its rows refer to. */
export const tables: readonly AnyTable[] = inDependencyOrder(all)

function inDependencyOrder(left: readonly AnyTable[]): AnyTable[] {
  const done: AnyTable[] = []
  const visit = (table: AnyTable) => {
    if (done.includes(table)) return
    for (const other of referred(table)) if (other !== table) visit(other)
    done.push(table)
  }
  for (const table of [...left].sort((a, b) => (getTableName(a) < getTableName(b) ? -1 : 1))) visit(table)
  return done
}
