import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, engine, transact } from '#db/index.ts'
import { seed } from '#db/seed.ts'
import { excerptsOf, searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { readSearch } from '#app/features/catalogue/form.ts'
import { rewordings } from '#app/features/catalogue/search/rewording.server.ts'
import { suggestTechnologies } from '#app/features/catalogue/search/suggesting.server.ts'
import { completions } from '#app/features/catalogue/search/vocabulary.server.ts'

beforeAll(async () => {
  await transact((tx) => seed(tx, { demo: true }))
}, 240_000)

/** PGlite runs PostgreSQL in WebAssembly, many times slower than a server. */
const MANY = engine === 'postgres' ? 600 : 5_000

const pieces = fc.oneof(
  fc.constantFrom('"', "'", '*', '(', ')', ':', '^', '-', '+', 'AND', 'OR', 'NOT', 'NEAR(', 'NEAR/2', '{n b}:', 'n:', '§', '¦', '␞', '<->', '&', '|', '!', ':*', '%', '_', '\\', ';--', "' or 1=1 --", '); drop table listings; --'),
  fc.constantFrom('\u0000', '\u0001', '\u0007', '\u001b', '\u007f', '\ud800', '\udfff', '\u202e', '\u200f', '\u200b', '\ufeff', '\ufffd', '😀', '👨‍👩‍👧', '🈁', '\u0301\u0301\u0301', 'ﷺ', '㍿', '㌀'),
  fc.constantFrom('余热', '排熱', '水', 'の', 'ポンプ', 'ー', 'CO2', 'heat', '氢', '株式会社', '龘', '𠮷'),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const hostile = fc.oneof(
  { weight: 6, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.tuple(pieces, fc.integer({ min: 1, max: 4_000 })).map(([piece, times]) => piece.repeat(times).slice(0, 4_000)) },
)

const ORDINARY = ['余热回收', '排熱回収', '汚泥', '脱硫', 'VOC', '水素', '氢', 'ヒートポンプ', 'heat pump', '水泥 余热', '化工 废水', '太陽光', '储能', '集じん', 'CO2 回収', '鉄鋼 省エネ']

/** What a list page does with a query, up to its HTML. */
async function answer(q: string): Promise<number> {
  const search = readSearch(new URL(`http://site.example/?${new URLSearchParams({ q })}`))
  const asked = { q: search.q, filters: search, order: 'kana-asc' as const, page: 1, limit: 20 }
  const found = await searchTechnologies(db, asked)
  await excerptsOf(db, found, 'zh')
  if (search.q) await rewordings(db, asked, found)
  return found.total
}

async function timed(q: string): Promise<number> {
  const at = performance.now()
  await answer(q)
  return performance.now() - at
}

test('whatever is typed is answered, and none takes fifty times as long as an ordinary query', async () => {
  for (const q of ORDINARY) await answer(q)
  const ordinary: number[] = []
  for (let round = 0; round < 5; round++) for (const q of ORDINARY) ordinary.push(await timed(q))
  ordinary.sort((a, b) => a - b)
  const median = ordinary[Math.floor(ordinary.length / 2)]!
  const slow: string[] = []
  for (const [at, q] of fc.sample(hostile, { numRuns: MANY, seed: 20_260 }).entries()) {
    // Both engines answer without ever leaving the turn; the runner wants to be heard now and then.
    if (at % 50 === 0) await new Promise(setImmediate)
    let took = await timed(q)
    // The machine may have been busy elsewhere; a query that is slow by itself stays slow.
    for (let again = 0; again < 3 && took > median * 50; again++) took = Math.min(took, await timed(q))
    if (took > median * 50) slow.push(`${Math.round(took / median)} × median: ${JSON.stringify(q.slice(0, 80))}`)
  }
  expect(slow).toEqual([])
}, 900_000)

test('needs and unfinished words may hold anything', async () => {
  for (const text of fc.sample(hostile, { numRuns: 200, seed: 7 })) {
    await suggestTechnologies(db, text)
    await completions(db, text, 'ja')
  }
  expect(await suggestTechnologies(db, '\ud800'.repeat(4_000))).toEqual([])
}, 300_000)

test('an address never fails for what it says', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('q', 'field', 'stage', 'mode', 'region', 'order', 'page'), fc.string({ unit: 'binary', maxLength: 40 })), (query) => {
      const search = readSearch(new URL(`http://site.example/?${new URLSearchParams(query)}`))
      expect(search.page).toBeGreaterThanOrEqual(1)
    }),
  )
})
