import type { Page } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

const send = (page: Page) => page.locator('main form[method=post]').last().getByRole('button').last().click()

test('what would give a side away is stopped, shown, changed or sent with a reason; files go the same way', async ({ page: desk, language, signIn, someoneElse }) => {
  const [buyer, firm] = [await someoneElse(), await someoneElse()]
  const wechat = `talk_${crypto.randomUUID().slice(0, 8)}`
  await buyer.goto(`/${language}/technologies?order=kana-asc`)
  await buyer.locator(`main a[href^="/${language}/technologies/demo-"]`).first().click()
  await buyer.locator('a[href$="/inquiry"]').first().click()
  await buyer.locator('[name=message]').fill(`想了解节能效果。我的微信是 ${wechat}。`)
  await buyer.locator('[name=organisation]').fill('道顺样例化工有限公司')
  await buyer.locator('[name=organisationKind]').selectOption('enterprise')
  await buyer.locator('[name=person]').fill('张道顺')
  await buyer.locator('[name=channel][value=wechat]').check()
  await buyer.locator('[name=address]').fill(wechat)
  await buyer.locator('[name=processing]').check()
  await buyer.locator('[name=transfer]').check()
  await send(buyer)
  await expect(buyer).toHaveURL(/\/receipts\//)
  const receipt = buyer.url().split('?')[0]!
  const ticket = /DB-\d{4}-\d{4}/.exec(await buyer.locator('main').innerText())![0]

  // The desk forwards the buyer's words as they are: refused, the place marked, nothing typed lost.
  await signIn()
  await desk.goto(`/${language}/desk/inquiries?stage=received`)
  await desk.getByRole('link', { name: ticket }).click()
  const kase = desk.url().split('?')[0]!
  await desk.locator('form[action$="/taking"] button').click()
  await desk.goto(`${kase}/forwarding`)
  await send(desk)
  await expect(desk.locator('mark')).toContainText([wechat])
  await expect(desk.locator('[name=question]')).toHaveValue(new RegExp(wechat))
  // A ready text is put before what stands there; then the desk takes the id out.
  await desk.locator('[name=template]').selectOption({ index: 1 })
  await desk.locator('[name=insert]').click()
  await expect(desk.locator('[name=question]')).toHaveValue(new RegExp(`${ticket}[^]*${wechat}`))
  await desk.locator('[name=question]').fill('省エネ効果の目安をお尋ねです。')
  await send(desk)
  await expect(desk).toHaveURL(/done=forwarded/)

  // The firm answers with a number in it, and sends a file with a person's name.
  const question = await letterWhere(dataDir(), (letter) => Boolean(letter.subject?.includes(ticket) && letter.link?.includes('/answers/')))
  const answers = new URL(question.link!).pathname.replace(/^\/\w+/, `/${language}`)
  await firm.goto(answers)
  await firm.locator('[name=reply]').fill('対応できます。03-1234-5678 までお電話ください。')
  await firm.locator('form[action$="/reply"] button').click()
  await firm.goto(`${answers}/files`)
  await firm.locator('[name=file]').setInputFiles({ name: '見積_taro@firm.example.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${ticket}\ntrailer<<>>\n%%EOF\n`) })
  await send(firm)
  await firm.goto(answers)
  await expect(firm.locator('main')).toContainText('見積_taro@firm.example.pdf')

  // Relayed only after both were changed; the buyer gets the file under its new name.
  await desk.goto(kase)
  await desk.locator('a[href$="/relay"]').first().click()
  await desk.locator('[name=to][value=buyer]').check()
  await desk.locator('[name=file]').check()
  const declaration = desk.locator('[name=exportControl]')
  if ((await declaration.count()) > 0) await declaration.check()
  await send(desk)
  await expect(desk.locator('mark')).toContainText(['03-1234-5678', 'taro@firm.example'])
  await desk.locator('[name=relay]').fill('企业可以提供。')
  await desk.locator('[name=translation]').fill('企業は対応できる。')
  await desk.locator('[name=fileName]').fill('报价')
  await send(desk)
  await expect(desk).toHaveURL(/done=relayed/)
  await expect(desk.locator('main')).toContainText('企業は対応できる。')
  await buyer.goto(receipt)
  await expect(buyer.locator('main')).toContainText('企业可以提供。')
  await expect(buyer.locator('body')).not.toContainText('03-1234-5678')
  await expect(buyer.locator('body')).not.toContainText('taro@firm.example')
  const href = await buyer.locator('a', { hasText: '报价.pdf' }).getAttribute('href')
  const file = await buyer.request.get(href!)
  expect([file.status(), file.headers()['content-disposition']?.slice(0, 10), file.headers()['x-content-type-options'], file.headers()['set-cookie']]).toEqual([200, 'attachment', 'nosniff', undefined])
  expect((await firm.request.get(href!.replace(/.*\/files/, `${answers}/files`))).status()).toBe(404)

  // The link is taken back: the firm's page opens for nobody.
  await desk.goto(kase)
  await desk.locator('a[href$="/link"]').first().click()
  await desk.locator('a[href$="/revocation"]').first().click()
  await send(desk)
  await expect(desk).toHaveURL(/done=link-revoked/)
  expect((await firm.goto(answers))!.status()).toBe(404)
})

test('ready words: an unknown placeholder is refused with everything typed, versions are kept', async ({ page, language, signIn }) => {
  await signIn()
  await page.goto(`/${language}/desk/templates`)
  await page.locator('main a[href*="/desk/templates/"]').nth(1).click()
  const body = page.locator('[name=body]')
  const before = await body.inputValue()
  await body.fill(`${before}\n{{buyer}}`)
  await page.locator('form:has([name=body]) button').click()
  await expect(page.locator('#body-error')).toBeVisible()
  await expect(body).toHaveValue(`${before}\n{{buyer}}`)
  await body.fill(`${before}\n{{ticket}}`)
  await page.locator('form:has([name=body]) button').click()
  await expect(page.locator('figure')).not.toHaveCount(0)
})
