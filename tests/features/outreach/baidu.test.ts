/** Telling Baidu, against a stand-in of its endpoint. */
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { jobs } from '#db/schema/platform.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { publishListing, unpublishListing } from '#app/features/catalogue/mutations.server.ts'
import { BAIDU_PUSH, MOST_ADDRESSES, pushToBaidu } from '#app/features/outreach/searching/baidu.server.ts'
import { runDueJobs, schedule } from '#app/platform/jobs.server.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'

const TOKEN = 'top-secret-token'
let baidu: Server
let endpoint = ''
let calls: string[][] = []
let answer: { status: number; body: object } = { status: 200, body: { remain: 10, success: 1 } }

beforeAll(async () => {
  baidu = createServer(async (req, res) => {
    let body = ''
    for await (const piece of req) body += String(piece)
    calls.push([req.method!, req.headers['content-type']!, new URL(req.url!, 'http://x').searchParams.get('token')!, ...body.split('\n')])
    res.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body))
  }).listen(0, '127.0.0.1')
  await once(baidu, 'listening')
  endpoint = `http://127.0.0.1:${(baidu.address() as AddressInfo).port}/urls?site=zh.databank.example&token=${TOKEN}`
  await listedCompany('pushed')
})
afterAll(() => baidu.close())
beforeEach(() => {
  calls = []
  answer = { status: 200, body: { remain: 10, success: 1 } }
})

let hour = 0
/** Runs the job as the runner does, an hour or more after the last time. */
async function push(after = 3, most = MOST_ADDRESSES) {
  setClock((hour += after) * 3_600_000)
  await transact((tx) => schedule(tx, BAIDU_PUSH, BAIDU_PUSH))
  await runDueJobs({ [BAIDU_PUSH]: pushToBaidu(endpoint, most) })
}
const told = () => calls.flatMap((call) => call.slice(3)).map((address) => address.split('/').at(-1))
async function publish(id: string, zh: string | null = `${id}技术`) {
  const content = { ...blankContent(), name: { ja: `${id}技術`, zh }, summary: { ja: '要約', zh: zh && '摘要' } }
  await transact((tx) => publishListing(tx, { technologyId: id, companyId: 'pushed', content, authorId: null }))
}

test('what became public or changed is told once, in Chinese only, and never what was withdrawn', async () => {
  await publish('one')
  await publish('two')
  await publish('japanese', null)
  await push()
  expect(calls).toHaveLength(1)
  expect(calls[0]!.slice(0, 3)).toEqual(['POST', 'text/plain', TOKEN])
  expect(calls[0]!.slice(3).every((address) => /^https?:\/\/.+\/zh\/technologies\/\S+$/.test(address))).toBe(true)
  expect(told()).toHaveLength(2)

  await push()
  expect(calls).toHaveLength(1)

  calls = []
  await publish('one', '改过的技术')
  await transact((tx) => unpublishListing(tx, { technologyId: 'two', authorId: null }))
  await push()
  expect(told()).toHaveLength(1)
})

test('a refusal is tried again, and neither log nor database ever holds the token', async () => {
  await publish('three')
  answer = { status: 401, body: { error: 401, message: 'token is not valid' } }
  await push()
  const [job] = await db.select().from(jobs)
  expect(job!.lastError).toContain('refused: 401')
  expect(JSON.stringify(job)).not.toContain(TOKEN)
  answer = { status: 200, body: { remain: 9, success: 1 } }
  calls = []
  await push()
  expect(told()).toHaveLength(1)
})

test('when the day’s quota is used up it waits for the next day', async () => {
  await publish('four')
  answer = { status: 400, body: { error: 400, message: 'over quota' } }
  await push()
  expect(calls).toHaveLength(1)
  await runDueJobs({ [BAIDU_PUSH]: pushToBaidu(endpoint) })
  expect(calls).toHaveLength(1)
  answer = { status: 200, body: { remain: 9, success: 1 } }
  calls = []
  await push(25)
  expect(told()).toHaveLength(1)
})

test('more than one call takes are told in several, each once', async () => {
  expect(MOST_ADDRESSES).toBeLessThanOrEqual(2_000)
  for (const id of ['five', 'six', 'seven', 'eight', 'nine']) await publish(id)
  await push(25, 2)
  expect(calls.map((call) => call.length - 3)).toEqual([2, 2, 1])
  expect(new Set(told()).size).toBe(5)
})
