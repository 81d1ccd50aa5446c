/**
 * `npm run bench -- surveys`: the analysis of a round among six and the report of it, over 450 invented projects with two
 * parties each. What they take is compared with reading the same answers and nothing else, in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [PROJECTS, ROUNDS, TIMES] = [450, 6, 15]
const folder = mkdtempSync(join(tmpdir(), 'databank-surveys-'))
process.env.DATA_DIR = folder
process.env.SEED = 'demo'
delete process.env.DATABASE_URL
const { close, db } = await import('#db/index.ts')
const { prepareDatabase } = await import('#db/prepare.ts')
const { surveyRecipients, surveyResponses } = await import('#db/schema/surveys.ts')
const { fillSurveys } = await import('./survey-filling.ts')
const { dataFiles } = await import('#app/features/insights/report/files.ts')
const { reportHtml } = await import('#app/features/insights/report/printing.server.tsx')
const { makeReport } = await import('#app/features/insights/report/report.server.ts')
const { spanOf } = await import('#app/features/insights/report/span.ts')
const { readAnalysis } = await import('#app/features/projects/surveys/analysis.server.ts')
const { readRound } = await import('#app/features/projects/surveys/rounds.server.ts')

await prepareDatabase()
const rounds = await fillSurveys({ projects: PROJECTS, rounds: ROUNDS, cases: 2_000, subjects: 100 })
const last = rounds.at(-1)!

/** By the clock, and by what the processor worked: on a busy machine only the second tells. */
async function spansOf(work: () => Promise<unknown>, times = TIMES): Promise<Record<'first' | 'median' | 'firstCpu' | 'medianCpu', number>> {
  const spans: [clock: number, cpu: number][] = []
  for (let n = 0; n < times; n++) {
    const [begun, worked] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(worked)
    spans.push([performance.now() - begun, (user + system) / 1000])
  }
  const middle = (which: 0 | 1) => spans.map((span) => span[which]).sort((a, b) => a - b)[times >> 1]!
  return { first: spans[0]![0], median: middle(0), firstCpu: spans[0]![1], medianCpu: middle(1) }
}
const rowOf = (one: Awaited<ReturnType<typeof spansOf>>) => ({
  'first ms': Math.round(one.first), 'median ms': Math.round(one.median), 'first CPU ms': Math.round(one.firstCpu), 'median CPU ms': Math.round(one.medianCpu), 'times the reading': Number((one.medianCpu / bare.medianCpu).toFixed(2)),
})

const rows = (await db.$count(surveyRecipients)) + (await db.$count(surveyResponses))
const bare = await spansOf(async () => [await db.select().from(surveyRecipients), await db.select({ answers: surveyResponses.answers }).from(surveyResponses)])
const opened = (await readRound(db, last))!
const work = {
  analysis: await spansOf(() => readAnalysis(db, last, {})),
  'analysis with a cross table and a search': await spansOf(() => readAnalysis(db, last, { rows: 'status', columns: 'obstacles', q: '余热回收' })),
  report: await spansOf(async () => {
    const report = (await makeReport(db, opened, spanOf(opened.round, {}), 'ja'))!
    return [reportHtml(report), dataFiles(report)]
  }, 5),
}
console.log(`${PROJECTS} projects × ${ROUNDS} rounds × 2 parties: ${rows.toLocaleString('en')} rows; 2,000 cases, a year of counts`)
console.table({ 'reading the rows': rowOf(bare), ...Object.fromEntries(Object.entries(work).map(([name, one]) => [name, rowOf(one)])) })
await close()
rmSync(folder, { recursive: true, force: true })
