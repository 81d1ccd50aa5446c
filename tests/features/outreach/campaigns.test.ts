import { eq, like } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { db, transact } from '#db/index.ts'
import { campaigns } from '#db/schema/campaigns.ts'
import { dailyCounts, ledger } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { campaignByCode, listCampaigns, readCampaign, SHOWN_DAYS } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { ALPHABET, drawCode, LENGTH, readCode } from '#app/features/outreach/campaigns/code.ts'
import { addCampaign, editCampaign, removeCampaign, setCampaignEnded, undoEdit } from '#app/features/outreach/campaigns/keeping.server.ts'
import { pastedPage, publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { loader as openCode } from '#app/routes/codes/open.ts'
import { flushCounts, tally, type Countable } from '#app/platform/counting.server.ts'
import { env } from '#app/platform/env.server.ts'
import { setClock } from '../../support/clock.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { officeFor } from '../../support/editors.ts'
import { secretary } from '../../support/people.ts'

// Settings are read when the first part of the site is loaded.
vi.hoisted(() => {
  process.env.ORIGIN_ZH = 'https://zh.own.example'
})

const DAY = 86_400_000
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'
const WECHAT = `${PHONE} MicroMessenger/8.0.49`
let clerk: Secretary
beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('firm-q')
  await listedTechnology('tech-q', 'firm-q')
})

const slug = async (id: string) => (await publicPage(db, 'zh', `/technologies/${id}`))?.target
const text = { partner: '見本協会', event: '展示会', target: '/technologies', language: 'zh' }
const added = async (given: Partial<typeof text> = {}) => (await readCampaign(db, await transact((tx) => addCampaign(tx, clerk, { ...text, ...given }))))!

/** Opens a code as a browser does; returns where it leads. */
async function open(code: string, { userAgent = PHONE, method = 'GET', languages = 'zh-CN' } = {}): Promise<string> {
  const request = new Request(`http://127.0.0.1/q/${encodeURIComponent(code)}`, { method, headers: { 'user-agent': userAgent, 'accept-language': languages } })
  const answer = await openCode({ request, params: { code }, context: { count: (one: Countable) => tally(userAgent, one) } as never })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  await flushCounts()
  return answer.headers.get('location')!
}

test('codes are short, and no letter is mistaken for another', () => {
  expect(ALPHABET).not.toMatch(/[0O1ILZ2S5B8UVAE]/)
  let at = 0
  expect(drawCode((below) => at++ % below)).toBe(ALPHABET.slice(0, LENGTH))
  expect(readCode(' ｃｄｆ-gh ')).toBe('CDFGH')
})

