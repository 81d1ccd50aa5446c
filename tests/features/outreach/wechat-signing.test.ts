import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { facts, jobs } from '#db/schema/platform.ts'
import { signable, signatureOf } from '#app/features/outreach/wechat/signing.ts'
import { renewTicket, signPage, WECHAT_TICKET } from '#app/features/outreach/wechat/ticket.server.ts'
import type { WeChatAccount } from '#app/platform/env.server.ts'
import { runDueJobs, schedule } from '#app/platform/jobs.server.ts'
import { setClock } from '../../support/clock.ts'

/** WeChat's two endpoints: every answer names a new token or ticket, unless told otherwise. */
let wechat: Server
const asked: URL[] = []
let refused: Record<string, number> = {}
let account: WeChatAccount

beforeAll(async () => {
  wechat = createServer((req, res) => {
    const url = new URL(req.url!, 'http://wechat.invalid')
    asked.push(url)
    const errcode = refused[url.pathname]
    const member = url.pathname === '/cgi-bin/token' ? 'access_token' : 'ticket'
    res.end(JSON.stringify(errcode ? { errcode, errmsg: 'refused' } : { errcode: 0, [member]: `${member}-${asked.length}`, expires_in: 7200 }))
  }).listen(0, '127.0.0.1')
  await once(wechat, 'listening')
  account = { appId: 'wx0123456789abcdef', secret: 'kept-to-ourselves', api: `http://127.0.0.1:${(wechat.address() as AddressInfo).port}` }
})
afterAll(() => void wechat.close())
beforeEach(async () => {
  asked.length = 0
  refused = {}
  await transact(async (tx) => {
    await tx.delete(jobs).returning()
    await tx.delete(facts).where(eq(facts.name, WECHAT_TICKET)).returning()
  })
})
afterEach(() => setClock(0))

const paths = () => asked.map((url) => url.pathname)
const renewal = { [WECHAT_TICKET]: (job: Parameters<ReturnType<typeof renewTicket>>[0]) => renewTicket(account)(job) }
const begin = () => transact((tx) => schedule(tx, WECHAT_TICKET, WECHAT_TICKET))
const PAGE = 'https://zh.databank.example/zh/technologies/x?q=余热'

test('the signature is that of the documentation', () => {
  const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg'
  expect(signatureOf({ ticket, nonce: 'Wm3WZYTPz0wzccnW', timestamp: 1414587457, url: 'http://mp.weixin.qq.com?params=value' })).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed')
})

test('only our own public pages are signed, as the browser asked for them and without what stands behind #', () => {
  const own = ['https://databank.example', 'https://zh.databank.example']
  expect(signable(`${PAGE}#share`, own)).toBe(PAGE)
  expect(signable('https://databank.example/ja', own)).toBe('https://databank.example/ja')
  for (const other of ['', 'not an address', 'http://databank.example/ja', 'https://databank.example.evil.example/ja', 'https://evil.example/zh/technologies', 'https://databank.example/api/technologies', 'https://databank.example/zh/receipts/abc', 'https://databank.example/ja/desk', 'https://databank.example/ja/account/sign-in', 'javascript:alert(1)'])
    expect(signable(other, own), other).toBeNull()
})

test('servers that start together ask once; the row holds what they all sign with, sealed', async () => {
  await begin()
  await Promise.all([begin(), begin()].map((one) => one.then(() => runDueJobs(renewal))))
  await Promise.all(Array.from({ length: 4 }, () => runDueJobs(renewal)))
  expect(paths()).toEqual(['/cgi-bin/token', '/cgi-bin/ticket/getticket'])
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({ grant_type: 'client_credential', appid: account.appId, secret: account.secret })
  expect(Object.fromEntries(asked[1]!.searchParams)).toEqual({ type: 'jsapi', access_token: 'access_token-1' })
  const [row] = await db.select().from(facts).where(eq(facts.name, WECHAT_TICKET))
  for (const secret of ['access_token', 'ticket-2', account.secret]) expect(row!.value).not.toContain(secret)
  const signed = (await signPage(db, account, PAGE))!
  expect(signed.appId).toBe(account.appId)
  expect(signed.signature).toBe(createHash('sha1').update(`jsapi_ticket=ticket-2&noncestr=${signed.nonceStr}&timestamp=${signed.timestamp}&url=${PAGE}`).digest('hex'))
})

test('it is renewed after 6,600 seconds, by one of the servers, and not when one starts anew before that', async () => {
  await begin()
  await runDueJobs(renewal)
  setClock(6_500_000)
  await begin()
  await runDueJobs(renewal)
  expect(asked).toHaveLength(2)
  setClock(6_700_000)
  await Promise.all(Array.from({ length: 6 }, () => runDueJobs(renewal)))
  expect(paths().slice(2)).toEqual(['/cgi-bin/token', '/cgi-bin/ticket/getticket'])
})

test('without a ticket nothing is signed, and an old one is not used', async () => {
  expect(await signPage(db, account, PAGE)).toBeNull()
  await begin()
  await runDueJobs(renewal)
  setClock(7_100_000)
  expect(await signPage(db, account, PAGE)).not.toBeNull()
  setClock(7_201_000)
  expect(await signPage(db, account, PAGE)).toBeNull()
  setClock(0)
  expect(await signPage(db, { ...account, appId: 'wxffffffffffffffff' }, PAGE)).toBeNull()
})

test('a refusal is tried again later and never tells the secret; a token that WeChat disowns is asked for anew', async () => {
  refused = { '/cgi-bin/token': 40164 }
  await begin()
  await runDueJobs(renewal)
  const [waiting] = await db.select().from(jobs)
  expect(waiting!.lastError).toBe('Error: WeChat gave no token (40164)')
  refused = { '/cgi-bin/ticket/getticket': 42001 }
  setClock(120_000)
  await runDueJobs(renewal)
  refused = {}
  setClock(600_000)
  await runDueJobs(renewal)
  expect(paths()).toEqual(['/cgi-bin/token', '/cgi-bin/token', '/cgi-bin/ticket/getticket', '/cgi-bin/token', '/cgi-bin/ticket/getticket'])
  expect(await signPage(db, account, PAGE)).not.toBeNull()
})

test('where it is not switched on, a job that was left behind ends', async () => {
  await begin()
  await runDueJobs({ [WECHAT_TICKET]: renewTicket(null) })
  expect(asked).toEqual([])
  expect(await db.$count(jobs)).toBe(0)
})
