/**
 * `npm run bench -- phone`: pages of the built site as a telephone of the middle class loads them over a weak line – 4× slower than
 * this machine, 1 Mbps, 200 ms there and back – and what a first visit carries. Seconds are of one machine; the bytes are the site's own.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { findChromium } from '../chromium.mjs'

const RUNS = 3
const SLOWER = 4
const LINE = { offline: false, latency: 200, downloadThroughput: 125_000, uploadThroughput: 125_000 }

interface Load {
  lcp: number
  cls: number
  bytes: number
  requests: number
  foreign: number
}

/** A visit, as the browser itself measures it. The observers stand before the page begins. */
async function load(page: Page, wire: CDPSession, address: string, path: string): Promise<Load> {
  let [bytes, requests, foreign] = [0, 0, 0]
  const began = (event: { request: { url: string } }) => {
    requests++
    if (!event.request.url.startsWith(address) && event.request.url.startsWith('http')) foreign++
  }
  const ended = (event: { encodedDataLength: number }) => void (bytes += event.encodedDataLength)
  wire.on('Network.requestWillBeSent', began).on('Network.loadingFinished', ended)
  await page.goto(address + path, { waitUntil: 'networkidle' })
  // What was painted last is told a moment later.
  const seen = await page.evaluate(async () => {
    await new Promise((later) => setTimeout(later, 500))
    return (window as unknown as { seen: { lcp: number; cls: number } }).seen
  })
  wire.off('Network.requestWillBeSent', began).off('Network.loadingFinished', ended)
  return { ...seen, bytes, requests, foreign }
}

const observe = () => {
  const seen = { lcp: 0, cls: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.lcp = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (seen.cls += (entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true })
}

async function visit(browser: Browser, address: string, path: string): Promise<{ cold: Load; warm: Load }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    await page.addInitScript(observe)
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', LINE)
    await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const cold = await load(page, wire, address, path)
    await page.goto('about:blank')
    return { cold, warm: await load(page, wire, address, path) }
  } finally {
    await context.close()
  }
}

const middle = (loads: Load[], of: (load: Load) => number) => loads.map(of).sort((a, b) => a - b)[loads.length >> 1]!

async function startSite(folder: string): Promise<{ address: string; stop: () => void }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const site = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', SEED: '', PORT: String(port), HOST: '127.0.0.1', ORIGIN: '', NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 1200; tries++) {
    if (await fetch(`${address}/healthz`).then(({ ok }) => ok, () => false)) return { address, stop: () => void site.kill() }
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the site did not start')
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const found = await findChromium()
if (!('path' in found)) throw new Error(found.missing)
const site = await startSite(folder)
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const { items } = (await fetch(`${site.address}/api/technologies?limit=1&order=pinyin-asc&lang=zh`).then((answer) => answer.json())) as { items: { slug: string }[] }
  const rows = []
  for (const [name, path] of Object.entries({ list: '/zh/technologies', technology: `/zh/technologies/${items[0]!.slug}` })) {
    const visits = []
    for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, site.address, path))
    for (const state of ['cold', 'warm'] as const) {
      const loads = visits.map((one) => one[state])
      rows.push({ page: name, state, 'LCP s': Number((middle(loads, ({ lcp }) => lcp) / 1000).toFixed(2)), CLS: middle(loads, ({ cls }) => cls), 'kB carried': Number((middle(loads, ({ bytes }) => bytes) / 1000).toFixed(1)), requests: middle(loads, ({ requests }) => requests), foreign: middle(loads, ({ foreign }) => foreign) })
    }
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2))
  else console.table(rows)
} finally {
  await browser.close()
  site.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
