import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { JourneyOptions } from './tests/support/journey.ts'

// The workers read this file again; they find what the first reading has set.
const folder = (process.env.JOURNEY_DIR ??= mkdtempSync(join(tmpdir(), 'databank-journey-')))
const port = (process.env.JOURNEY_PORT ??= execFileSync(process.execPath, [
  '-e',
  "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })",
])
  .toString()
  .trim())
const origin = `http://127.0.0.1:${port}`

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, javaScriptEnabled: false }

const desk = { viewport: { width: 1280, height: 800 }, locale: 'ja-JP', language: 'ja' as const }

/** Rounds through every address read both languages themselves and bring what they look at: a site of their own keeps others' traces out of it. */
const rounds = /(usable-by-everybody|who-may-do-what)\.spec/
const crawls = /(contacts|usable-by-everybody|who-may-do-what)\.spec/

/** Journeys through the built site, one after another: they share its clock. */
export default defineConfig<JourneyOptions>({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: origin,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
  projects: [
    { name: 'phone-ja', testIgnore: crawls, use: { ...phone, locale: 'ja-JP', language: 'ja' } },
    { name: 'phone-zh', testIgnore: crawls, use: { ...phone, locale: 'zh-CN', language: 'zh' } },
    { name: 'desktop', testIgnore: rounds, use: desk },
    { name: 'rounds', testMatch: rounds, use: desk },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${origin}/healthz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    env: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: port,
      DATA_DIR: folder,
      CLOCK_FILE: join(folder, 'clock'),
      DATABASE_URL: '',
      SMTP_URL: '',
      ORIGIN: origin,
      INQUIRIES_PER_HOUR: '100000',
      LOG_LEVEL: 'warn',
    },
  },
})
