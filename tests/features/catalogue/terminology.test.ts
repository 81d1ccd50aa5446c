import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { matchDocuments, putDocument } from '#db/dialect'
import { db, transact } from '#db/index.ts'
import { concepts, conceptChanges, listings, zeroHits } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { conceptHistory, countListings, listConcepts } from '#app/features/catalogue/concepts.server.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { publishListing, saveCompany } from '#app/features/catalogue/mutations.server.ts'
import { catalogueVersion } from '#app/features/catalogue/shelf.server.ts'
import { addConcept, changeConcept, disableConcept, enableConcept, mergeConcepts, type Edited } from '#app/features/catalogue/terminology.server.ts'
import { readWords, type Words } from '#app/features/catalogue/terms.ts'
import { flushZeroHits, noteZeroHit, recentZeroHits } from '#app/features/catalogue/zero-hits.server.ts'
import { days } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { secretary } from '../../support/people.ts'

const NAMES = {
  collector: '集じん装置',
  dryer: '汚泥乾燥機',
  dewaterer: '汚泥脱水機',
  scrubber: '排煙脱硫設備',
  silencer: '消音器',
  pump: '給水ポンプ',
}
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'

let clerk: Secretary
beforeAll(async () => {
  clerk = await secretary()
  await transact((tx) => saveCompany(tx, { ...blankCompany('firm'), nameJa: '見本株式会社', reading: 'みほん' }, null))
  for (const [id, ja] of Object.entries(NAMES)) await publish(id, ja)
  // Searches before the first concept would meet a terminology that is still being filled.
  await add({ ja: ['見本'] })
})

const publish = (technologyId: string, ja: string) =>
  transact((tx) => publishListing(tx, { technologyId, companyId: 'firm', content: { ...blankContent(), name: { ja, zh: null } }, authorId: null }))
const words = (given: Partial<Words>): Words => ({ ja: [], zh: [], en: [], ...given })
const found = async (q: string) => (await searchTechnologies(db, { q, filters: {}, order: 'kana-asc', page: 1, limit: 20 })).items.map((item) => item.id).sort()
const docOf = async (id: string) => (await db.select({ doc: listings.doc }).from(listings).where(eq(listings.technologyId, id)))[0]!.doc
const stored = async (id: string) => (await db.select().from(concepts).where(eq(concepts.id, id)))[0]!
const change = async (id: string, given: Partial<Words>, seen?: Date) => {
  const at = seen ?? (await stored(id)).updatedAt
  return transact((tx) => changeConcept(tx, clerk, id, words(given), at))
}
async function add(given: Partial<Words>): Promise<string> {
  const added = await transact((tx) => addConcept(tx, clerk, words(given)))
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.id
}
const reason = (edited: Edited) => (edited.ok ? 'ok' : edited.refusal.reason)

test('a new synonym finds a listing from the next search on, and a disabled one no longer', async () => {
  expect(await found('除尘')).toEqual([])
  const version = await catalogueVersion(db)
  const id = await add({ ja: ['集じん'], zh: ['除尘'] })
  expect(await catalogueVersion(db)).toBeGreaterThan(version)
  expect(await found('除尘')).toEqual(['collector'])
  expect(await countListings(db, id)).toBe(1)
  expect(await found('dust collection')).toEqual([])
  expect(reason(await change(id, { ja: ['集じん'], zh: ['除尘'], en: ['dust collection'] }))).toBe('ok')
  expect(await found('dust collection')).toEqual(['collector'])

  expect(reason(await transact((tx) => disableConcept(tx, clerk, id)))).toBe('ok')
  expect(await found('除尘')).toEqual([])
  expect(await countListings(db, id)).toBe(0)
  expect(reason(await transact((tx) => disableConcept(tx, clerk, id)))).toBe('changed-meanwhile')
  expect(await found('集じん')).toEqual(['collector'])
  expect(reason(await transact((tx) => enableConcept(tx, clerk, id)))).toBe('ok')
  expect(await found('除尘')).toEqual(['collector'])

  expect(reason(await change(id, { zh: ['除尘'] }))).toBe('ok')
  expect(await found('除尘')).toEqual([])
})

test('a listing published later knows the words', async () => {
  await add({ ja: ['熱交換器'], zh: ['换热器'] })
  await publish('exchanger', '低温熱交換器')
  expect(await found('换热器')).toEqual(['exchanger'])
})

