/** `npm run report -- --round ROUND --locale ja|zh --out DIR [--from DAY] [--until DAY]` */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

process.env.SEED = 'none'
const { close, db } = await import('#db/index.ts')
const { prepareDatabase } = await import('#db/prepare.ts')
const { dataFiles } = await import('#app/features/insights/report/files.ts')
const { reportHtml } = await import('#app/features/insights/report/printing.server.tsx')
const { makeReport } = await import('#app/features/insights/report/report.server.ts')
const { isDay, spanOf } = await import('#app/features/insights/report/span.ts')
const { listRounds, readRound } = await import('#app/features/projects/surveys/rounds.server.ts')
const { isLocale } = await import('#app/platform/locale.ts')

const USAGE = `Usage:
  npm run report -- --round ROUND --locale ja|zh --out DIR [--from DAY] [--until DAY]
                    writes report.html, report.json and a CSV of every table
  npm run report -- --list
                    names the rounds of the follow-up survey
  ROUND is the id of a round, or its year when there is only one of it. DAY is like 2026-03-31: the data bank is counted
  from --from (the first day of the business year) up to --until, where everything ends (the day the round closed).`

class Refusal extends Error {}

function readFlags() {
  const options = { round: { type: 'string' }, locale: { type: 'string' }, out: { type: 'string' }, from: { type: 'string' }, until: { type: 'string' }, list: { type: 'boolean' } } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
}

async function run(): Promise<void> {
  const { round, locale, out, from, until, list } = readFlags()
  const rounds = (await listRounds(db)).filter(({ kind, state }) => kind === 'follow-up' && state !== 'draft')
  if (list) {
    for (const one of rounds) console.log([one.id, one.year, one.state, one.nameJa, one.nameZh].join('\t'))
    return
  }
  if (!round || !isLocale(locale) || !out) throw new Refusal(USAGE)
  for (const [name, day] of Object.entries({ from, until })) if (day !== undefined && !isDay(day)) throw new Refusal(`--${name} must be a day like 2026-03-31.`)
  const found = rounds.filter(({ id, year }) => id === round || String(year) === round)
  if (found.length === 0) throw new Refusal(`There is no opened round ${round}; --list names them.`)
  if (found.length > 1) throw new Refusal(`There are ${found.length} rounds of ${round}; name one by its id (--list).`)
  const opened = (await readRound(db, found[0]!.id))!
  const report = (await makeReport(db, opened, spanOf(opened.round, { from, until }), locale))!
  const folder = resolve(process.env.CALLED_FROM ?? '.', out)
  mkdirSync(folder, { recursive: true })
  const files = [['report.html', reportHtml(report)], ...dataFiles(report)] as const
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  console.log(`${files.length} files in ${folder}: ${report.title}, up to ${report.until}`)
}

try {
  await prepareDatabase()
  await run()
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = 1
} finally {
  await close()
}
