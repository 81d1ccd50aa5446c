/** At 1 Mbps with 200 ms there and back, through a line that is cut: a buyer gets there, and nothing is taken twice. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { readAskingForm, sendForm } from '../support/asking.ts'
import { freePort, openHouse, type House, type Site } from '../support/site.ts'
import { openWeakLine, type WeakLine } from '../support/weak-line.ts'

let [house, site, line, browser]: [House, Site, WeakLine, Browser] = [] as never
beforeAll(async () => {
  const port = await freePort()
  line = await openWeakLine(port, { roundTripMs: 200, bytesPerSecond: 125_000 })
  house = openHouse({ ORIGIN: line.address })
  site = house.start(port)
  await site.ready()
  const found = await findChromium()
  if (!('path' in found)) throw new Error(found.missing)
  browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await line?.close()
  house?.remove()
})

const phone = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, javaScriptEnabled: false, locale: 'zh-CN', baseURL: line.address })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}
const inquiriesOf = (message: string) => house.rows<{ id: string; ticket: string }>('select id, ticket from inquiries where message = ?', message)
const lettersAbout = (id: string) => house.rows<{ kind: string }>('select kind from outbox where subject = ? order by kind', `inquiry:${id}`).map(({ kind }) => kind)

/** From the search to the filled-in form, as a buyer goes. */
async function fillIn(page: Page, message: string): Promise<void> {
  await page.goto('/zh/technologies')
  await page.locator('[name=q]').fill('余热回收')
  await page.locator('[name=q]').press('Enter')
  await page.waitForURL(/q=/)
  await page.locator('main li > a[href^="/zh/technologies/"]').first().click()
  await page.locator('main a[href$="/inquiry"]').click()
  await page.locator('[name=kind][value=interest]').check()
  await page.locator('[name=organisation]').fill('弱网样例化工有限公司')
  await page.locator('[name=organisationKind]').selectOption('enterprise')
  await page.locator('[name=person]').fill('李样例')
  await page.locator('[name=channel][value=email]').check()
  await page.locator('[name=address]').fill(`${message.slice(-8)}@plant.example`)
  await page.locator('[name=message]').fill(message)
  await page.locator('[name=processing]').check()
  await page.locator('[name=transfer]').check()
}
const send = (page: Page) => page.locator('main form button[type=submit], main form button:not([type])').last().click({ noWaitAfter: true })
const isReceipt = (page: Page) => page.waitForURL(/\/receipts\//, { waitUntil: 'load' })

test('search, technology, inquiry, receipt', async () => {
  const page = await phone()
  await fillIn(page, '想了解投资和节能效果 wholeline')
  await send(page)
  await isReceipt(page)
  const [inquiry, ...more] = inquiriesOf('想了解投资和节能效果 wholeline')
  expect(more).toEqual([])
  expect(await page.locator('main').innerText()).toContain(inquiry!.ticket)
})

test('the answer is cut away: going back finds what was typed, and sending it again leads to the one receipt', async () => {
  const page = await phone()
  const message = '想了解投资和节能效果 cutansw1'
  await fillIn(page, message)
  const key = await page.locator('form [name=_key]').inputValue()
  const before = line.cuts()
  line.cut('down', 40)
  await send(page)
  await expect.poll(() => line.cuts(), { timeout: 20_000 }).toBe(before + 1)
  await expect.poll(() => inquiriesOf(message).length, { timeout: 20_000 }).toBe(1)
  // Some browsers ask again by themselves; from the error page a buyer goes back.
  await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/\/receipts\/|^chrome-error:/)
  await page.waitForLoadState()
  if (!/\/receipts\//.test(page.url())) {
    await page.goBack()
    expect(await page.locator('form [name=_key]').inputValue()).toBe(key)
    expect(await page.locator('[name=message]').inputValue()).toBe(message)
    await send(page)
  }
  await isReceipt(page)
  const [inquiry, ...more] = inquiriesOf(message)
  expect(more).toEqual([])
  expect(await page.locator('main').innerText()).toContain(inquiry!.ticket)
  expect(lettersAbout(inquiry!.id)).toEqual(['inquiry-news', 'inquiry-receipt'])
})

test('wherever the line is cut, a form that is sent again is one inquiry and one receipt', async () => {
  const receipts = new Map<string, string>()
  const answer = 30
  for (const [way, after] of [['up', 0], ['up', 200], ['up', 700], ['down', 0], ['down', answer], ['down', 400]] as const) {
    const form = (await readAskingForm(line.address, '/zh/inquiries/new', house.now()))!
    house.moveClock(5_000)
    line.cut(way, after)
    let taken = await sendForm(line.address, form)
    for (let tries = 0; !taken && tries < 3; tries++) taken = await sendForm(line.address, form)
    // The tap that came twice.
    const first = form.receipt
    expect(await sendForm(line.address, form)).toBe(true)
    expect(form.receipt).toBe(first)
    expect(house.rows('select id from inquiries where submission_key = ?', form.seal._key)).toHaveLength(1)
    receipts.set(form.seal._key, first!)
  }
  expect(new Set(receipts.values()).size).toBe(6)
  expect(line.cuts()).toBeGreaterThanOrEqual(6)
})
