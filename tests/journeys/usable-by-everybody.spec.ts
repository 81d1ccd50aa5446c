import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { expect, test } from '../support/journey.ts'
import { markupErrors } from '../support/markup.ts'
import { places, sessions, type Place, type Visitor } from '../support/places.ts'
import { strayTexts } from '../support/tongues.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Axe {
  run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>
}

/** Who visits what; looked for once. */
let visits: ReturnType<typeof findVisits> | undefined
async function findVisits(request: APIRequestContext) {
  const keys = sessions()
  return { keys, ...(await places(request, keys)) }
}

/** What axe finds wrong, one line an element. */
const violations = (page: Page, runOnly: object): Promise<string[]> =>
  page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: Axe }
    const result = await axe.run(document, { runOnly: only, resultTypes: ['violations'] })
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
  }, runOnly)

/** Opens a place; one that only answers a form is sent an empty one. */
async function open(page: Page, { path, method }: Place, locale: string): Promise<string> {
  const address = `/${locale}${path}`
  if (method === 'POST') await page.route(`**${address}`, (route) => route.continue({ method: 'POST', headers: { ...route.request().headers(), 'content-type': 'application/x-www-form-urlencoded' }, postData: '' }), { times: 1 })
  const answer = await page.goto(address)
  return answer!.text()
}

/** The page in light and in dark; the HTML is judged meanwhile. */
async function troublesOf(page: Page, place: Place, locale: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const markup = markupErrors(await open(page, place, locale))
  await page.evaluate(AXE)
  const light = await violations(page, { type: 'tag', values: TAGS })
  await page.emulateMedia({ colorScheme: 'dark' })
  // Of all rules only this one knows colours.
  const dark = await violations(page, { type: 'rule', values: ['color-contrast'] })
  const stray = await strayTexts(page)
  const said = { html: await markup, axe: light, dark, lang: stray }
  return Object.entries(said).flatMap(([by, all]) => all.map((one) => `${locale} ${place.kind.replace('/:locale', '')}: ${by} ${one}`))
}

async function pagesFor(browser: Browser, baseURL: string, keys: Record<Visitor, string>, width: number): Promise<Record<Visitor, Page>> {
  const pages = Object.entries(keys).map(async ([visitor, key]) => {
    const context = await browser.newContext({ baseURL, viewport: { width, height: 800 } })
    if (key) await context.addCookies([{ name: 'session', value: key, url: baseURL }])
    return [visitor, await context.newPage()] as const
  })
  return Object.fromEntries(await Promise.all(pages)) as Record<Visitor, Page>
}

test('every kind of page is sound: axe in light and dark, HTML, the language of every word', async ({ browser, request, baseURL }, info) => {
  info.setTimeout(1_800_000)
  const { keys, found, missing } = await (visits ??= findVisits(request))
  expect(missing, 'kinds of pages of which no living one was found').toEqual([])
  expect(found.length).toBeGreaterThan(220)
  const pages = await pagesFor(browser, baseURL!, keys, 1280)
  const wrong: string[] = []
  for (const locale of ['ja', 'zh']) for (const place of found) wrong.push(...(await troublesOf(pages[place.visitor], place, locale)))
  expect(wrong, wrong.join('\n')).toEqual([])
})

/** WCAG 1.4.12: what a reader who needs more room between lines, letters and words sets. */
const SPACIOUS = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

/** Elements that stick out of a page of this width, or whose words are cut off. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = scrollWidth > clientWidth ? [`page is ${scrollWidth} wide`] : []
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
      const { overflowX, overflowY, position, textOverflow } = getComputedStyle(element)
      // An excerpt says by its dots that more is on the page it leads to.
      if (position === 'absolute' || textOverflow === 'ellipsis' || element.closest('.visually-hidden, svg')) return false
      return (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 2) || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
    })
    return [...wide, ...cut.map((element) => `${element.tagName.toLowerCase()}.${element.className} cuts ${element.textContent.trim().slice(0, 20)}`)]
  })

test('pages reflow at 320 pixels, also with the spacing of WCAG 1.4.12', async ({ browser, request, baseURL }, info) => {
  info.setTimeout(900_000)
  const { keys, found } = await (visits ??= findVisits(request))
  const pages = await pagesFor(browser, baseURL!, keys, 320)
  const wrong: string[] = []
  for (const [at, place] of found.entries()) {
    const page = pages[place.visitor]
    const locale = at % 2 ? 'ja' : 'zh'
    await open(page, place, locale)
    for (const found of await cutOff(page)) wrong.push(`${locale} ${place.kind}: ${found}`)
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    }, SPACIOUS)
    for (const found of await cutOff(page)) wrong.push(`${locale} ${place.kind}, spacious: ${found}`)
  }
  expect(wrong, wrong.join('\n')).toEqual([])
})
