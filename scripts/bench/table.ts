/** A firm's table of 500 technologies, in a process and database of its own. Prints one line of JSON. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { asc, eq, isNotNull } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { concepts, fields, technologies as technologyRows } from '#db/schema/catalogue.ts'
import { requireEditor } from '#app/features/accounts/gate.server.ts'
import { startSession } from '#app/features/accounts/lucia.server.ts'
import { addRegistrant, confirmRegistrant } from '#app/features/accounts/mutations.server.ts'
import { diceOf } from '#app/features/catalogue/generating/dice.ts'
import { companyRecord, technologyRecord } from '#app/features/catalogue/generating/records.ts'
import { vocabularyOf } from '#app/features/catalogue/generating/vocabulary.ts'
import { importCatalogue } from '#app/features/catalogue/interchange.server.ts'
import { ownCsv } from '#app/features/catalogue/tables/exporting.server.ts'
import { checkTable, readImport, startStoring, storeTable } from '#app/features/catalogue/tables/importing.server.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'

const ROWS = 500
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  return [await work(), performance.now() - began]
}

await prepareDatabase()
const leaves = await db.select({ id: fields.id, en: fields.en }).from(fields).where(isNotNull(fields.parentId)).orderBy(asc(fields.position))
const vocabulary = vocabularyOf(await db.select().from(concepts).orderBy(asc(concepts.id)), leaves)
const companies = ['one', 'two'].map((id, at) => companyRecord(id, at, diceOf(at + 1)))
const technologies = Array.from({ length: ROWS }, (_, at) => technologyRecord(`t-${at}`, at, 'one', leaves, vocabulary, diceOf(104_729 + at)))
const [imported, interchangeMs] = await timed(() => transact((tx) => importCatalogue(tx, { companies, technologies }, { author: null })))
if (!imported.ok) throw new Error(JSON.stringify(imported.problems.slice(0, 3)))

// The other firm takes the same texts in as new ones: without the ids of the first.
const csv = (await ownCsv(db, 'one', 'ja')).replaceAll(/^"t-\d+"/gm, '""')
const person = await transact(async (tx) => {
  const added = await addRegistrant(tx, { email: 'bench@firm.example', name: 'bench', locale: 'ja', passwordHash: 'none', companyId: 'two' })
  if (!added.ok) throw new Error(added.reason)
  await confirmRegistrant(tx, added.user.id)
  return added.user.id
})
const site = 'http://127.0.0.1/ja/account'
const cookie = (await startSession(person, new Request(site))).split(';')[0]!
const editor = await requireEditor(new Request(site, { headers: { cookie } }), 'ja', 'two')

const [checked, dryRunMs] = await timed(() => checkTable(editor, 'table.csv', new TextEncoder().encode(csv)))
if (!checked.ok) throw new Error(checked.reason)
await transact((tx) => startStoring(tx, editor, checked.id))
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const seen = new Set<number>()
let storing = true
const watch = (async () => {
  while (storing) {
    seen.add((await readImport(db, checked.id))!.done)
    await new Promise((later) => setTimeout(later, 5))
  }
})()
const [, storeMs] = await timed(() => runDueJobs({ table: storeTable }))
storing = false
await watch
delay.disable()
const stored = await readImport(db, checked.id)
const drafts = await db.$count(technologyRows, eq(technologyRows.companyId, 'two'))
if (stored?.state !== 'done' || drafts !== ROWS || stored.problems.length > 0) throw new Error(`the table ended as ${stored?.state}: ${JSON.stringify(stored?.problems.slice(0, 3))}`)

console.log(
  JSON.stringify({ rows: ROWS, kilobytes: csv.length / 1000, dryRunMs, storeMs, interchangeMs, ratio: (dryRunMs + storeMs) / interchangeMs, steps: seen.size, longestPauseMs: delay.max / 1e6 }),
)
process.exit(0)
