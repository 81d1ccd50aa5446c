import { readdirSync } from 'node:fs'
import { getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { referred } from '#db/dialect'
import { db, snapshot, transact } from '#db/index.ts'
import { facts } from '#db/schema/platform.ts'
import { tables } from '#db/tables.ts'

test('every table of every schema file is known to the portable backup', async () => {
  const names: string[] = []
  for (const file of readdirSync('db/schema')) {
    const schema = (await import(`../../db/schema/${file.replace(/\.ts$/, '')}.ts`)) as Record<string, unknown>
    for (const value of Object.values(schema)) if (is(value, Table)) names.push(getTableName(value))
  }
  expect(tables.map(getTableName).sort()).toEqual(names.sort())
})

test('each table comes after those it refers to', () => {
  const names = tables.map(getTableName)
  for (const table of tables) {
    for (const other of referred(table)) expect(names.indexOf(getTableName(other))).toBeLessThanOrEqual(names.indexOf(getTableName(table)))
  }
})

test('a snapshot sees one moment, whatever is written meanwhile', async () => {
  await transact((tx) => tx.insert(facts).values({ name: 'before' }).returning())
  const write = () => transact((tx) => tx.insert(facts).values({ name: 'meanwhile' }).returning())
  // The embedded test server has one connection only: there the write waits its turn.
  const waiting = await snapshot(async (moment) => {
    const first = await moment.$count(facts)
    const written = write()
    if (process.env.ENGINE !== 'postgres') await written
    expect(await moment.$count(facts)).toBe(first)
    return { written }
  })
  await waiting.written
  expect(await db.$count(facts)).toBe(2)
})
