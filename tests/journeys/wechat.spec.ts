import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '../support/journey.ts'
import { readQr } from '../support/qr.ts'
import { weChatAgents } from '../support/wechat-agents.ts'

const words = (language: 'ja' | 'zh', name: string) => JSON.parse(readFileSync(`locales/${language}/${name}.json`, 'utf8'))
type Sharing = { download: string; ways: Record<string, string>; menu: Record<string, string>; page: Record<string, string> }
const sharing = (language: 'ja' | 'zh') => words(language, 'sharing') as Sharing

/** The picture as a long press finds it: a real image by its address, outside of any link, and the only QR code of the screen. */
async function pressed(page: Page, image: Locator): Promise<string> {
  await expect(image).toHaveCount(1)
  await expect(image.locator('xpath=ancestor::a')).toHaveCount(0)
  const source = new URL((await image.getAttribute('src'))!, page.url())
  expect(source.protocol).toMatch(/^http/)
  const answer = await page.request.get(source.href)
  expect(answer.headers()['content-type']).toBe('image/png')
  expect(answer.headers()['content-disposition'] ?? 'inline').not.toContain('attachment')
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0)).toBe(true)
  return readQr(await answer.body())
}

/** Opens a technology as a passed-on link does, with what others hang on to it. */
async function openTechnology(page: Page, language: string): Promise<string> {
  await page.goto(`/${language}/technologies`)
  const href = (await page.locator(`main a[href^="/${language}/technologies/demo-"]`).first().getAttribute('href'))!
  await page.goto(`${href}?from=groupmessage&isappinstalled=0`)
  return href
}

async function inquire(page: Page, language: 'ja' | 'zh'): Promise<string> {
  await page.locator('a[href$="/inquiry"]').first().click()
  await expect(page.locator('main')).toContainText((words(language, 'inquiries') as { form: { wechatTip: string } }).form.wechatTip)
  await page.locator('[name=message]').fill(language === 'zh' ? '想了解这项技术的投资和交货期。' : '費用と納期を教えてください。')
  await page.locator('[name=organisation]').fill(`WeChat-${crypto.randomUUID().slice(0, 8)}`)
  await page.locator('[name=organisationKind]').selectOption('enterprise')
  await page.locator('[name=person]').fill('微信样例')
  await page.locator('[name=channel][value=wechat]').check()
  await page.locator('[name=address]').fill(`wx_${crypto.randomUUID().slice(0, 8)}`)
  await page.locator('[name=processing]').check()
  await page.locator('[name=transfer]').check()
  await page.locator('main form[method=post]').last().getByRole('button').last().click()
  await expect(page).toHaveURL(/\/receipts\//)
  return /DB-\d{4}-\d{4,}/.exec(await page.locator('main').innerText())![0]
}

for (const app of ['android', 'ios', 'wecom', 'windows'] as const) {
  test(`in WeChat (${app}): share, save the poster, inquire, return by the receipt's QR code`, async ({ language, baseURL, someoneElse }) => {
    const said = sharing(language)
    const page = await someoneElse(weChatAgents[app])
    const href = await openTechnology(page, language)
    const opened = page.url()

    // Share: the sheet points at WeChat's own menu and leaves the address, which the menu passes on, as it is.
    const pointer = page.locator('details:has-text("…")').last()
    await pointer.locator('summary').click()
    await expect(pointer.getByText(said.menu[app === 'wecom' ? 'wecom' : 'wechat']!)).toBeVisible()
    await pointer.locator('summary').click()
    await expect(pointer.getByText(said.menu.where!)).toBeHidden()
    expect(page.url()).toBe(opened)
    await expect(page.locator('#share-address')).toHaveValue(baseURL + href)

    // Save the poster; its code opens the page.
    await page.getByRole('link', { name: said.ways.poster! }).click()
    const address = await pressed(page, page.locator('main img'))
    expect(address).toBe(baseURL + href)
    await page.locator(`main a[href="${href}"]`).click()

    // Inquire, and come back with another phone by the receipt's code alone.
    const ticket = await inquire(page, language)
    await expect(page.locator('#share-title')).toHaveCount(0)
    const key = await pressed(page, page.locator('main img[src$="/receipt.png"]'))
    const later = await someoneElse()
    await later.goto(key)
    await expect(later.locator('main')).toContainText(ticket)

    // A file of the case cannot be downloaded in here, and the page says what to do; outside it says nothing.
    await page.goto(`${new URL(key).pathname}/files`)
    await page.locator('input[type=file]').setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: await sharp({ create: { width: 120, height: 90, channels: 3, background: '#888' } }).png().toBuffer() })
    await page.locator('main form[enctype] button').click()
    await expect(page).toHaveURL(/\/receipts\/[^/]+\?done=sent$/)
    await expect(page.getByText(said.download)).toBeVisible()
    await later.goto(key)
    await expect(later.getByText('plan')).toBeVisible()
    await expect(later.getByText(said.download)).toHaveCount(0)
  })
}

test('inside a mini-program, whose menu passes on something else, only the picture is offered', async ({ language, someoneElse }) => {
  const page = await someoneElse(weChatAgents.miniProgram)
  await openTechnology(page, language)
  await expect(page.getByText(sharing(language).ways.menu!)).toHaveCount(0)
  await expect(page.getByRole('link', { name: sharing(language).ways.wechat! })).toBeVisible()
})

test('every kind of public page offers plain links to itself, without a script and without what a visit hung on to it', async ({ page, language, baseURL }) => {
  const own = `/${language}`
  for (const path of ['', '/technologies?q=CO2', '/companies', '/fields', '/fields/measurement', '/needs', '/projects', '/about', '/privacy', '/data']) {
    await page.goto(`${own}${path}${path.includes('?') ? '&' : '?'}utm_source=x&from=timeline`)
    const address = baseURL + own + path
    await expect(page.locator('#share-address')).toHaveValue(address)
    const section = page.locator('section[aria-labelledby=share-title]')
    for (const host of ['x.com', 'facebook.com', language === 'ja' ? 'social-plugins.line.me' : 'service.weibo.com', 'mailto:']) {
      const link = section.locator(`a[href*="${host}"]`)
      await expect(link).toHaveAttribute('rel', /noopener/)
      await expect(link).not.toHaveAttribute('target', /.*/)
      expect(decodeURIComponent((await link.getAttribute('href'))!)).toContain(address)
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    }
    await section.locator('a[href*="/share?of="]').click()
    await expect(page.locator('main a').first()).toHaveAttribute('href', own + path)
    expect(await pressed(page, page.locator('main img'))).toBe(address)
  }
})

test('forms and private pages offer no sharing', async ({ page, language }) => {
  for (const path of ['/inquiries/new', '/clips', '/account/sign-in', '/join', '/nowhere', '/share?of=%2Ftechnologies']) {
    await page.goto(`/${language}${path}`)
    await expect(page.locator('#share-title')).toHaveCount(0)
  }
})
