import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { technologies } from '#db/schema/catalogue.ts'
import { seed } from '#db/seed.ts'
import { CLASSES, judge, readQueries, type Verdict } from '../../relevance/judge.ts'

let verdict: Verdict
beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: true }))
  verdict = await judge(db)
}, 240_000)

test('the judgements name technologies of the catalogue, each query once', async () => {
  const known = new Set((await db.select({ id: technologies.id }).from(technologies)).map((row) => row.id))
  const queries = readQueries()
  expect(queries.flatMap((query) => Object.keys(query.judged)).filter((id) => !known.has(id))).toEqual([])
  expect(queries.filter((query) => !Object.values(query.judged).every((grade) => [1, 2, 3].includes(grade)))).toEqual([])
  expect(new Set(queries.map((query) => query.q)).size).toBe(queries.length)
  expect(queries.filter((query) => (query.class === 'negative') !== (Object.keys(query.judged).length === 0))).toEqual([])
})

test('the set is large enough in every class', () => {
  const least = { 'same-language': 30, 'cross-language': 40, 'two-character': 20, variant: 12, company: 15, 'multi-word': 20, negative: 15 }
  expect(CLASSES.filter((name) => verdict.classes[name].n < least[name])).toEqual([])
  expect(readQueries().filter((query) => query.class === 'paragraph').length).toBeGreaterThanOrEqual(10)
})

test.each([
  ['same-language', 'ndcg', 0.9],
  ['cross-language', 'ndcg', 0.8],
  ['two-character', 'success', 0.95],
  ['company', 'ndcg', 0.97],
  ['negative', 'honest', 1],
] as const)('%s: %s is at least %d', (name, measure, floor) => {
  expect(verdict.classes[name][measure]).toBeGreaterThanOrEqual(floor)
})
