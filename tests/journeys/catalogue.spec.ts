import { brotliDecompressSync } from 'node:zlib'
import { get } from 'node:http'
import { expect, test } from '../support/journey.ts'

const ORDERS = ['kana-asc', 'kana-desc', 'pinyin-asc', 'pinyin-desc', 'alpha-asc', 'alpha-desc']
const technologiesIn = (html: string) => [...html.matchAll(/href="\/(?:ja|zh)\/technologies\/([a-z0-9-]+)"/g)].map((match) => match[1]!)

test('each of the six orders is drawn about equally often', async ({ request, language }) => {
  const drawn = new Map<string, number>()
  for (let visit = 0; visit < 600; visit++) {
    const html = await (await request.get(`/${language}/technologies`)).text()
    const order = /order=([a-z]+-(?:asc|desc))&amp;page=2/.exec(html)![1]!
    drawn.set(order, (drawn.get(order) ?? 0) + 1)
  }
  expect([...drawn.keys()].sort()).toEqual([...ORDERS].sort())
  for (const [order, n] of drawn) expect(n, order).toBeGreaterThanOrEqual(60)
  for (const [order, n] of drawn) expect(n, order).toBeLessThanOrEqual(140)
})

test('the pager shows every technology exactly once, whatever order was drawn', async ({ request, language }) => {
  const { total } = (await (await request.get('/api/technologies?limit=1')).json()) as { total: number }
  const seen: string[] = []
  let next: string | null = `/${language}/technologies`
  while (next) {
    const html: string = await (await request.get(next)).text()
    seen.push(...technologiesIn(html))
    next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null
  }
  expect(new Set(seen).size).toBe(total)
  expect(seen).toHaveLength(total)
})

test('words of one language find what the other says', async ({ request }) => {
  const names = async (path: string) => (await (await request.get(path)).text()).replace(/<[^>]+>/g, '')
  expect(await names('/zh/technologies?q=余热')).toMatch(/排熱|廃熱/)
  const hydrogen = technologiesIn(await (await request.get('/ja/technologies?q=水素&order=kana-asc')).text())
  expect(hydrogen).toContain('demo-alkaline-electrolyser')
  expect(technologiesIn(await (await request.get('/zh/technologies?q=氢&order=kana-asc')).text())).toContain('demo-alkaline-electrolyser')
  expect((await request.get('/zh/technologies/demo-alkaline-electrolyser')).status()).toBe(200)
  expect((await request.get('/ja/technologies/demo-alkaline-electrolyser')).status()).toBe(200)
})

test('searching, filtering and reading on a page', async ({ page, language }) => {
  await page.goto(`/${language}/technologies`)
  await page.locator('#q').fill(language === 'ja' ? '汚泥' : '污泥')
  await page.locator('form[role=search] button').click()
  await expect(page.locator('mark').first()).toBeVisible()
  const shown = async () => Number(/(\d+)(?!.*\d)/.exec(await page.getByRole('status').innerText())![1])
  const before = await shown()
  await page.locator('details summary').first().click()
  await page.locator('select[name=stage]').selectOption('commercial')
  await page.locator('details form button').first().click()
  await expect(page).toHaveURL(/stage=commercial/)
  const after = await shown()
  expect(after).toBeGreaterThan(0)
  expect(after).toBeLessThan(before)
  await page.locator('main ul li a[href*="/technologies/"]').first().click()
  await expect(page.locator('h1')).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0)
  expect(width).toBeLessThanOrEqual(page.viewportSize()!.width)
})

test('nothing found is not a dead end', async ({ page, language }) => {
  await page.goto(`/${language}/technologies?q=龘靐齉`)
  await expect(page.locator('main h2')).toBeVisible()
  await expect(page.locator('main a[href*="/needs/new"]').last()).toBeVisible()
})

test('while somebody types, words are offered', async ({ page, language, javaScriptEnabled }) => {
  await page.goto(`/${language}/technologies`)
  await page.locator('#q').pressSequentially('yure')
  if (javaScriptEnabled === false) {
    await expect(page.locator('[role=listbox]')).toHaveCount(0)
    return
  }
  await expect(page.locator('[role=option]').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=%/)
  await expect(page.getByRole('status')).toBeVisible()
})

