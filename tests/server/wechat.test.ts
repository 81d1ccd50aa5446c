/** WeChat's script, where it is switched on: for its own apps and on public pages only. Every other reader loads nothing from elsewhere. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, openHouse, until, type House, type Site } from '../support/site.ts'
import { weChatAgents } from '../support/wechat-agents.ts'

const SDK = 'https://res.wx.qq.com'
const SECRET = 'never-to-be-seen'
const asked: string[] = []
let endpoints: Server
let house: House
let site: Site

beforeAll(async () => {
  endpoints = createServer((req, res) => {
    asked.push(req.url!)
    res.end(JSON.stringify(req.url!.startsWith('/cgi-bin/token') ? { access_token: 'T', expires_in: 7200 } : { errcode: 0, ticket: 'TICKET', expires_in: 7200 }))
  }).listen(0, '127.0.0.1')
  await once(endpoints, 'listening')
  house = openHouse({ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: SECRET, WECHAT_API_ORIGIN: `http://127.0.0.1:${(endpoints.address() as AddressInfo).port}`, LOG_LEVEL: 'silent' })
  site = house.start(await freePort())
  await site.ready()
}, 120_000)
afterAll(async () => {
  await site.stop()
  house.remove()
  endpoints.close()
})

async function page(path: string, userAgent: string) {
  const answer = await fetch(site.address + path, { headers: { 'user-agent': userAgent } })
  return { policy: answer.headers.get('content-security-policy')!, html: await answer.text() }
}

test('a page carries the script inside WeChat, from the cache as well, and nowhere else', async () => {
  const browser = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
  for (const agent of [weChatAgents.android, weChatAgents.ios, weChatAgents.windows]) {
    for (const time of ['first', 'again']) {
      const { policy, html } = await page('/zh/companies', agent)
      expect(html, time).toContain('<script defer="" src="/wechat.js">')
      expect(policy).toContain(`script-src 'self' ${SDK};`)
      expect(policy).toContain("default-src 'self'")
    }
  }
  for (const agent of [browser, weChatAgents.wecom, weChatAgents.miniProgram]) {
    const { policy, html } = await page('/zh/companies', agent)
    expect(html).not.toContain('wechat.js')
    expect(policy).not.toContain(SDK)
  }
})

test('no private page and no form carries it', async () => {
  for (const path of ['/zh/account/sign-in', '/zh/inquiries/new', '/zh/receipts/00000000000000000000000000000000AAAAAAAAAAAAAAAAAAAAAA', '/zh/clips']) {
    const { html } = await page(path, weChatAgents.android)
    expect(html, path).not.toContain('wechat.js')
  }
  for (const path of ['/zh/account/sign-in', '/zh/receipts/00000000000000000000000000000000AAAAAAAAAAAAAAAAAAAAAA']) expect((await page(path, weChatAgents.android)).policy, path).not.toContain(SDK)
})

test('our own addresses are signed, others are not, and the secret stays here', async () => {
  await until(() => asked.length >= 2)
  const sign = (url: string) => fetch(`${site.address}/api/wechat-signature?url=${encodeURIComponent(url)}`)
  const own = `${site.address}/zh/technologies?q=余热`
  await until(async () => (await sign(own)).ok)
  const answer = await sign(`${own}#share`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  const said = JSON.parse(text) as { appId: string; timestamp: number; nonceStr: string; signature: string }
  expect(said.appId).toBe('wx0123456789abcdef')
  expect(said.signature).toBe(createHash('sha1').update(`jsapi_ticket=TICKET&noncestr=${said.nonceStr}&timestamp=${said.timestamp}&url=${own}`).digest('hex'))
  for (const other of ['https://evil.example/zh', `${site.address}/zh/desk`, `${site.address}/zh/receipts/x`, '']) expect((await sign(other)).status, other).toBe(400)
  expect(asked.filter((url) => url.includes(SECRET))).toHaveLength(1)
  expect(text).not.toMatch(/TICKET|never/)
  expect(JSON.stringify(house.rows('select * from facts'))).not.toMatch(/TICKET|never-to/)
})
