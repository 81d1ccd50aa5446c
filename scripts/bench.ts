/**
 * `npm run bench [-- --json] [-- --sizes 2000,20000]`: search against LIKE over the same rows, pages against a bare
 * server that sends the same bytes, first visits in bytes, start-up, memory, the desk's inbox, a firm's table of
 * 500 technologies. All figures are of one run on one machine: compare the ratios, not the milliseconds. `npm run bench -- search` compares the search with others instead; `-- flyers` prints a flyer of every seed technology.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measurePages } from './bench/pages.ts'

const flags = process.argv.slice(2)
if (flags[0] === 'search') {
  await import('./bench/peers.ts')
  process.exit(0)
}
if (flags[0] === 'surveys') {
  await import('./bench/surveys.ts')
  process.exit(0)
}
if (flags[0] === 'flyers') {
  await import('./bench/flyers.ts')
  process.exit(process.exitCode ?? 0)
}
if (flags[0] === 'phone') {
  await import('./bench/phone.ts')
  process.exit(0)
}
const asJson = flags.includes('--json')
const sizesAt = flags.indexOf('--sizes')
const sizes = (sizesAt >= 0 ? (flags[sizesAt + 1] ?? '') : '2000,20000,100000').split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error('--sizes takes whole numbers joined by commas')

export interface SearchResult {
  technologies: number
  generatedMs: number
  shelfMs: number
  search: { median: number; p95: number }
  like: { median: number; p95: number }
  ratio: number
  hitShare: { median: number; p95: number }
  memoryMb: number
  queries: { query: string; hits: number; like: number; ms: number; likeMs: number }[]
}

interface TableResult {
  rows: number
  kilobytes: number
  dryRunMs: number
  storeMs: number
  interchangeMs: number
  ratio: number
  steps: number
  longestPauseMs: number
}

const say = (text: string) => {
  if (!asJson) console.log(text)
}
const ms = (n: number) => n.toFixed(2)

const folders: string[] = []
/** Runs a part in a process and database of its own; its last line is what it found. */
function part<T>(name: string, ...args: string[]): { result: T; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  folders.push(folder)
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: folder, SEED: 'none', DATABASE_URL: '', NODE_ENV: 'production', LOG_LEVEL: 'silent' }
  const run = spawnSync(process.execPath, ['--import', 'tsx', `scripts/bench/${name}.ts`, ...args], { env, encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'inherit'] })
  if (run.status !== 0) throw new Error(`the benchmark ${name} ${args.join(' ')} failed`)
  return { result: JSON.parse(run.stdout.trim().split('\n').at(-1)!) as T, folder }
}

interface InboxResult {
  cases: number
  open: number
  bareMs: number
  countsMs: number
  pages: { page: string; cases: number; rows: number; ms: number; ratio: number }[]
}

/** Starts the built site on a free port; resolves with its address and how long the first answer took. */
async function startSite(folder: string): Promise<{ site: ChildProcess; address: string; startMs: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const began = performance.now()
  const site = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', SEED: 'none', PORT: String(port), HOST: '127.0.0.1', ORIGIN: '', NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  while (performance.now() - began < 60_000) {
    const answered = await fetch(`${address}/healthz`).then((response) => response.ok, () => false)
    if (answered) return { site, address, startMs: performance.now() - began }
    await new Promise((later) => setTimeout(later, 10))
  }
  throw new Error('the site did not start')
}

try {
  spawnSync(process.execPath, ['scripts/build.mjs', 'sqlite'], { stdio: asJson ? 'ignore' : 'inherit' })
  const searches = []
  let pages = null
  for (const size of sizes) {
    say(`\n${size.toLocaleString('en')} technologies`)
    const { result, folder } = part<SearchResult>('search', String(size))
    searches.push(result)
    if (!asJson) console.table(result.queries.map((row) => ({ query: row.query, hits: row.hits, 'LIKE hits': row.like, ms: ms(row.ms), 'LIKE ms': ms(row.likeMs) })))
    say(`hits, share of rows: median ${(result.hitShare.median * 100).toFixed(2)} %, p95 ${(result.hitShare.p95 * 100).toFixed(2)} %`)
    say(`search: median ${ms(result.search.median)} ms, p95 ${ms(result.search.p95)} ms; LIKE: median ${ms(result.like.median)} ms; ${result.ratio.toFixed(0)} times faster`)
    say(`filled in ${(result.generatedMs / 1000).toFixed(1)} s, shelf read in ${ms(result.shelfMs)} ms, memory ${result.memoryMb.toFixed(0)} MB`)
    if (size === (sizes.includes(20_000) ? 20_000 : sizes[0])) {
      await startSite(folder).then(({ site }) => site.kill())
      const { site, address, startMs } = await startSite(folder)
      pages = { startMs, ...(await measurePages(address)) }
      site.kill()
      say(`start of the built site to the first answer: ${ms(startMs)} ms`)
      if (!asJson) {
        console.table(pages.rates)
        console.table(pages.visits)
      }
    }
  }
  // What the inbox reads, against the fifty rows of one owner by an index.
  const { result: inbox } = part<InboxResult>('inbox', '20000')
  say(`\ninbox of ${inbox.cases.toLocaleString('en')} inquiries (${inbox.open} open); an owner's fifty rows by index: ${ms(inbox.bareMs)} ms, all counts: ${ms(inbox.countsMs)} ms`)
  if (!asJson) console.table(inbox.pages.map((row) => ({ page: row.page, cases: row.cases, rows: row.rows, ms: ms(row.ms), 'times the bare query': row.ratio.toFixed(0) })))
  const { result: table } = part<TableResult>('table')
  say(`\na firm's table of ${table.rows} technologies (${table.kilobytes.toFixed(0)} kB): looked through in ${ms(table.dryRunMs)} ms, stored in ${ms(table.storeMs)} ms with progress in ${table.steps} steps, longest pause for others ${ms(table.longestPauseMs)} ms`)
  say(`the same records in the interchange format: ${ms(table.interchangeMs)} ms; the table takes ${ms(table.ratio)} times that`)
  if (asJson) console.log(JSON.stringify({ searches, pages, inbox, table }, null, 2))
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
