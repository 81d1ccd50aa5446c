import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { APIRequestContext } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

const TECHNOLOGY = 'demo-orc-low-temp'
const firm = { name: '印花 見本', email: 'marked-firm@marks.example', phone: '+81 3 5550 7731', wechat: 'marked_firm_wx' }
const buyer = { organisation: '记号样例工厂', person: '记号工程师', address: 'marked_wx' }

/** Gives the technology's firm contacts that can be recognised anywhere. */
function markFirm(): void {
  const file = new Database(join(dataDir(), 'databank.sqlite'), { timeout: 10_000 })
  file
    .prepare('update company_contacts set name = ?, email = ?, phone = ?, wechat = ? where company_id = (select company_id from technologies where slug = ?)')
    .run(firm.name, firm.email, firm.phone, firm.wechat, TECHNOLOGY)
  file.close()
}

const AT_ONCE = 8
/** Drawn from what the pages say, and nothing a search for words could read. */
const DRAWN = /^\/(posters|flyers|qr|share|pictures|media)\//
/** Other views of the same words: some of each kind stand for the rest. */
const VIEW = /\/(poster|flyer|inquiry)$|^\/(?:ja|zh)\/(share|feeds|fields)(?=[/?])/
const SOME = 12

/** Reads everything that can be reached from some addresses without signing in; returns each address with its body. */
async function crawl(request: APIRequestContext, origin: string, starts: string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const views: Record<string, number> = {}
  const isWanted = (address: string) => {
    const [, end, start] = VIEW.exec(address) ?? []
    const kind = end ?? start
    return kind === undefined || (views[kind] = (views[kind] ?? 0) + 1) <= SOME
  }
  let waiting = starts
  while (waiting.length > 0) {
    const found: string[] = []
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      await Promise.all(waiting.slice(from, from + AT_ONCE).map(async (address) => found.push(...(await visit(request, origin, address, read)))))
    }
    waiting = [...new Set(found)].filter((address) => !read.has(address) && isWanted(address))
  }
  return read
}

/** Reads one address; returns where it leads. */
async function visit(request: APIRequestContext, origin: string, address: string, read: Map<string, string>): Promise<string[]> {
  const answer = await request.get(address, { maxRetries: 2 })
  expect(answer.status(), address).toBeLessThan(500)
  const body = (await answer.body()).toString('utf8') + JSON.stringify(answer.headers())
  read.set(address, body)
  if (!answer.headers()['content-type']?.includes('text/html')) return []
  const targets = [...body.matchAll(/(?:href|src|action)="([^"]+)"/g)].map((match) => new URL(match[1]!.replaceAll('&amp;', '&'), origin + address))
  // Lists in other orders and with other filters show the same cards.
  return targets.filter((url) => url.origin === origin && !DRAWN.test(url.pathname) && !/[?&](order|stage|mode|region|field)=/.test(url.search)).map((url) => url.pathname + url.search)
}

test('no address below the desk shows a contact of the other side', async ({ page: desk, request, signIn, someoneElse, baseURL, language }, info) => {
  info.setTimeout(240_000)
  markFirm()
  const visitor = await someoneElse()
  await visitor.goto(`/${language}/technologies/${TECHNOLOGY}/inquiry`)
  await visitor.locator('[name=message]').fill('想了解余热发电设备的效率、价格和国内业绩，请转给企业。')
  await visitor.locator('[name=organisation]').fill(buyer.organisation)
  await visitor.locator('[name=organisationKind]').selectOption('enterprise')
  await visitor.locator('[name=person]').fill(buyer.person)
  await visitor.locator('[name=channel][value=wechat]').check()
  await visitor.locator('[name=address]').fill(`${buyer.address}_${info.project.name.replace('-', '_')}`)
  await visitor.locator('[name=processing]').check()
  await visitor.locator('[name=transfer]').check()
  await visitor.locator('main form[method=post] button').last().click()
  await expect(visitor).toHaveURL(/\/receipts\//)
  const receipt = new URL(visitor.url()).pathname
  const ticket = /DB-\d{4}-\d{4}/.exec(await visitor.locator('main').innerText())![0]
  await signIn()
  await desk.goto(`/${language}/desk/inquiries?stage=received`)
  await desk.getByRole('link', { name: ticket }).click()
  await desk.locator('form[action$="/taking"] button').click()
  await desk.locator('a[href$="/forwarding"]').first().click()
  await desk.locator('main form[method=post]').last().getByRole('button').last().click()
  await expect(desk).toHaveURL(/done=forwarded/)
  const question = await letterWhere(dataDir(), (letter) => Boolean(letter.subject?.includes(ticket) && letter.link?.includes('/answers/')))
  const answers = new URL(question.link!).pathname

  const json = ['/api/technologies?limit=100', `/api/technologies?q=${encodeURIComponent(firm.name)}`, `/api/technologies?q=${firm.email}`, `/api/completions?q=${encodeURIComponent('印花')}`]
  const open = await crawl(request, baseURL!, ['/', ...json, receipt])
  expect(open.size).toBeGreaterThan(300)
  for (const [address, body] of open) {
    for (const mark of Object.values(firm)) expect(body.includes(mark), `${address} shows ${mark}`).toBe(false)
    if (!address.startsWith(receipt)) for (const mark of Object.values(buyer)) expect(body.includes(mark), `${address} shows ${mark}`).toBe(false)
  }
  for (const [address, body] of await crawl(request, baseURL!, [answers])) {
    for (const mark of Object.values(buyer)) expect(body.includes(mark), `${address} shows ${mark}`).toBe(false)
  }
  for (const mark of Object.values(buyer)) expect(`${question.text}${question.html}`.includes(mark), `the letter shows ${mark}`).toBe(false)
})
