/** Journeys: `test` and `expect` of Playwright, with a page that fails its test on any trouble a reader could have. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type BrowserContextOptions, type Page } from '@playwright/test'
import Database from 'better-sqlite3'

export { expect } from '@playwright/test'

export interface JourneyOptions {
  /** the language the project travels in */
  language: 'ja' | 'zh'
}

type Role = 'secretary' | 'manager' | 'firm'

interface Journey {
  /** signs a page's browser in as one of the demo accounts; the first page where none is named */
  signIn: (role?: Role, page?: Page) => Promise<void>
  /** a second person's page, with an own browser context and the same strictness; in another browser, by its name, or on another device where one is given */
  someoneElse: (device?: string | BrowserContextOptions) => Promise<Page>
}

const DAY = 86_400_000
/** The data folder of the site under test. */
export const dataDir = () => process.env.JOURNEY_DIR!

/** Moves the clock of the site to so many milliseconds from real time. */
export const moveClock = (offsetMs: number) => writeFileSync(join(dataDir(), 'clock'), String(offsetMs))

function clockOffset(): number {
  try {
    return Number(readFileSync(join(dataDir(), 'clock'), 'utf8')) || 0
  } catch {
    return 0
  }
}

/** Puts a session row into the site's database, as signing in does, without using up the limit on sign-ins. */
function openSession(role: Role): string {
  const token = randomBytes(32).toString('base64url')
  const file = new Database(join(dataDir(), 'databank.sqlite'), { timeout: 10_000 })
  try {
    const user = file.prepare('select id from users where email = ?').get(`${role}@demo.example`) as { id: string }
    const now = Date.now() + clockOffset()
    file
      .prepare('insert into sessions (id, user_id, expires_at, created_at) values (?, ?, ?, ?)')
      .run(createHash('sha256').update(token).digest('hex'), user.id, now + 14 * DAY, now)
  } finally {
    file.close()
  }
  return token
}

/** Collects console errors, requests to other hosts, missing files and answers from 500 up. */
function watch(page: Page, origin: string, troubles: string[]): void {
  page.on('console', (message) => {
    // Chromium repeats every 4xx answer here; those are judged by `response`.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) troubles.push(`request to another host: ${request.url()}`)
  })
  page.on('response', (response) => {
    const page = response.request().resourceType() === 'document'
    if (response.status() >= 500 || (response.status() >= 400 && !page)) troubles.push(`${response.status()} ${response.url()}`)
  })
}

export const test = base.extend<JourneyOptions & Journey & { troubles: string[] }>({
  language: ['ja', { option: true }],
  troubles: async ({ browserName: _ }, use) => {
    const troubles: string[] = []
    await use(troubles)
    if (troubles.length > 0) throw new Error(`Trouble on the way:\n${troubles.join('\n')}`)
  },
  page: async ({ page, baseURL, troubles }, use) => {
    watch(page, baseURL!, troubles)
    await use(page)
  },
  signIn: async ({ page, baseURL }, use) => {
    await use(async (role = 'secretary', who = page) => {
      await who.context().addCookies([{ name: 'session', value: openSession(role), url: baseURL!, httpOnly: true, sameSite: 'Lax' }])
    })
  },
  someoneElse: async ({ browser, baseURL, troubles, contextOptions, viewport, locale, javaScriptEnabled }, use) => {
    const opened: Page[] = []
    await use(async (device = {}) => {
      const given = typeof device === 'string' ? { userAgent: device } : device
      const context = await browser.newContext({ ...contextOptions, baseURL: baseURL!, viewport, ...(locale ? { locale } : {}), javaScriptEnabled: javaScriptEnabled ?? true, ...given })
      const page = await context.newPage()
      watch(page, baseURL!, troubles)
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})
