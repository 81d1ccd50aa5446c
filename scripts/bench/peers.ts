/**
 * `npm run bench -- search [--sizes 1000,10000,100000] [--json] [--write]`: our search beside others, on the same rows and
 * queries, in one run, each in a process of its own, one after the other. `--write` keeps the results: scripts/bench/README.md
 * and the chart.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findPostgres, startPostgres } from './peers/postgres.ts'
import type { Outcome } from './peers/measuring.ts'
import { CHART, chartOf, machine, page, printed, type SizeResult } from './peers/report.ts'

/** Filling PostgreSQL takes longer than all else; above this its ratio to us is known. */
const POSTGRES_UP_TO = 10_000

const flags = process.argv.slice(3)
const asJson = flags.includes('--json')
const sizesAt = flags.indexOf('--sizes')
const sizes = (sizesAt >= 0 ? (flags[sizesAt + 1] ?? '') : '1000,10000,100000').split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error('--sizes takes whole numbers joined by commas')

const say = (text: string) => (asJson ? console.error(text) : console.log(text))

interface Start {
  node?: string[]
  env?: Record<string, string>
}

/** Runs a file of this folder to its end; what it printed. */
function run(name: string, args: readonly string[], folder: string, { node = [], env = {} }: Start = {}): string {
  const done = spawnSync(process.execPath, [...node, '--import', 'tsx', join('scripts/bench/peers', `${name}.ts`), ...args], {
    env: { ...process.env, DATA_DIR: folder, SEED: 'none', DATABASE_URL: '', NODE_ENV: 'production', LOG_LEVEL: 'silent', ...env },
    encoding: 'utf8',
    maxBuffer: 64e6,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (done.status !== 0) throw new Error(`${name} failed`)
  return done.stdout
}

const outcomeOf = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1)!) as Outcome

async function onPostgres(size: number, folder: string, bin: string): Promise<Outcome> {
  const { url, stop } = await startPostgres(bin)
  const start = { node: ['--conditions=postgres'], env: { DATABASE_URL: url } }
  try {
    run('rows', [String(size)], folder, start)
    return outcomeOf(run('ours', [], folder, start))
  } finally {
    await stop()
  }
}

const postgres = findPostgres()
const groonga = spawnSync('groonga', ['--version'], { encoding: 'utf8' })
if (!postgres) say('PostgreSQL: no server program found, left out')
if (groonga.error) say('Groonga: no such command, left out')

async function compareAt(size: number): Promise<SizeResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const outcomes: Outcome[] = []
  const add = (outcome: Outcome) => {
    outcomes.push(outcome)
    say(`  ${outcome.name}: measured, ${outcome.times.length} rounds, load ${outcome.load.map((one) => one.toFixed(1)).join(' → ')}`)
  }
  try {
    say(`\n${size.toLocaleString('en')} technologies`)
    const texts = join(folder, 'texts.sqlite')
    const began = performance.now()
    run('rows', [String(size), texts], folder)
    const rowsMs = performance.now() - began
    say(`  rows made in ${(rowsMs / 1000).toFixed(0)} s`)
    add(outcomeOf(run('ours', [], folder)))
    if (!groonga.error) {
      const own = join(folder, 'groonga')
      mkdirSync(own)
      add(outcomeOf(run('groonga', [texts, own], folder)))
    }
    add(outcomeOf(run('trigram', [texts, join(folder, 'trigram.sqlite')], folder)))
    add(outcomeOf(run('minisearch', [texts], folder, { node: ['--expose-gc', `--max-old-space-size=${Math.max(2_000, Math.round(size / 7))}`] })))
    add(outcomeOf(run('like', [join(folder, 'databank.sqlite')], folder)))
    if (postgres && size <= POSTGRES_UP_TO) add(await onPostgres(size, folder, postgres))
    return { technologies: size, rowsMs, outcomes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const results: SizeResult[] = []
for (const size of sizes) {
  const result = await compareAt(size)
  results.push(result)
  if (!asJson) say(printed(result))
}
const told = machine(groonga.stdout?.split(' ')[1] ?? null)
if (asJson) console.log(JSON.stringify({ machine: told, results }, null, 2))
if (flags.includes('--write')) {
  mkdirSync(dirname(CHART), { recursive: true })
  writeFileSync(CHART, chartOf(results))
  writeFileSync('scripts/bench/README.md', page(results, told))
}