test('merging hands the words over and keeps the story of both', async () => {
  const small = await add({ ja: ['消音器'], zh: ['消声器'] })
  const large = await add({ ja: ['サイレンサー'], en: ['silencer'] })
  expect(await found('silencer')).toEqual([])
  expect(await transact((tx) => mergeConcepts(tx, clerk, large, small))).toEqual({ ok: true, id: small })
  expect(await found('silencer')).toEqual(['silencer'])
  expect(await stored(small)).toMatchObject({ ja: ['消音器', 'サイレンサー'], zh: ['消声器'], en: ['silencer'], enabled: true })
  expect(await stored(large)).toMatchObject({ ja: ['サイレンサー'], enabled: false })
  const [into, from] = [await conceptHistory(db, small), await conceptHistory(db, large)]
  expect(into.map((one) => [one.verb, one.after.mergedFrom ?? null, one.other?.id ?? null, one.actor])).toEqual([
    ['merged', large, large, clerk.name],
    ['added', null, null, clerk.name],
  ])
  expect(from[0]).toMatchObject({ verb: 'merged', before: { enabled: true }, after: { enabled: false, mergedInto: small } })
  expect(reason(await transact((tx) => mergeConcepts(tx, clerk, large, small)))).toBe('changed-meanwhile')
  expect(reason(await transact((tx) => mergeConcepts(tx, clerk, small, small)))).toBe('same')
  expect(reason(await transact((tx) => mergeConcepts(tx, clerk, small, 'nobody')))).toBe('missing')
  // Its words belong to the other one now.
  expect(reason(await transact((tx) => enableConcept(tx, clerk, large)))).toBe('taken')
})

test('every edit is history with its words, and a line of codes in the ledger', async () => {
  const id = await add({ ja: ['試験語'] })
  await change(id, { ja: ['試験語', '試験用語'] })
  await change(id, { ja: ['試験語', '試験用語'] })
  await transact((tx) => disableConcept(tx, clerk, id))
  const rows = await db.select().from(conceptChanges).where(eq(conceptChanges.conceptId, id)).orderBy(asc(conceptChanges.id))
  expect(rows.map((row) => [row.verb, row.before?.ja ?? null, row.after.ja, row.after.enabled, row.actorId])).toEqual([
    ['added', null, ['試験語'], true, clerk.id],
    ['changed', ['試験語'], ['試験語', '試験用語'], true, clerk.id],
    ['disabled', ['試験語', '試験用語'], ['試験語', '試験用語'], false, clerk.id],
  ])
  const lines = await db.select().from(ledger).where(eq(ledger.subject, `concept:${id}`)).orderBy(asc(ledger.id))
  expect(lines.map((line) => [line.verb, line.actor, line.codes])).toEqual([
    ['concept-added', clerk.id, {}],
    ['concept-changed', clerk.id, {}],
    ['concept-disabled', clerk.id, {}],
  ])
})

test('the second of two editors is told', async () => {
  const id = await add({ ja: ['同時編集'] })
  const seen = (await stored(id)).updatedAt
  const both = await Promise.all([change(id, { ja: ['同時編集', '一人目'] }, seen), change(id, { ja: ['同時編集', '二人目'] }, seen)])
  expect(both.map(reason).sort()).toEqual(['changed-meanwhile', 'ok'])
  expect(await db.$count(conceptChanges, eq(conceptChanges.conceptId, id))).toBe(2)
})

test('a word belongs to one concept in a language, in whatever characters it is written', async () => {
  const owner = await add({ ja: ['収塵'], zh: ['收尘'] })
  const taken = await transact((tx) => addConcept(tx, clerk, words({ zh: ['新词', '收塵'] })))
  expect(taken).toMatchObject({ ok: false, refusal: { reason: 'taken', tongue: 'zh', word: '收塵', owner: { id: owner, zh: ['收尘'] } } })
  expect(await db.select().from(concepts).then((rows) => rows.filter((row) => row.zh.includes('新词')))).toEqual([])
  // The same characters may mean another thing in the other language.
  const other = await add({ zh: ['同形语'], ja: ['別語'] })
  expect(reason(await change(other, { zh: ['同形语'], ja: ['別語', '収塵'] }))).toBe('taken')
  const homograph = await add({ ja: ['手紙'] })
  expect(reason(await transact((tx) => addConcept(tx, clerk, words({ zh: ['手紙'] }))))).toBe('ok')
  // What a concept has, it may keep; what a disabled one had is free.
  expect(reason(await change(homograph, { ja: ['手紙', '書簡'] }))).toBe('ok')
  await transact((tx) => disableConcept(tx, clerk, owner))
  expect(reason(await change(other, { zh: ['同形语', '收尘'], ja: ['別語'] }))).toBe('ok')
})

test('words are counted and measured', async () => {
  const refusal = async (given: Partial<Words>) => reason(await transact((tx) => addConcept(tx, clerk, words(given))))
  expect(await refusal({})).toBe('empty')
  expect(await refusal({ en: ['x'.repeat(61)] })).toBe('too-long')
  expect(await refusal({ ja: Array.from({ length: 41 }, (_, at) => `語${at}号`) })).toBe('too-many')
  expect(await refusal({ zh: ['!!'] })).toBe('unsearchable')
  expect(readWords(' 余熱 回収 \r\n\r\n余热 回收\n\u0000heat\t recovery\n')).toEqual(['余熱 回収', 'heat recovery'])
  const most = words({ ja: Array.from({ length: 40 }, (_, at) => `い${at}番`), zh: Array.from({ length: 40 }, (_, at) => `第${at}项`), en: Array.from({ length: 40 }, (_, at) => `word ${at}`) })
  expect(reason(await transact((tx) => addConcept(tx, clerk, most)))).toBe('ok')
})