/** Compressed bytes of a path, and its text. */
const load = (origin: string, path: string) =>
  new Promise<{ bytes: number; text: string }>((done, fail) => {
    get(origin + path, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        done({ bytes: body.length, text: (answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString() })
      })
    }).on('error', fail)
  })

test('a first visit is small', async ({ baseURL, language }) => {
  const visit = async (path: string) => {
    const page = await load(baseURL!, path)
    const parts = [...page.text.matchAll(/(?:src|href)="(\/(?:assets|pictures)\/[^"]+|\/icon\.svg|\/suggest\.js)"/g)].map((match) => match[1]!)
    let bytes = page.bytes
    for (const part of new Set(parts)) bytes += (await load(baseURL!, part)).bytes
    return bytes
  }
  // Every picture of the page, put off or not.
  expect(await visit(`/${language}/technologies?order=kana-asc`)).toBeLessThanOrEqual(40 * 1024)
  expect(await visit(`/${language}/technologies/demo-orc-low-temp`)).toBeLessThanOrEqual(60 * 1024)
})

test('the open JSON pages through the same search and names bad parameters', async ({ request }) => {
  const first = (await (await request.get('/api/technologies?q=余热&limit=5&order=kana-asc')).json()) as { total: number; items: { id: string }[] }
  const second = (await (await request.get('/api/technologies?q=余热&limit=5&order=kana-asc&page=2')).json()) as { items: { id: string }[] }
  expect(first.items).toHaveLength(5)
  expect(first.items.map((item) => item.id)).not.toContain(second.items[0]!.id)
  const past = (await (await request.get('/api/technologies?page=9999')).json()) as { items: unknown[] }
  expect(past.items).toEqual([])
  for (const [query, parameter] of [['limit=0', 'limit'], ['limit=101', 'limit'], ['order=best', 'order'], ['page=x', 'page'], ['field=nothing', 'field'], ['lang=en', 'lang']]) {
    const refused = await request.get(`/api/technologies?${query}`)
    expect(refused.status(), query).toBe(400)
    expect(((await refused.json()) as { parameter: string }).parameter).toBe(parameter)
  }
})

test('a need in running text finds technologies that say the same in the other language', async ({ request }) => {
  const text = '我公司污水处理厂每天产生含水率80%的污泥约50吨，希望采用热泵低温干化，把含水率降到40%以下。'
  const answer = await request.post('/api/suggestions', { data: { text, lang: 'zh', limit: 5 } })
  const { items } = (await answer.json()) as { items: { id: string; because: { word: string; matched: string }[] }[] }
  expect(items[0]!.id).toBe('demo-sludge-heat-pump-dryer')
  expect(items[0]!.because.length).toBeGreaterThan(0)
  for (const reason of items[0]!.because) expect(text).toContain(reason.word)
  for (const [data, parameter] of [[{}, 'text'], [{ text: '' }, 'text'], [{ text: '余'.repeat(4_001) }, 'text'], [{ text, limit: 0 }, 'limit'], [{ text, lang: 'fr' }, 'lang']] as const) {
    const refused = await request.post('/api/suggestions', { data })
    expect(refused.status()).toBe(400)
    expect(((await refused.json()) as { parameter: string }).parameter).toBe(parameter)
  }
  const malformed = await request.post('/api/suggestions', { data: '{"text":', headers: { 'content-type': 'application/json' } })
  expect(malformed.status()).toBe(400)
})

test('a shared page is tagged, and a reader who has it is told so', async ({ request, language }) => {
  const first = await request.get(`/${language}/technologies?order=kana-asc`)
  const { etag } = first.headers()
  expect(etag).toBeTruthy()
  const again = await request.get(`/${language}/technologies?order=kana-asc`, { headers: { 'if-none-match': etag! } })
  expect(again.status()).toBe(304)
  const drawn = await request.get(`/${language}/technologies`)
  expect(drawn.headers()['cache-control']).toBe(language === 'zh' ? 'private, no-cache, no-transform' : 'private, no-cache')
})
