import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { surveyRounds } from '#db/schema/surveys.ts'
import { tablesOf, type Report } from '#app/features/insights/report/document.ts'
import { dataFiles, reportJson } from '#app/features/insights/report/files.ts'
import { paperPolicy, reportHtml } from '#app/features/insights/report/printing.server.tsx'
import { makeReport } from '#app/features/insights/report/report.server.ts'
import { monthsOf } from '#app/features/insights/report/data-bank.server.ts'
import { spanOf, type Span } from '#app/features/insights/report/span.ts'
import { isSmall } from '#app/features/projects/surveys/small-cells.ts'
import { readRound } from '#app/features/projects/surveys/rounds.server.ts'
import type { LoaderFunctionArgs } from '@remix-run/node'
import * as page from '#app/routes/desk/surveys/report/index.tsx'
import * as json from '#app/routes/desk/surveys/report/json.ts'
import * as print from '#app/routes/desk/surveys/report/print.ts'
import * as csv from '#app/routes/desk/surveys/report/table.ts'
import { firmRequest, signedInRequest } from '../../support/people.ts'
import { setClock } from '../../support/clock.ts'
import { days } from '#app/platform/clock.ts'
import { fillReport, ROUND, SECRET, WRITTEN } from './report-filling.ts'

const embedded = process.env.ENGINE !== 'postgres'
const home = mkdtempSync(join(tmpdir(), 'databank-report-'))
const place = (name: string) => join(home, name)
const filesOf = (report: Report) => Object.fromEntries([...dataFiles(report), ['report.html', reportHtml(report)]])

async function reportOf(locale: 'ja' | 'zh', span?: Span): Promise<Report> {
  const opened = (await readRound(db, ROUND))!
  return (await makeReport(db, opened, span ?? spanOf(opened.round, {}), locale))!
}
const table = (report: Report, name: string) => tablesOf(report).find((one) => one.name === name)!
const cellsOf = (report: Report, name: string, key: string) => table(report, name).rows.find((row) => row.key === key)?.cells

beforeAll(async () => {
  await fillReport()
})
afterAll(() => {
  setClock(0)
  rmSync(home, { recursive: true, force: true })
})

