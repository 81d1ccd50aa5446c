import { expect, test } from '../support/journey.ts'

test('the front door offers both languages', async ({ page, language }) => {
  await page.goto('/')
  await page.locator(`a[href="/${language}"]`).click()
  await expect(page).toHaveURL(new RegExp(`/${language}$`))
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : 'ja')
  await expect(page.locator('h1')).toBeVisible()
})

test('the home of one language leads to its twin and back', async ({ page, language }) => {
  const other = language === 'ja' ? 'zh' : 'ja'
  await page.goto(`/${language}`)
  await page.locator('header a[hreflang]').click()
  await expect(page).toHaveURL(new RegExp(`/${other}$`))
  await page.locator('header a[hreflang]').click()
  await expect(page).toHaveURL(new RegExp(`/${language}$`))
})

test('pages fit the screen, load no script but that of the search, and are styled by one sheet', async ({ page, language }) => {
  for (const path of ['', '/account/sign-in', '/nowhere']) {
    await page.goto(`/${language}${path}`)
    await expect(page.locator('script:not([src="/suggest.js"], [type="application/ld+json"])')).toHaveCount(0)
    await expect(page.locator('link[rel=stylesheet]')).toHaveCount(1)
    const box = await page.locator('body').boundingBox()
    expect(box!.width).toBeLessThanOrEqual(page.viewportSize()!.width)
  }
})

test('a missing page says so in the language of its address', async ({ page, language }) => {
  const answer = await page.goto(`/${language}/nowhere`)
  expect(answer?.status()).toBe(404)
  await expect(page.locator('h1')).toHaveText(language === 'ja' ? 'ページが見つかりません' : '没有找到这个页面')
})

test('the site tells machines how it is and where not to look', async ({ request, language }) => {
  expect(await (await request.get('/healthz')).json()).toMatchObject({ ok: true, database: 'sqlite' })
  expect(await (await request.get('/robots.txt')).text()).toContain(`Disallow: /${language}/desk`)
  const page = await request.get(`/${language}`)
  expect(page.headers()['referrer-policy']).toBe('same-origin')
  expect(page.headers()['content-security-policy']).toContain("default-src 'self'")
  expect(page.headers()['strict-transport-security']).toBeUndefined()
})
