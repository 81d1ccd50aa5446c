/** `npm run bench -- surveys`: the analysis of a round among six, over 450 invented projects with two parties each. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [PROJECTS, ROUNDS, TIMES] = [450, 6, 15]
const folder = mkdtempSync(join(tmpdir(), 'databank-surveys-'))
process.env.DATA_DIR = folder
delete process.env.DATABASE_URL
const { close, db, migrate, transact } = await import('#db/index.ts')
const { seed } = await import('#db/seed.ts')
const { forums } = await import('#db/schema/projects.ts')
const { projectParties } = await import('#db/schema/projects.ts')
const { questionnaireVersions, surveyRecipients, surveyResponses, surveyRounds } = await import('#db/schema/surveys.ts')
const { enterProjects } = await import('#app/features/projects/entering.server.ts')
const { readAnalysis } = await import('#app/features/projects/surveys/analysis.server.ts')
const { allQuestions, searchTextOf } = await import('#app/features/projects/surveys/engine.ts')
const { installSurveys } = await import('#app/features/projects/surveys/seeding.server.ts')
const { batches } = await import('#app/features/catalogue/batches.ts')
const { eq } = await import('drizzle-orm')

/** The same figures every time. */
let state = 7
const random = () => (state = (state * 48271) % 2147483647) / 2147483647
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!

await migrate('db/migrations')
await transact((tx) => seed(tx, { demo: false }))
const { versions } = await transact(async (tx) => installSurveys(tx, JSON.parse(readFileSync('db/seeds/projects/surveys.json', 'utf8')) as Parameters<typeof installSurveys>[1]))
const [version] = await db.select().from(questionnaireVersions).where(eq(questionnaireVersions.id, versions['follow-up']!))
const asked = allQuestions(version!.sections)
const rounds = await db.select({ round: forums.round }).from(forums)
const fields = ['hydrogen', 'energy-saving', 'water', 'renewables']
await transact((tx) =>
  enterProjects(
    tx,
    Array.from({ length: PROJECTS }, (_, at) => ({
      slug: `bench-${at}`, title: { ja: `実証の件 ${at}`, zh: `示范项目 ${at}` }, fields: [pick(fields)], forum: pick(rounds).round, announcedOn: '2020-12-20',
      parties: [{ side: 'japan' as const, kind: 'company' as const, name: { ja: `測定${at}株式会社`, zh: null } }, { side: 'china' as const, kind: 'company' as const, name: { ja: null, zh: `测量${at}有限公司` } }],
    })),
    null,
  ),
)
const parties = await db.select().from(projectParties)
const at = new Date()
const last: string[] = []
for (let n = 0; n < ROUNDS; n++) {
  const id = crypto.randomUUID()
  last.push(id)
  await transact(async (tx) => {
    await tx.insert(surveyRounds).values({ id, kind: 'follow-up', versionId: version!.id, nameJa: `第${n}次`, nameZh: `第${n}次`, year: 2020 + n, rule: { statuses: [], fields: [], promising: false, picked: [] }, closesOn: '2027-01-01', grace: 7, remindOn: [], state: 'closed', createdAt: at })
    const recipients = parties.map((party) => ({ id: crypto.randomUUID(), roundId: id, projectId: party.projectId, partyId: party.id, locale: 'ja', how: 'mail' as const, state: random() < 0.7 ? ('answered' as const) : ('reminded' as const), stateAt: at, sentAt: at }))
    for (const batch of batches(recipients)) await tx.insert(surveyRecipients).values(batch)
    const responses = recipients.filter((one) => one.state === 'answered').map((one) => {
      const answers = Object.fromEntries(asked.map(({ code, kind, options }) => [code, kind === 'single' ? pick(options!).code : kind === 'several' ? options!.filter(() => random() < 0.25).map((option) => option.code) : kind === 'number' ? Math.round(random() * 1000) : kind === 'scale' ? 3 : kind === 'date' ? '2025-04-01' : '排熱回収の実証を続けている。現地の許認可に時間がかかっている。'.repeat(2)]))
      return { roundId: id, recipientId: one.id, answers, saves: {}, edition: 4, via: 'link' as const, locale: 'ja', searchText: searchTextOf(version!.sections, answers), finishedAt: at, createdAt: at, updatedAt: at }
    })
    for (const batch of batches(responses)) await tx.insert(surveyResponses).values(batch)
  })
}
const measure = async (name: string, ask: Parameters<typeof readAnalysis>[2]) => {
  const spans: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now()
    await readAnalysis(db, last.at(-1)!, ask)
    spans.push(performance.now() - begun)
  }
  spans.sort((a, b) => a - b)
  console.log(`${name}: median ${spans[Math.floor(TIMES / 2)]!.toFixed(0)} ms, fastest ${spans[0]!.toFixed(0)} ms, slowest ${spans.at(-1)!.toFixed(0)} ms`)
}
console.log(`${PROJECTS} projects × ${ROUNDS} rounds × 2 parties, ${asked.length} questions`)
await measure('analysis', {})
await measure('analysis with a cross table and a search', { rows: 'status', columns: 'obstacles', q: '余热回收' })
await close()
rmSync(folder, { recursive: true, force: true })
