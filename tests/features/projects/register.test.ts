import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { saveCompany } from '#app/features/catalogue/mutations.server.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { enterProjects } from '#app/features/projects/entering.server.ts'
import { readParty, readProject, readRounds, searchProjects } from '#app/features/projects/register.server.ts'
import { registerShape, type RegisterSearch } from '#app/features/projects/search-form.ts'

const asked = (search: Partial<RegisterSearch> = {}) => searchProjects(db, { ...registerShape.parse({}), ...search })

beforeAll(async () => {
  await transact((tx) => saveCompany(tx, { ...blankCompany('kanadevia'), nameJa: 'カナデビア株式会社', reading: 'かなでびあ', formerNames: ['日立造船株式会社'] }, null))
  await transact((tx) => seed(tx, { demo: false }))
})

test('the eleven projects of the fifteenth forum are registered with their titles and parties', async () => {
  const found = await asked()
  expect(found.total).toBe(11)
  expect(found.items.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  const third = found.items[2]!
  expect(third.title).toEqual({ ja: 'メタネーション技術の中国国内での技術実証に関する協力覚書', zh: '关于在中国开展甲烷化技术示范的合作备忘录' })
  expect(third.parties.map(({ side, name }) => [side, name.ja, name.zh])).toEqual([
    ['japan', '一般財団法人石炭フロンティア機構', '日本煤炭前沿机构（JCOAL）'],
    ['japan', '日立造船株式会社', '日立造船株式会社'],
    ['china', '陝西省楡林経済技術開発区', '陕西省榆林经济技术开发区'],
    ['china', '陝煤集団楡林化学有限責任公司', '陕煤集团榆林化学有限责任公司'],
  ])
})

test('published totals are data with their source; a round without one is a gap', async () => {
  const rounds = await readRounds(db)
  expect(rounds.map((round) => round.cumulative)).toEqual([...Array<null>(13).fill(null), 402, 413])
  expect(rounds.map((round) => round.announced)).toEqual([...Array<null>(13).fill(null), 14, 11])
  expect(rounds.filter((round) => round.cumulative !== null).every((round) => round.source?.ja && round.source.zh)).toBe(true)
  expect(rounds.at(-1)!.registered).toBe(11)
})

test('either language and any writing finds a project', async () => {
  for (const q of ['オゾン', '臭氧', 'ｵｿﾞﾝ', '东芝', '東芝', 'more hydrogen']) expect((await asked({ q })).total, q).toBeGreaterThan(0)
  expect((await asked({ q: '東芝 純水素' })).items.map((item) => item.slug)).toEqual(['forum15-04'])
  expect((await asked({ q: '太陽の塔' })).total).toBe(0)
})

test('filters narrow each other, and each offers what the others leave', async () => {
  const found = await asked({ region: 'CN-LN' })
  expect(found.items.map((item) => item.slug)).toEqual(['forum15-08'])
  expect(found.choices.region.length).toBeGreaterThan(4)
  expect(found.choices.forum).toEqual([{ value: '15', n: 1 }])
  expect((await asked({ field: 'hydrogen' })).total).toBeGreaterThan(0)
})

test('a party is its firm, also under a former name, and gathers its projects', async () => {
  const party = await readParty(db, 'kanadevia')
  expect(party?.company?.name.ja).toBe('カナデビア株式会社')
  expect(party?.party.name.ja).toBe('日立造船株式会社')
  expect(party?.projects.map((row) => row.slug)).toEqual(['forum15-03', 'forum15-08'])
  const unlisted = (await asked({ q: '山東能源' })).items[0]!.parties[1]!
  expect((await readParty(db, unlisted.key))?.projects.map((row) => row.slug)).toEqual(['forum15-04'])
})

test('a candidate is nobody else’s business until it is announced', async () => {
  await transact((tx) => enterProjects(tx, [{ slug: 'candidate', title: { ja: '候補案件', zh: null }, parties: [{ side: 'japan', kind: 'company', name: { ja: '候補株式会社', zh: null } }], fields: [] }], null))
  expect(await readProject(db, 'candidate')).toBeNull()
  expect((await asked({ q: '候補' })).total).toBe(0)
})
