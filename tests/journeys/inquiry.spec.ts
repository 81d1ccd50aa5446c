import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

type Words = { label: Record<string, string>; kind: Record<string, string> }
const wordsOf = (language: 'ja' | 'zh') => JSON.parse(readFileSync(`locales/${language}/inquiries.json`, 'utf8')) as Words

const typed = {
  ja: { query: '排熱', message: '工場の排熱を回収する設備について、効果と費用の目安を教えてください。', organisation: '道順見本工業', person: '道順太郎' },
  zh: { query: '余热', message: '想了解工厂余热回收设备的节能效果和大致投资。', organisation: '旅程样例化工', person: '旅程工程师' },
}

/** The receipt's label now, among the six. */
const expectLabel = async (page: Page, receipt: string, label: string) => {
  await page.goto(receipt)
  await expect(page.locator('[aria-current=step]')).toHaveText(label)
}
const send = (page: Page) => page.locator('main form[method=post]').last().getByRole('button').last().click()

test('search → page → inquiry → receipt → desk → firm → both consent → introduced', async ({ page: desk, language, signIn, someoneElse }) => {
  const { label } = wordsOf(language)
  const { query, message, organisation, person } = typed[language]
  const address = `journey-${crypto.randomUUID().slice(0, 8)}@plant.example`
  const [buyer, firm] = [await someoneElse(), await someoneElse()]

  // The buyer finds a technology in their own words and asks.
  await buyer.goto(`/${language}/technologies`)
  await buyer.locator('[name=q]').fill(query)
  await buyer.locator('form:has([name=q]) button').first().click()
  await buyer.locator(`main a[href^="/${language}/technologies/demo-"]`).first().click()
  await buyer.locator('a[href$="/inquiry"]').first().click()
  await buyer.locator('[name=organisation]').fill(organisation)
  await send(buyer)
  await expect(buyer.locator('[name=organisation]')).toHaveValue(organisation)
  await expect(buyer.locator('#message-error')).toBeVisible()
  await buyer.locator('[name=message]').fill(message)
  await buyer.locator('[name=organisationKind]').selectOption('enterprise')
  await buyer.locator('[name=person]').fill(person)
  await buyer.locator('[name=channel][value=email]').check()
  await buyer.locator('[name=address]').fill(address)
  await expect(buyer.locator('[name=processing]')).not.toBeChecked()
  await buyer.locator('[name=processing]').check()
  await buyer.locator('[name=transfer]').check()
  await send(buyer)
  await expect(buyer).toHaveURL(/\/receipts\//)
  const receipt = buyer.url()
  const ticket = /DB-\d{4}-\d{4}/.exec(await buyer.locator('main').innerText())![0]
  await expectLabel(buyer, receipt, label.received!)
  await expect(buyer.locator('img[src$="/receipt.png"]')).toBeVisible()

  // The desk takes the case and forwards it.
  await signIn()
  await desk.goto(`/${language}/desk/inquiries?stage=received`)
  await desk.getByRole('link', { name: ticket }).click()
  await expect(desk.locator('main')).not.toContainText(person)
  await expect(desk.locator('main')).not.toContainText(address)
  const kase = desk.url()
  await desk.locator('form[action$="/taking"] button').click()
  await expectLabel(buyer, receipt, label.checking!)
  await desk.locator('a[href$="/forwarding"]').first().click()
  await send(desk)
  await expect(desk).toHaveURL(/done=forwarded/)
  await expectLabel(buyer, receipt, label.asking!)

  // The firm's link, from its letter; it sees a masked buyer and is interested.
  const question = await letterWhere(dataDir(), (letter) => Boolean(letter.subject?.includes(ticket) && letter.link?.includes('/answers/')))
  const recipient = question.to![0]!.address!
  const answers = new URL(question.link!).pathname.replace(/^\/\w+/, `/${language}`)
  await firm.goto(answers)
  for (const secret of [organisation, person, address]) await expect(firm.locator('body')).not.toContainText(secret)
  await firm.locator('[name=reply]').fill('対応できます。')
  await firm.locator('form[action$="/reply"] button').click()
  await expectLabel(buyer, receipt, label.asking!)

  // Consent of both sides, each on its own page.
  await desk.goto(kase)
  await desk.locator('a[href$="/consents"]').first().click()
  await send(desk)
  await expectLabel(buyer, receipt, label.asking!)
  await buyer.locator('a[href$="/consent"]').click()
  await expect(buyer.locator('main')).toContainText(organisation)
  await buyer.locator('[name=agree]').check()
  await buyer.locator('form:has([name=agree]) button').click()
  await firm.goto(`${answers}/consent`)
  await firm.locator('[name=agree]').check()
  await firm.locator('form:has([name=agree]) button').click()

  // The introduction: the letters carry the contacts, no page does.
  await desk.goto(kase)
  await desk.locator('a[href$="/introduction"]').first().click()
  const exportControl = desk.locator('[name=exportControl]')
  if ((await exportControl.count()) > 0) await exportControl.check()
  await send(desk)
  await expect(desk).toHaveURL(/done=introduced/)
  await expectLabel(buyer, receipt, label.introduced!)
  await expect(buyer.locator('body')).not.toContainText(recipient)
  await firm.goto(answers)
  for (const secret of [organisation, person, address]) await expect(firm.locator('body')).not.toContainText(secret)
  const introduces = (to: string, what: string) =>
    letterWhere(dataDir(), (letter) => Boolean(letter.to?.some((one) => one.address === to) && letter.subject?.includes(ticket) && letter.text?.includes(what)))
  await introduces(address, recipient)
  await introduces(recipient, address)

  // Talks begin and end well.
  await desk.goto(kase)
  await desk.locator('a[href$="/dialogue"]').first().click()
  await send(desk)
  await expectLabel(buyer, receipt, label.talking!)
  await desk.goto(kase)
  await desk.locator('a[href$="/outcome"]').first().click()
  await desk.locator('[name=result][value=agreed]').check()
  await send(desk)
  await expectLabel(buyer, receipt, label.finished!)
})

test('several technologies are set aside and asked about at once; the buyer without e-mail withdraws', async ({ page, language }) => {
  const erased = (JSON.parse(readFileSync(`locales/${language}/trust.json`, 'utf8')) as { receipt: { erasedTitle: string } }).receipt.erasedTitle
  const { message, organisation, person } = typed[language]
  await page.goto(`/${language}/technologies?order=kana-asc`)
  const addresses = await page.locator(`main a[href^="/${language}/technologies/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('?')[0]!))
  for (const address of [...new Set(addresses)].slice(0, 2)) {
    await page.goto(address)
    await page.locator('form[action$="/clips"] button').first().click()
  }
  await page.goto(`/${language}/clips`)
  await page.locator('a[href*="clips=1"]').click()
  await expect(page.locator('input[type=hidden][name=technology]')).toHaveCount(2)
  await page.locator('[name=message]').fill(message)
  await page.locator('[name=organisation]').fill(organisation)
  await page.locator('[name=organisationKind]').selectOption('park')
  await page.locator('[name=person]').fill(person)
  await page.locator('[name=channel][value=wechat]').check()
  await page.locator('[name=address]').fill(`wx_${crypto.randomUUID().slice(0, 8)}`)
  await page.locator('[name=processing]').check()
  await page.locator('[name=transfer]').check()
  await send(page)
  await expect(page).toHaveURL(/\/receipts\//)
  const receipt = page.url()
  await page.goto(`/${language}/clips`)
  await expect(page.locator('[name=remove]')).toHaveCount(0)
  await page.goto(receipt)
  await page.locator('a[href$="/withdrawal"]').click()
  await send(page)
  await page.goto(receipt)
  await expect(page.locator('h1')).toHaveText(erased)
  await expect(page.locator('main')).not.toContainText(message)
  await expect(page.locator('[name=reply]')).toHaveCount(0)
})
