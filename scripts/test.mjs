/** `npm test`: everything that proves the project, part by part. The last line is `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { checkout, ensureInstalled } from './install.mjs'

ensureInstalled()
const scratch = mkdtempSync(join(tmpdir(), 'databank-test-'))
// Settings of this machine's own site are none of the tests' business.
const { PATH, HOME, CI, CHROMIUM_PATH, ...rest } = process.env
const OWN = /^(DATABASE_URL|DATA_DIR|CLOCK_FILE|SMTP_URL|ORIGIN|ORIGIN_JA|ORIGIN_ZH|HOST|PORT|SEED|MAIL_FROM|OFFICE_MAIL|TRUSTED_PROXIES|INQUIRIES_PER_HOUR|LOG_LEVEL|NODE_ENV|NODE_OPTIONS|ENGINE)$/
const env = { ...Object.fromEntries(Object.entries(rest).filter(([name]) => !OWN.test(name))), PATH, HOME, CHROMIUM_PATH }
if (CI) env.CI = CI
for (const name of Object.keys(env)) if (env[name] === undefined) delete env[name]

let passed = 0
let failed = 0
const count = (good, bad) => {
  passed += good
  failed += bad
}
const heading = (text) => console.log(`\n=== ${text}`)

/** Runs a package's program under this very Node. */
async function program(path, args, more = {}) {
  const child = spawn(process.execPath, [join(checkout, 'node_modules', path), ...args], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, ...more },
  })
  const [status] = await once(child, 'exit')
  return status
}

async function one(text, run) {
  heading(text)
  const good = await run()
  console.log(`${text}: ${good ? 'passed' : 'failed'}`)
  count(good ? 1 : 0, good ? 0 : 1)
  return good
}

/** What a reporter wrote; a runner that failed without a failed test counts as one failure. */
function reported(file, status, read) {
  let good = 0
  let bad = 0
  try {
    ;({ good, bad } = read(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (error) {
    console.log(`No report: ${error.message}`)
  }
  count(good, bad === 0 && (status !== 0 || good === 0) ? 1 : bad)
}

async function vitest(text, ...projects) {
  heading(text)
  const file = join(scratch, `${projects.join('-')}.json`)
  const status = await program('vitest/vitest.mjs', ['run', ...projects.map((name) => `--project=${name}`), '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  reported(file, status, (report) => ({
    good: report.numPassedTests,
    bad: report.numFailedTests + report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')).length,
  }))
}

/** Two lanes, so that both cores have something to do; each run has a site, a clock and a browser of its own. */
async function journeys() {
  heading('Journeys in a browser')
  const chromium = await findChromium()
  if (!chromium.path) {
    console.log(chromium.missing)
    return count(0, 1)
  }
  const run = async (name, ...projects) => {
    const file = join(scratch, `${name}.json`)
    const status = await program('@playwright/test/cli.js', ['test', ...projects.map((project) => `--project=${project}`), '--reporter=list,json', `--output=test-results/${name}`], {
      CHROMIUM_PATH: chromium.path,
      JOURNEY_DIR: join(scratch, name),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    })
    reported(file, status, ({ stats, errors }) => ({ good: stats.expected, bad: stats.unexpected + stats.flaky + errors.length }))
  }
  await Promise.all([run('phones', 'phone-ja', 'phone-zh'), run('desktop', 'desktop').then(() => run('rounds', 'rounds'))])
}

const started = Date.now()
try {
  await Promise.all([
    one('Types, SQLite', async () => (await program('typescript/bin/tsc', ['--noEmit'])) === 0),
    one('Types, PostgreSQL', async () => (await program('typescript/bin/tsc', ['--noEmit', '--customConditions', 'postgres'])) === 0),
  ])
  await one('Lint', async () => (await program('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])) === 0)
  await vitest('Unit and data tests, both engines', 'sqlite', 'postgres')
  const built = await one('Build, SQLite', () => ensureBuilt('sqlite') !== null)
  await one('Build, PostgreSQL', () => ensureBuilt('postgres') !== null)
  if (built) {
    await vitest('The built server: killed, cut off, two on one database', 'server')
    await journeys()
  } else console.log('\nNo journeys without a build.')
} catch (error) {
  console.error(error)
  failed++
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