test('only listings with a word that came or went are indexed anew', async () => {
  const unrelated = await found('脱硫')
  const [dryer, dewaterer, scrubber] = [await docOf('dryer'), await docOf('dewaterer'), await docOf('scrubber')]
  // A token that no listing would have: it is gone where the listing was indexed anew.
  await transact(async (tx) => {
    for (const doc of [dryer, dewaterer]) await putDocument(tx, doc, ['nzzmark', 'n污泥'])
    await putDocument(tx, scrubber, ['nzzmark', 'n脱硫'])
  })
  const untouched = async () => (await matchDocuments(db, [{ tokens: ['nzzmark'] }])).sort((a, b) => a - b)
  const id = await add({ ja: ['ポンプ'], zh: ['水泵'] })
  expect(await untouched()).toEqual([dryer, dewaterer, scrubber].sort((a, b) => a - b))
  expect(await found('水泵')).toEqual(['pump'])
  await change(id, { ja: ['ポンプ', '汚泥'], zh: ['水泵'] })
  expect(await untouched()).toEqual([scrubber])
  expect(await found('水泵')).toEqual(['dewaterer', 'dryer', 'pump'])
  expect(await found('脱硫')).toEqual(unrelated)
  await transact((tx) => disableConcept(tx, clerk, id))
  expect(await untouched()).toEqual([scrubber])
  expect(await found('水泵')).toEqual([])
  expect(await found('汚泥')).toEqual(['dewaterer', 'dryer'])
})

test('an edit that is rolled back leaves no word behind', async () => {
  await expect(
    transact(async (tx) => {
      await addConcept(tx, clerk, words({ ja: ['乾燥機'], zh: ['取り消し干燥机'] }))
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await add({ ja: ['別の語'], zh: ['另一个词'] })
  expect(await found('取り消し干燥机')).toEqual([])
  await add({ ja: ['乾燥機'], zh: ['烘干设备'] })
  expect(await found('烘干设备')).toEqual(['dryer'])
})

test('the desk finds concepts by any of their words, the nearest first', async () => {
  const part = await add({ zh: ['低温余热发电系统'] })
  const whole = await add({ ja: ['余熱発電'] })
  const listed = await listConcepts(db, { word: '餘熱發電', state: null, page: 1 })
  expect(listed.concepts.map((concept) => concept.id)).toEqual([whole, part])
  await transact((tx) => disableConcept(tx, clerk, part))
  expect((await listConcepts(db, { word: '余热发电', state: 'disabled', page: 1 })).concepts.map((concept) => concept.id)).toEqual([part])
  const { counts } = listed
  expect(counts.all).toBe(counts.enabled + counts.disabled)
  expect((await listConcepts(db, { word: '!?', state: null, page: 1 })).total).toBe(0)
})

test('queries in vain are written in batches, in one row whatever their characters', async () => {
  for (const query of ['余热锅炉', '餘熱鍋爐', '余熱鍋炉']) noteZeroHit('zh', query, BROWSER)
  noteZeroHit('ja', '余熱ボイラ', BROWSER)
  expect(await db.$count(zeroHits)).toBe(0)
  await flushZeroHits()
  await flushZeroHits()
  noteZeroHit('zh', '余热锅炉', BROWSER)
  await flushZeroHits()
  const rows = await db.select().from(zeroHits).orderBy(asc(zeroHits.n))
  expect(rows.map((row) => [row.language, row.query, row.n])).toEqual([
    ['ja', '余熱ボイラ', 1],
    ['zh', '余热锅炉', 4],
  ])
  expect(rows[1]!.lastAt.getTime()).toBeGreaterThanOrEqual(rows[1]!.firstAt.getTime())
  const id = await add({ ja: ['余熱ボイラ'] })
  expect((await recentZeroHits(db, 5)).map((hit) => [hit.query, hit.concept])).toEqual(expect.arrayContaining([['余熱ボイラ', id], ['余热锅炉', null]]))
})

test('nothing that tells who asked is noted, and no crawler', async () => {
  const before = await db.$count(zeroHits)
  for (const query of ['lin@plant.example', 'ｌｉｎ＠ｐｌａｎｔ．ｅｘａｍｐｌｅ', '电话13800138000', '０３-５５１１-２２６６', '长'.repeat(101), '!?', '']) noteZeroHit('zh', query, BROWSER)
  noteZeroHit('zh', '爬虫查询', 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)')
  noteZeroHit('zh', '无名查询', null)
  await flushZeroHits()
  expect(await db.$count(zeroHits)).toBe(before)
})

test('at most so many are noted at a time, and after 180 days they are forgotten', async () => {
  const before = await db.$count(zeroHits)
  for (let at = 0; at < 600; at++) noteZeroHit('ja', `見当たらない語${at}番`, BROWSER)
  await flushZeroHits()
  expect(await db.$count(zeroHits)).toBe(before + 500)
  setClock(days(181))
  noteZeroHit('ja', '新しい語', BROWSER)
  await flushZeroHits()
  expect((await db.select().from(zeroHits)).map((row) => row.query)).toEqual(['新しい語'])
  setClock(0)
})
