import { expect, test } from '../support/journey.ts'
import { readQr } from '../support/qr.ts'
import { weChatAgents } from '../support/wechat-agents.ts'

const TECHNOLOGY = 'demo-orc-low-temp'
const words = { ja: { partner: '見本商工会議所', event: '環境展パネル', code: 'コードは見つかりませんでした' }, zh: { partner: '样例商会', event: '环保展展板', code: '没有找到短码' } }

test('a visitor saves the poster of a technology; its code opens the technology', async ({ page, request, language }) => {
  for (const path of [`technologies/${TECHNOLOGY}`, 'fields/waste-heat']) {
    await page.goto(`/${language}/${path}/poster`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width)
    const poster = page.locator('main img')
    await expect(poster).toHaveCount(1)
    await expect(page.locator('main a img')).toHaveCount(0)
    const box = (await poster.boundingBox())!
    expect(Math.abs(box.height / box.width - 4 / 3)).toBeLessThan(0.01)
    const file = await request.get((await poster.getAttribute('src'))!)
    expect(file.headers()['cache-control']).toContain('immutable')
    await page.goto(await readQr(await file.body()))
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : 'ja')
    await expect(page).toHaveURL(path.startsWith('fields') ? /field=waste-heat/ : new RegExp(`/${language}/technologies/${TECHNOLOGY}$`))
  }
  expect((await request.get(`/${language}/technologies/none/poster`)).status()).toBe(404)
})

test('the desk makes a code, prints it, sees who comes, ends it; whoever is late is helped on', async ({ page: desk, language, signIn, someoneElse, request }) => {
  const { partner, event, code: unknown } = words[language]
  const mark = `${partner} ${crypto.randomUUID().slice(0, 6)}`
  await signIn()
  await desk.goto(`/${language}/desk/campaigns/new`)
  const send = () => desk.locator('main form').last().getByRole('button').click()
  await desk.locator('[name=partner]').fill(mark)
  await desk.locator('[name=event]').fill(event)
  await desk.locator('[name=address]').fill('https://other.example/zh/technologies')
  await send()
  await expect(desk.locator('#address-error')).toBeVisible()
  await expect(desk.locator('[name=partner]')).toHaveValue(mark)
  await desk.locator('[name=address]').fill(new URL(`/${language}/technologies/${TECHNOLOGY}`, desk.url()).href)
  await send()
  await expect(desk).toHaveURL(/done=added/)
  const show = desk.url().split('?')[0]!
  const printed = await readQr(await (await desk.request.get(`${show}/qr.png?download`)).body())
  expect(printed).toMatch(/\/q\/[A-Z0-9]{5}$/)
  await expect(desk.locator('main code')).toHaveText(printed)
  expect((await request.get(`${show}/qr.svg`, { maxRedirects: 0 })).status()).toBe(302)

  const visitor = await someoneElse()
  await visitor.goto(printed)
  await expect(visitor).toHaveURL(new RegExp(`/${language}/technologies/${TECHNOLOGY}$`))
  // A browser without a head passes for a machine and is not counted; a phone is.
  const scan = await request.get(printed, { headers: { 'user-agent': weChatAgents.android }, maxRedirects: 0 })
  expect([scan.status(), scan.headers()['cache-control']]).toEqual([302, 'no-store'])
  await expect(async () => {
    await desk.goto(show)
    await expect(desk.locator('main dl dd').filter({ hasText: /^1$/ }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })

  await desk.goto(`${show}/edit`)
  await desk.locator('[name=partner]').fill(`${mark} 2`)
  await send()
  await expect(desk.locator('h1')).toContainText(`${mark} 2`)
  await desk.locator('[role=status]').getByRole('button').click()
  await expect(desk.locator('h1')).not.toContainText(`${mark} 2`)
  await desk.locator('form[action$="/ending"] button').click()
  await expect(desk).toHaveURL(/done=ended/)

  await visitor.goto(printed)
  await expect(visitor).toHaveURL(new RegExp(`/${language}/codes`))
  await visitor.locator(`main a[href$="/technologies/${TECHNOLOGY}"]`).click()
  await expect(visitor).toHaveURL(new RegExp(`/technologies/${TECHNOLOGY}$`))
  await visitor.goto(`/${language}/codes?of=HHHHH`)
  await expect(visitor.locator('main [role=status]')).toContainText(unknown)

  await desk.locator('[role=status]').getByRole('button').click()
  await expect(desk).toHaveURL(/done=reopened/)
  await visitor.goto(`/${language}/codes`)
  await visitor.locator('[name=of]').fill(printed.slice(-5).toLowerCase())
  await visitor.locator('main form').getByRole('button').click()
  await expect(visitor).toHaveURL(new RegExp(`/technologies/${TECHNOLOGY}$`))
})
