import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tables } from '#db/tables.ts'

const embedded = process.env.ENGINE !== 'postgres'
const home = mkdtempSync(join(tmpdir(), 'databank-commands-'))
const place = (name: string) => join(home, name)

interface Done {
  code: number
  out: string
  err: string
}

/** A site of its own: folder and database. */
function run(site: string, script: string, ...args: string[]): Promise<Done> {
  const conditions = embedded ? [] : ['--conditions=postgres']
  const url = embedded ? '' : `pglite:${place(`${site}-database`)}`
  return start([...conditions, '--import', 'tsx', script, ...args], { DATA_DIR: place(site), DATABASE_URL: url })
}
const start = (args: string[], settings: Record<string, string>) =>
  new Promise<Done>((done) => {
    execFile(process.execPath, args, { env: { ...process.env, ...settings } }, (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }))
  })
const data = (site: string, ...args: string[]) => run(site, 'scripts/data.ts', ...args)

async function good(running: Promise<Done>): Promise<string> {
  const done = await running
  expect(done).toMatchObject({ code: 0, err: '' })
  return done.out
}
async function refusal(running: Promise<Done>): Promise<string> {
  const done = await running
  expect(done.code).toBe(1)
  return done.err.trim()
}
const tablesOf = (backup: string) =>
  Object.fromEntries(readdirSync(join(place(backup), 'tables')).map((name) => [name, readFileSync(join(place(backup), 'tables', name), 'utf8')]))

beforeAll(async () => {
  await good(run('first', 'tests/features/catalogue/filling.ts'))
  mkdirSync(join(place('first'), 'files', 'ab'), { recursive: true })
  writeFileSync(join(place('first'), 'files', 'ab', 'abcd'), 'a picture')
  writeFileSync(join(place('first'), 'secrets.json'), '{"key":"a2V5"}', { mode: 0o600 })
  if (embedded) await good(data('first', 'backup', place('backup')))
  await good(data('first', 'backup', place('portable'), '--portable'))
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What concerns one engine's way of keeping its data is no test of the other. */
const onlyEmbedded = (name: string, body: () => Promise<void>, limit?: number) => (embedded ? test(name, body, limit) : undefined)
const onlyServer = (name: string, body: () => Promise<void>, limit?: number) => (embedded ? undefined : test(name, body, limit))

test('a portable backup holds every table of the schema', () => {
  const kept = tablesOf('portable')
  expect(Object.keys(kept).sort()).toEqual(tables.map((table) => `${getTableName(table)}.jsonl`).sort())
  for (const name of ['companies', 'company_contacts', 'ledger', 'jobs', 'sessions', 'inquiries', 'listing_files']) expect(kept[`${name}.jsonl`]).not.toBe('')
})

test.each(embedded ? ['backup', 'portable'] : ['portable'])('what is restored from a %s is the same in every table, with files and key', async (backup) => {
  const site = `from-${backup}`
  await good(data(site, 'restore', place(backup)))
  await good(data(site, 'backup', place(`${site}-again`), '--portable'))
  // A restored case is marked to be indexed anew; nothing else of it differs.
  const indexedAnew = (tables: Record<string, string>) => ({ ...tables, 'inquiry_search.jsonl': tables['inquiry_search.jsonl']!.replace(/"edition":\d+/g, '') })
  expect(indexedAnew(tablesOf(`${site}-again`))).toEqual(indexedAnew(tablesOf('portable')))
  expect(readFileSync(join(place(site), 'files/ab/abcd'), 'utf8')).toBe('a picture')
  expect(readFileSync(join(place(site), 'secrets.json'), 'utf8')).toBe('{"key":"a2V5"}')
  expect(statSync(join(place(site), 'secrets.json')).mode & 0o077).toBe(0)
}, 120_000)

test('a restored site goes on: new rows get new numbers, and what was found is found', async () => {
  expect(await good(data('from-portable', 'generate', '--technologies', '30', '--seed', '1'))).toContain('30 of 30')
  const search = run('from-portable', 'tests/features/catalogue/searching.ts', '排熱')
  expect(Number(await good(search))).toBeGreaterThan(3)
}, 120_000)

test('a restore never touches what is there', async () => {
  expect(await refusal(data('from-portable', 'restore', place('portable')))).toMatch(/^DATA_DIR \S+ is not empty; [^\n]+$/)
  mkdirSync(place('half'))
  cpSync(place('portable'), place('half'), { recursive: true })
  rmSync(join(place('half'), 'backup.json'))
  expect(await refusal(data('new', 'restore', place('half')))).toMatch(/not a complete backup[^\n]+$/)
  expect(await refusal(data('first', 'backup', place('portable')))).toMatch(/is not empty[^\n]+$/)
}, 60_000)

onlyEmbedded('a copy of the embedded database is not poured into a server', async () => {
  const restoring = start(['--conditions=postgres', '--import', 'tsx', 'scripts/data.ts', 'restore', place('backup')], { DATA_DIR: place('server'), DATABASE_URL: 'pglite:' })
  expect(await refusal(restoring)).toMatch(/^This backup is a copy of the embedded database[^\n]+$/)
})

onlyServer('a full database behind an empty folder is not touched either', async () => {
  cpSync(place('from-portable-database'), place('bare-database'), { recursive: true })
  expect(await refusal(data('bare', 'restore', place('portable')))).toMatch(/^The database is not empty \(table \w+\)[^\n]+$/)
}, 60_000)

// What follows is the same on every engine.
onlyEmbedded('export and import by file: the same bytes, and a report of what changed', async () => {
  await good(data('first', 'export', place('one.json')))
  expect(await good(data('copy', 'import', place('one.json')))).toMatch(/companies: \d+ added, 0 changed, 0 unchanged\ntechnologies: \d+ added, 0 changed/)
  await good(data('copy', 'export', place('two.json')))
  expect(readFileSync(place('two.json'), 'utf8')).toBe(readFileSync(place('one.json'), 'utf8'))
  expect(readFileSync(place('one.json'), 'utf8')).not.toMatch(/contact\.|見本窓口/)
}, 120_000)

onlyEmbedded('a bad file is refused by record and member, and nothing of it is taken', async () => {
  writeFileSync(place('bad.json'), JSON.stringify({ companies: [{ id: 'fine', name: { zh: '名' } }], technologies: [{ id: 'odd', company: 'fine', name: { zh: '名' }, fields: ['waste-heat'], colour: 1 }] }))
  expect(await refusal(data('copy', 'import', place('bad.json')))).toBe('technologies[0] odd: colour: no such member in the format\nNothing was imported: 1 problem(s).')
  await good(data('copy', 'export', place('three.json')))
  expect(readFileSync(place('three.json'), 'utf8')).toBe(readFileSync(place('two.json'), 'utf8'))
  writeFileSync(place('broken.json'), '{"companies": [')
  expect(await refusal(data('copy', 'import', place('broken.json')))).toMatch(/is not JSON in UTF-8: [^\n]+$/)
  expect(await refusal(data('copy', 'import', place('none.json')))).toMatch(/there is no such file or folder\.$/)
}, 120_000)

onlyEmbedded('a command that is none shows how to use them', async () => {
  for (const args of [[], ['export'], ['frobnicate', 'x'], ['generate', '--technologies', '-3', '--seed', '1'], ['import', 'a', 'b']]) {
    expect(await refusal(data('copy', ...args))).toContain('npm run data -- import FILE')
  }
}, 60_000)