test('a code leads to its page and is counted once a visit, by day and device; machines are not', async () => {
  const { id, code } = await added({ target: '/technologies/tech-q' })
  expect(await open(code)).toBe(`${env.originOf.zh}/zh/technologies/tech-q`)
  expect(await open(code.toLowerCase(), { userAgent: WECHAT })).toBe(`${env.originOf.zh}/zh/technologies/tech-q`)
  await open(code, { userAgent: 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)' })
  await open(code, { method: 'HEAD' })
  setClock(DAY)
  await open(code, { userAgent: WECHAT })
  const seen = (await readCampaign(db, id))!
  setClock(0)
  expect(seen.scans).toEqual({ total: 3, days: [...Array<number>(SHOWN_DAYS - 2).fill(0), 2, 1] })
  expect(Object.fromEntries(seen.devices.map((row) => [row.device, row.n]))).toEqual({ wechat: 2, phone: 1 })
  const rows = await db.select().from(dailyCounts).where(eq(dailyCounts.subject, id))
  expect(JSON.stringify(rows)).not.toMatch(/iPhone|127\.0\.0\.1/)
})

test('codes that ended, lead nowhere any more, or never were lead to a page that helps', async () => {
  const ended = await added()
  await transact((tx) => setCampaignEnded(tx, clerk, ended.id, true))
  expect(await open(ended.code)).toBe(`/zh/codes?of=${ended.code}`)
  expect((await readCampaign(db, ended.id))!.scans.total).toBe(0)
  const gone = await added({ target: '/technologies/nothing-here' })
  expect(await open(gone.code)).toBe(`/zh/codes?of=${gone.code}`)
  expect(await open('XXXXX')).toBe('/zh/codes?of=XXXXX')
  expect(await open('?/..', { languages: 'en-US' })).toBe('/ja/codes?of=%3F%2F..')
})

test('each language leads to its own host', async () => {
  expect(await open((await added({ target: '' })).code)).toBe('https://zh.own.example/zh')
  expect(await open((await added({ target: '/fields', language: 'ja' })).code)).toBe(`${env.origin}/ja/fields`)
})

test('what is kept of a code can be changed and put back, by one at a time', async () => {
  const { id, code } = await added()
  const other = { partner: '別の協会', event: '', target: '', language: 'ja' }
  expect(await transact((tx) => editCampaign(tx, clerk, id, 1, other))).toEqual({ ok: true })
  expect(await transact((tx) => editCampaign(tx, clerk, id, 1, text))).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await readCampaign(db, id)).toMatchObject({ ...other, code })
  expect(await transact((tx) => undoEdit(tx, clerk, id, 2))).toBe(true)
  expect(await transact((tx) => undoEdit(tx, clerk, id, 2))).toBe(false)
  expect(await readCampaign(db, id)).toMatchObject({ ...text, code })
  for (const ended of [true, false]) expect(await transact((tx) => setCampaignEnded(tx, clerk, id, ended))).toBe(true)
  expect(await transact((tx) => setCampaignEnded(tx, clerk, id, false))).toBe(false)
  const story = await db.select().from(ledger).where(eq(ledger.subject, `campaign:${id}`))
  expect(story.map((row) => row.verb)).toEqual(['campaign-added', 'campaign-edited', 'campaign-edit-undone', 'campaign-ended', 'campaign-reopened'])
  expect(JSON.stringify(story)).not.toMatch(/協会|展示会/)
})

test('a code is taken back only while nobody has opened it', async () => {
  const [fresh, used] = [await added(), await added()]
  await open(used.code)
  expect(await transact((tx) => removeCampaign(tx, clerk, used.id))).toBe(false)
  expect(await transact((tx) => removeCampaign(tx, clerk, fresh.id))).toBe(true)
  expect(await campaignByCode(db, fresh.code)).toBeNull()
  expect(await db.$count(ledger, like(ledger.verb, 'campaign-removed'))).toBe(1)
})

test('the list shows open and ended ones, the newest first', async () => {
  await transact((tx) => tx.delete(campaigns).returning())
  setClock(60_000)
  const first = await added({ partner: 'first' })
  setClock(120_000)
  const second = await added({ partner: 'second' })
  setClock(0)
  await open(first.code)
  const { counts, items } = await listCampaigns(db, 'open', 1)
  expect(counts).toEqual({ open: 2, ended: 0 })
  expect(items.map((row) => [row.id, row.scans.total])).toEqual([[second.id, 0], [first.id, 1]])
})

test('only public pages of ours can be pasted', async () => {
  const own = env.origin
  const to = async (typed: string, host: string | null = null) => (await pastedPage(db, typed, host))?.target ?? null
  expect(await to(`${own}/zh`)).toBe('')
  expect(await to(' /ja/technologies/tech-q ')).toBe('/technologies/tech-q')
  expect(await to('/zh/technologies?field=waste-heat&page=3&order=kana-asc')).toBe('/technologies?field=waste-heat')
  expect(await to('bank.example/ja/fields', 'bank.example')).toBe('/fields')
  for (const bad of ['https://other.example/zh/technologies', '//other.example/zh', '/zh/desk', '/ja/account/sign-in', '/ja/receipts/abc', '/technologies', '/ja/technologies/none', 'javascript:alert(1)', '/ja/technologies/%', '/jaja', '', 'x']) expect(await to(bad), bad).toBeNull()
  expect(await slug('tech-q')).toBe('/technologies/tech-q')
  const editor = await officeFor('firm-q')
  await transact((tx) => withdrawListing(tx, editor, 'tech-q'))
  expect(await slug('tech-q')).toBeUndefined()
})
