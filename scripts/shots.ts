/** `npm run shots`: the README's screenshots, from a fresh demo site. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from './chromium.mjs'

const PORT = 18_473
const address = `http://127.0.0.1:${PORT}`
const out = 'tests/screenshots'
const folder = mkdtempSync(join(tmpdir(), 'shots-'))
const site = spawn(process.execPath, ['scripts/start.mjs'], {
  env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '', SEED: '', PORT: String(PORT), HOST: '127.0.0.1', ORIGIN: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let printed = ''
site.stdout.on('data', (chunk: Buffer) => {
  printed += chunk.toString()
})

async function untilAnswered(): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await fetch(`${address}/healthz`).then((answer) => answer.ok, () => false)) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the site did not start')
}

async function signIn(page: Page): Promise<void> {
  const [, email = '', password = ''] = /(\S+@demo\.example)\D*?(\S+)\s*$/m.exec(printed) ?? []
  await page.goto(`${address}/ja/account/sign-in`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await page.click('main button')
  await page.waitForURL(/desk/)
}

try {
  await untilAnswered()
  mkdirSync(out, { recursive: true })
  const found = await findChromium()
  if ('missing' in found) throw new Error(found.missing)
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  await phone.goto(`${address}/zh/technologies?q=${encodeURIComponent('余热回收')}&order=pinyin-asc`)
  await phone.screenshot({ path: join(out, 'phone-list.png') })
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await signIn(desk)
  await desk.goto(`${address}/ja/desk/inquiries`)
  await desk.screenshot({ path: join(out, 'desk-inbox.png') })
  await browser.close()
  console.log(`written to ${out}/`)
} finally {
  site.kill()
  rmSync(folder, { recursive: true, force: true })
}
