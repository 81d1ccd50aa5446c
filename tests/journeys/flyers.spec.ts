import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '../support/journey.ts'
import { readQr } from '../support/qr.ts'

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const RESOLUTION = 2

/** The first page of a PDF as a browser draws it. */
async function drawn(page: Page, pdf: Buffer): Promise<Buffer> {
  const own = 'http://viewer.invalid'
  await page.route(`${own}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<canvas></canvas>' })
    if (path === '/a.pdf') return route.fulfill({ contentType: 'application/pdf', body: pdf })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(pdfjs, 'legacy/build', path)) })
  })
  await page.goto(own)
  const url = await page.evaluate(
    async ({ own, scale }) => {
      const { getDocument, GlobalWorkerOptions } = (await import(`${own}/pdf.mjs`)) as typeof import('pdfjs-dist')
      GlobalWorkerOptions.workerSrc = `${own}/pdf.worker.mjs`
      const sheet = await (await getDocument(`${own}/a.pdf`).promise).getPage(1)
      const viewport = sheet.getViewport({ scale })
      const canvas = document.querySelector('canvas')!
      canvas.width = viewport.width
      canvas.height = viewport.height
      await sheet.render({ canvas, viewport }).promise
      return canvas.toDataURL('image/png')
    },
    { own, scale: RESOLUTION },
  )
  return Buffer.from(url.split(',')[1]!, 'base64')
}

/** How much of a part of a sheet is dark; in points. */
async function ink(sheet: Buffer, left: number, top: number, width: number, height: number): Promise<number> {
  const [x, y, w, h] = [left, top, width, height].map((one) => Math.round(one * RESOLUTION))
  const pixels = await sharp(sheet).extract({ left: x!, top: y!, width: w!, height: h! }).greyscale().raw().toBuffer()
  return pixels.filter((value) => value < 140).length / pixels.length
}

test('a flyer is drawn by a browser as it should be, and its code opens the page it is about', async ({ page, request, browser, language, baseURL }) => {
  await page.goto(`/${language}/technologies/demo-steam-heat-pump`)
  await page.locator('a[href$="/flyer"]').first().click()
  const picture = page.getByRole('img', { name: language === 'ja' ? /チラシ/ : /宣传单页/ })
  await expect(picture).toBeVisible()
  expect(await request.get((await picture.getAttribute('src'))!).then((answer) => answer.headers()['content-type'])).toBe('image/png')
  const answer = await request.get((await page.getByRole('link', { name: /PDF/ }).getAttribute('href'))!)
  expect(answer.headers()['content-disposition']).toContain('inline')
  const pdf = await answer.body()
  expect(pdf.length).toBeLessThan(200 * 1024)

  const viewer = await (await browser.newContext({ javaScriptEnabled: true, deviceScaleFactor: 1 })).newPage()
  const sheet = await drawn(viewer, pdf)
  await viewer.context().close()
  // Name, left column, right column, the foot beside the code: text everywhere, and white where there is none.
  const places: Record<string, [number, number, number, number]> = { name: [44, 84, 320, 40], left: [44, 205, 240, 180], right: [310, 205, 240, 180], foot: [128, 744, 400, 60] }
  for (const [what, place] of Object.entries(places)) {
    expect(await ink(sheet, ...place), what).toBeGreaterThan(0.03)
  }
  expect(await ink(sheet, 0, 0, 40, 841)).toBe(0)
  const code = await sharp(sheet).extract({ left: 70, top: 1470, width: 180, height: 170 }).toBuffer()
  const address = await readQr(code)
  expect(address).toBe(`${baseURL}/${language}/technologies/demo-steam-heat-pump`)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(language === 'ja' ? '排熱利用型 蒸気発生ヒートポンプ' : '余热驱动型高温蒸汽热泵机组')
})

test('clipped technologies become a catalogue with a page, a code and a PDF', async ({ page, request, language }) => {
  const slugs = ['demo-park-energy-carbon', 'demo-inline-micro-hydro', 'demo-brick-heat-storage']
  for (const slug of slugs) {
    await page.goto(`/${language}/technologies/${slug}`)
    await page.locator('form[action$="/clips"] button').click()
  }
  await page.goto(`/${language}/clips`)
  await page.locator('a[href$="/collections/new"]').click()
  await page.locator('input[name=title]').fill('会議 13800138000')
  await page.locator('main form button').click()
  await expect(page.locator('#title-error')).toBeVisible()
  await page.locator('input[name=title]').fill(language === 'ja' ? '江蘇省訪日団 打合せ資料' : '江苏企业对接会资料')
  await page.locator('main form button').click()
  await expect(page).toHaveURL(/\/collections\/[a-z2-9]{16}$/)
  await expect(page.locator('main li')).toHaveCount(slugs.length)
  const address = page.url()
  const cover = await request.get((await page.locator('main figure img').getAttribute('src'))!)
  expect(await readQr(await sharp(await cover.body()).extract({ left: 60, top: 1320, width: 180, height: 160 }).toBuffer())).toBe(address)
  const pdf = await (await request.get((await page.getByRole('link', { name: /PDF/ }).getAttribute('href'))!)).body()
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a partner’s logo is given once at the desk and chosen on the flyer', async ({ page, signIn, language }) => {
  const name = `商会 ${language} ${test.info().project.name}`
  await signIn()
  await page.goto(`/${language}/desk/flyers`)
  await page.locator('a[href$="/logos/new"]').click()
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 300, height: 90, channels: 3, background: '#a02020' } }).png().toBuffer() })
  await page.locator('main form button').click()
  await page.goto(`/${language}/flyer`)
  await page.locator('select[name=partner]').selectOption({ label: name })
  await page.locator('form[method=get] button').click()
  await expect(page.locator('main figure img')).toHaveAttribute('src', /partner=/)
  await expect(page.getByRole('link', { name: /PDF/ })).toHaveAttribute('href', /partner=/)
  await page.goto(`/${language}/desk/flyers`)
  const row = page.locator('li', { hasText: name })
  await row.locator('summary').click()
  await row.getByRole('button').click()
  await expect(page.locator('li', { hasText: name })).toHaveCount(0)
})
