/** What a telephone loads on its first visit, and that no public page needs a script. */
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { freePort, openHouse, type House, type Site } from '../support/site.ts'
import { addresses } from '../support/url-map.ts'

/** Kilobytes on the wire, heads included. */
const MOST = { list: 35_000, technology: 60_000 }
/** The heaviest first picture that a firm can send (scripts/readers/picture-sizes.mjs). */
const HEAVIEST = 36 * 1024
/** Scripts that pages do without. */
const ENHANCEMENTS = ['/suggest.js', '/upload.js', '/wechat.js']

let [house, site, browser]: [House, Site, Browser] = [] as never
beforeAll(async () => {
  house = openHouse({})
  site = house.start(await freePort())
  await site.ready()
  const found = await findChromium()
  if (!('path' in found)) throw new Error(found.missing)
  browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  house?.remove()
})

/** Everything that the browser asked for: bytes by address, and what asked elsewhere. */
async function firstVisit(path: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    const urls = new Map<string, string>()
    const bytes = new Map<string, number>()
    wire.on('Network.requestWillBeSent', ({ requestId, request }) => void urls.set(requestId, request.url))
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void bytes.set(urls.get(requestId)!, encodedDataLength))
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 })
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => ((window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(site.address + path, { waitUntil: 'networkidle' })
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
    const asked = [...urls.values()]
    return { total: [...bytes.values()].reduce((sum, one) => sum + one, 0), bytes, shift, foreign: asked.filter((url) => !url.startsWith(site.address)) }
  } finally {
    await context.close()
  }
}

test('the list and a technology are light, come from one host, and stand still', async () => {
  const list = await firstVisit('/zh/technologies')
  expect([list.foreign, list.shift]).toEqual([[], 0])
  expect(list.total).toBeLessThanOrEqual(MOST.list)

  const { items } = (await fetch(`${site.address}/api/technologies?limit=1`).then((answer) => answer.json())) as { items: { slug: string }[] }
  const technology = await firstVisit(`/zh/technologies/${items[0]!.slug}`)
  expect([technology.foreign, technology.shift]).toEqual([[], 0])
  const drawn = [...technology.bytes].filter(([url]) => url.includes('/pictures/')).reduce((sum, [, one]) => sum + one, 0)
  expect(drawn).toBeGreaterThan(0)
  expect(technology.total - drawn + HEAVIEST).toBeLessThanOrEqual(MOST.technology)
  process.stdout.write(`\nfirst visit: list ${list.total} bytes, technology ${technology.total} bytes (${technology.total - drawn + HEAVIEST} with the heaviest photograph)\n`)
})

test('what is asked for again is not sent again', async () => {
  const page = await fetch(`${site.address}/zh/technologies?order=pinyin-asc`)
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(await page.text())![1]!
  for (const [path, cached] of [['/zh/technologies?order=pinyin-asc', /no-cache/], [css, /max-age=31536000, immutable/], ['/suggest.js', /max-age=3600/]] as const) {
    for (const coding of ['br', 'gzip', 'identity']) {
      const first = await fetch(site.address + path, { headers: { 'accept-encoding': coding } })
      await first.arrayBuffer()
      expect(first.headers.get('content-encoding') ?? 'identity').toBe(coding)
      expect(first.headers.get('cache-control')).toMatch(cached)
      expect(first.headers.get('vary')).toContain('Accept-Encoding')
      const again = await fetch(site.address + path, { headers: { 'accept-encoding': coding, 'if-none-match': first.headers.get('etag')! } })
      expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    }
  }
})

test('no public page needs a script: none but the named ones and data for search engines', async () => {
  const patterns = addresses().filter((address) => /^\/:locale/.test(address) && !/\/(account|desk)\b/.test(address)).map((address) => ({ address, fits: new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`) }))
  const visited = new Map<string, number>()
  const waiting = ['/ja', '/zh']
  const seen = new Set(waiting)
  const offending: string[] = []
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const pattern = patterns.find(({ fits }) => fits.test(path.split('?')[0]!))?.address
    if (!pattern || (visited.get(pattern) ?? 0) >= 4) continue
    const answer = await fetch(site.address + path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    visited.set(pattern, (visited.get(pattern) ?? 0) + 1)
    const html = await answer.text()
    for (const [tag, attributes = ''] of html.matchAll(/<script\b([^>]*)>/g)) {
      const source = / src="([^"]*)"/.exec(attributes)?.[1]
      if (!/type="application\/ld\+json"/.test(attributes) && !(source && ENHANCEMENTS.includes(source))) offending.push(`${path}: ${tag}`)
    }
    for (const [word] of html.matchAll(/<[a-z][^>]* on[a-z]+="|javascript:/g)) offending.push(`${path}: ${word}`)
    for (const [, href] of html.matchAll(/<a [^>]*href="(\/(?:ja|zh)[^"#]*)"/g)) {
      const link = href!.replaceAll('&amp;', '&')
      if (!seen.has(link)) waiting.push(link)
      seen.add(link)
    }
  }
  expect(offending).toEqual([])
  for (const address of ['/:locale', '/:locale/technologies', '/:locale/technologies/:slug', '/:locale/technologies/:slug/inquiry', '/:locale/companies/:slug', '/:locale/fields', '/:locale/needs', '/:locale/projects', '/:locale/privacy', '/:locale/join']) expect([...visited.keys()]).toContain(address)
})