test('the span ends when the round closed and begins with the business year; nothing depends on today', () => {
  const round = { closesOn: '2026-02-18', closedAt: new Date('2026-02-20T16:00:00Z') }
  expect(spanOf(round, {})).toEqual({ from: '2025-04-01', until: '2026-02-21' })
  expect(spanOf({ ...round, closedAt: null }, {})).toEqual({ from: '2025-04-01', until: '2026-02-18' })
  expect(spanOf(round, { from: '2026-01-01', until: '2026-03-31' })).toEqual({ from: '2026-01-01', until: '2026-03-31' })
  expect(spanOf(round, { from: 'x', until: '2026-13-45' })).toEqual(spanOf(round, {}))
  expect(monthsOf({ from: '2025-11-30', until: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('it says exactly what the round says: who was asked, who answered, how, and what came of it', async () => {
  const report = await reportOf('ja')
  const response = Object.fromEntries(table(report, 'response').rows.map(({ key, cells }) => [key, cells[0]]))
  expect(response).toEqual({ answered: 10, refused: 1, reminded: 1, dissolved: 1, unreachable: 1 })
  expect(cellsOf(report, 'overview', 'percent')).toEqual([76.9])
  expect(cellsOf(report, 'overview', 'talks')).toEqual([1])
  expect(cellsOf(report, 'rates-year', '2025')).toEqual([13, 10, 0, 1, 2, 76.9])
  expect(cellsOf(report, 'outcome-kinds', 'contract')![0]).toBeGreaterThanOrEqual(3)
  expect(table(report, 'projects').rows).toHaveLength(new Set(table(report, 'projects').rows.map(({ key }) => key)).size)
  expect(table(report, 'savings').rows.map(({ key }) => key)).toEqual(['energy', 'co2'])
  expect(report.chapters[0]!.sections.find(({ key }) => key === 'method')!.text.join()).toContain('電話')
})

test('both languages have every section, every table and every figure', async () => {
  const [ja, zh] = [await reportOf('ja'), await reportOf('zh')]
  const shape = (report: Report) => report.chapters.map(({ key, sections }) => [key, sections.map((section) => [section.key, section.parts.map((part) => (part.kind === 'table' ? part.name : part.kind))])])
  expect(shape(zh)).toEqual(shape(ja))
  expect(shape(ja).flatMap(([, sections]) => (sections as [string][]).map(([key]) => key))).toEqual(['overview', 'method', 'status', 'obstacles', 'wishes', 'outcomes', 'voices', 'projects', 'listing', 'visits', 'cases'])
  const figures = (report: Report) => tablesOf(report).map(({ rows, wordy }) => (wordy ? rows.length : rows.map(({ cells }) => cells)))
  expect(figures(zh)).toEqual(figures(ja))
  expect(reportJson(zh)).not.toMatch(/report:|surveys:|projects:|undefined/)
  // What is Japanese in the Chinese report is a name or a quotation, never a word of ours.
  const own = zh.chapters.flatMap(({ title, sections }) => [title, ...sections.flatMap((section) => [section.title, ...section.parts.flatMap((part) => (part.kind === 'table' ? [part.title, ...part.head] : part.kind === 'drawing' ? [part.title, part.summary] : []))])])
  expect(own.filter((text) => /[ぁ-んァ-ヶ]/.test(text))).toEqual([])
})

test('words that nobody let us print are in no file, and names are struck out of those that may be', async () => {
  for (const locale of ['ja', 'zh'] as const) {
    for (const [name, text] of Object.entries(filesOf(await reportOf(locale)))) expect(text.includes(SECRET), name).toBe(false)
    const { 'report.html': html } = filesOf(await reportOf(locale))
    expect(html).toContain('窓口が分からず半年かかりました。')
    expect(html).toContain(WRITTEN)
    expect(html).not.toContain('基準日より後の発言です。')
  }
})

test('no count of a group is under three in any table of the survey', async () => {
  const report = await reportOf('ja')
  const grouped = tablesOf(report).filter(({ name }) => /^(rates-(kind|forum)|status|obstacles|wishes|outcome)/.test(name))
  expect(grouped.length).toBeGreaterThan(8)
  for (const { name, rows } of grouped) for (const { key, cells } of rows) expect(cells.filter((n) => typeof n === 'number' && isSmall(n)), `${name} ${key}`).toEqual([])
  expect(cellsOf(report, 'obstacles', 'bidding')).toEqual([null, 0])
})

test('the data bank is counted within the span, by month, language and device', async () => {
  const report = await reportOf('ja')
  expect(cellsOf(report, 'visits-months', '2025-05')).toEqual([7, 40, 0])
  expect(table(report, 'visits-months').rows.map(({ key }) => key)).toHaveLength(11)
  expect(cellsOf(report, 'visits-languages', 'zh')).toEqual([7, 40, 0, 77.8])
  expect(cellsOf(report, 'visits-devices', 'wechat')).toEqual([7, 0, 0, 77.8])
  const whole = await reportOf('ja', { from: '2025-04-01', until: '2026-03-31' })
  expect(cellsOf(whole, 'visits-months', '2026-03')).toEqual([900, 0, 0])
  expect(cellsOf(whole, 'overview', 'talks')).toEqual([2])
})

test('the page asks nobody for anything, carries its own style under a policy that lets nothing else, and names every drawing', async () => {
  const html = reportHtml(await reportOf('zh'))
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-Hans">/)
  expect(html).not.toMatch(/<(script|link|img|iframe)\b|url\(|https?:\/\/|style="/)
  expect(html.match(/<style>/g)).toHaveLength(1)
  expect(paperPolicy()).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/)
  for (const [, title, summary] of html.matchAll(/role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g)) {
    expect(html).toContain(`id="${title}"`)
    expect(html).toContain(`id="${summary}"`)
  }
})

test('no cell of a CSV runs as a formula', async () => {
  const opened = (await readRound(db, ROUND))!
  await transact((tx) => tx.update(surveyRounds).set({ nameJa: '=1+1' }).where(eq(surveyRounds.id, ROUND)).returning())
  const report = (await makeReport(db, { ...opened, round: { ...opened.round, nameJa: '=1+1' } }, spanOf(opened.round, {}), 'ja'))!
  await transact((tx) => tx.update(surveyRounds).set({ nameJa: opened.round.nameJa }).where(eq(surveyRounds.id, ROUND)).returning())
  const hostile: Report = { ...report, chapters: [{ key: 'x', title: 'x', sections: [{ key: 'x', title: 'x', text: [], parts: [{ kind: 'table', name: 'x', title: 'x', head: ['=cmd', '+1'], rows: [{ key: 'x', label: '@sum', cells: ['-1', '＝1', 5, null] }] }] }] }] }
  const [[, csv]] = dataFiles(hostile) as [[string, string]]
  expect(csv).toBe('\ufeff"\'=cmd","\'+1"\r\n"\'@sum","\'-1","\'＝1","5","―"\r\n')
})

test('at the desk it is for the office only: as a page under its policy, as files to be kept', async () => {
  const params = { locale: 'ja', round: ROUND, table: 'status.csv' }
  const asked = (request: Request, more: Record<string, string> = {}) => ({ request, params: { ...params, ...more }, context: {} }) as unknown as LoaderFunctionArgs
  const at = 'http://127.0.0.1/ja/desk/surveys/round/report/print?language=zh&until=2026-02-10'
  const office = await signedInRequest('report@office.example', 'secretary', at)
  const firm = await firmRequest('report@firm.example', null, at)
  for (const loader of [page.loader, print.loader, json.loader, csv.loader]) {
    await expect(loader(asked(new Request(at)))).rejects.toMatchObject({ status: 302 })
    await expect(loader(asked(firm))).rejects.toMatchObject({ status: 403 })
    await expect(loader(asked(office, { round: 'none' }))).rejects.toMatchObject({ status: 404 })
  }
  const shown = await print.loader(asked(office))
  expect([shown.headers.get('content-security-policy'), shown.headers.get('cache-control'), shown.headers.get('content-disposition')]).toEqual([paperPolicy(), 'no-store', null])
  const html = await shown.text()
  expect(html).toContain('2026年2月10日')
  const [, style] = /<style>([^]*)<\/style>/.exec(html)!
  expect(paperPolicy()).toContain(createHash('sha256').update(style!).digest('base64'))
  expect((await csv.loader(asked(office))).headers.get('content-disposition')).toBe('attachment; filename="status.csv"')
  await expect(csv.loader(asked(office, { table: 'none.csv' }))).rejects.toMatchObject({ status: 404 })
  expect(JSON.parse(await (await json.loader(asked(office))).text())).toMatchObject({ locale: 'zh', until: '2026-02-10' })
})

const start = (args: string[], settings: Record<string, string>) =>
  new Promise<string>((done) => {
    execFile(process.execPath, args, { env: { ...process.env, LOG_LEVEL: 'silent', ...settings } }, (error, out, err) => done(error ? `${error.message}\n${err}` : out))
  })
const script = (engine: 'sqlite' | 'postgres', site: string, ...args: string[]) =>
  start([...(engine === 'postgres' ? ['--conditions=postgres'] : []), '--import', 'tsx', ...args], { DATA_DIR: place(site), DATABASE_URL: engine === 'postgres' ? `pglite:${place(`${site}-database`)}` : '' })
const written = (folder: string) => Object.fromEntries(readdirSync(place(folder)).map((name) => [name, readFileSync(join(place(folder), name), 'utf8')]))

test('the same records give the same report, byte for byte: again, another day, by command, and on the other engine', async () => {
  const first = filesOf(await reportOf('ja'))
  setClock(days(400))
  expect(filesOf(await reportOf('ja'))).toEqual(first)
  setClock(0)
  const [here, there] = embedded ? (['sqlite', 'postgres'] as const) : (['postgres', 'sqlite'] as const)
  await script(here, 'site', 'tests/features/insights/report-filling.ts')
  expect(await script(here, 'site', 'scripts/report.ts', '--round', '2025', '--locale', 'ja', '--out', place('here'))).toContain('up to 2026-02-20')
  expect(await script(here, 'site', 'scripts/data.ts', 'backup', place('copy'), '--portable')).not.toContain('Error')
  expect(await script(there, 'restored', 'scripts/data.ts', 'restore', place('copy'))).not.toContain('Error')
  expect(await script(there, 'restored', 'scripts/report.ts', '--round', ROUND, '--locale', 'ja', '--out', place('there'))).toContain('up to 2026-02-20')
  expect(written('there')).toEqual(written('here'))
}, 240_000)

test('the command names what is wrong with what it was asked', async () => {
  const said = await Promise.all([['--round', '1999', '--locale', 'ja', '--out', 'x'], ['--round', ROUND, '--locale', 'en', '--out', 'x'], ['--round', ROUND, '--locale', 'ja', '--out', 'x', '--until', 'soon']].map((args) => script('sqlite', 'asked-of', 'scripts/report.ts', ...args)))
  expect(said[0]).toContain('There is no opened round 1999')
  expect(said[1]).toContain('Usage:')
  expect(said[2]).toContain('--until must be a day')
}, 120_000)
