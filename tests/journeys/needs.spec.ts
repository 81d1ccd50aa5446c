import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

type Words = { label: Record<string, string> }
const wordsOf = (language: 'ja' | 'zh') => JSON.parse(readFileSync(`locales/${language}/inquiries.json`, 'utf8')) as Words

const typed = {
  ja: { message: '工場の90℃前後の排熱を夏も使い切りたいのですが、どんな技術が向いていますか。発電も検討しています。', goal: '排熱で発電し電力を減らす', organisation: '課題見本化学', person: '課題花子' },
  zh: { message: '我厂有90℃左右的余热，夏季基本浪费，希望回收利用，也在考虑余热发电，请推荐合适的技术。', goal: '利用余热发电，减少外购电', organisation: '需求样例化工', person: '需求工程师' },
}

const send = (page: Page) => page.locator('main form[method=post]').last().getByRole('button').last().click()
const expectLabel = async (page: Page, receipt: string, label: string) => {
  await page.goto(receipt)
  await expect(page.locator('[aria-current=step]')).toHaveText(label)
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()!.width)

/** Somebody describes a problem on a phone, without choosing a technology; returns the receipt and the ticket. */
async function describeNeed(buyer: Page, language: 'ja' | 'zh', address: string) {
  const { message, goal, organisation, person } = typed[language]
  await buyer.goto(`/${language}`)
  await buyer.locator('main a[href$="/needs/new"]').first().click()
  await fits(buyer)
  await buyer.locator('[name=goal]').fill(goal)
  await send(buyer)
  await expect(buyer.locator('#message-error')).toBeVisible()
  await expect(buyer.locator('[name=goal]')).toHaveValue(goal)
  await buyer.locator('[name=message]').fill(message)
  await buyer.locator('[name=organisation]').fill(organisation)
  await buyer.locator('[name=organisationKind]').selectOption('enterprise')
  await buyer.locator('[name=person]').fill(person)
  await buyer.locator('[name=channel][value=email]').check()
  await buyer.locator('[name=address]').fill(address)
  await buyer.locator('[name=processing]').check()
  await buyer.locator('[name=transfer]').check()
  await send(buyer)
  await expect(buyer).toHaveURL(/\/receipts\//)
  return { receipt: buyer.url(), ticket: /DB-\d{4}-\d{4}/.exec(await buyer.locator('main').innerText())![0], secrets: [organisation, person, address] }
}

async function take(desk: Page, language: string, ticket: string): Promise<string> {
  await desk.goto(`/${language}/desk/inquiries?stage=received`)
  await desk.getByRole('link', { name: ticket }).first().click()
  const kase = desk.url()
  await desk.locator('form[action$="/taking"] button').click()
  await expect(desk).toHaveURL(/done=taken/)
  return kase.split('?')[0]!
}

test('need → three firms → one declines, one asks back, one is interested → consent → introduced → agreed', async ({ page: desk, language, signIn, someoneElse }) => {
  const { label } = wordsOf(language)
  const address = `need-${crypto.randomUUID().slice(0, 8)}@plant.example`
  const [buyer, firm] = [await someoneElse(), await someoneElse()]
  const { receipt, ticket, secrets } = await describeNeed(buyer, language, address)

  // The desk is offered firms with the words that speak for them, and asks three in one step.
  await signIn()
  const kase = await take(desk, language, ticket)
  await desk.locator('a[href$="/forwarding"]').first().click()
  await fits(desk)
  const open = desk.locator('[name=company]:not([disabled])')
  expect(await open.count()).toBeGreaterThanOrEqual(3)
  await expect(desk.locator('main li li').first()).toContainText(language === 'zh' ? /余热|发电|回收/ : /排熱|発電/)
  for (const at of [0, 1, 2]) await open.nth(at).check()
  const asked = new Set(await open.evaluateAll((boxes) => boxes.slice(0, 3).map((box) => (box as HTMLInputElement).value)))
  await desk.locator('[name=question]').fill(`${typed[language].message} ${typed[language].organisation}`)
  await send(desk)
  // A name in the text stops all three; the ticks are still there.
  await expect(desk.locator('mark').first()).toBeVisible()
  await expect(desk.locator('[name=company]:checked')).toHaveCount(3)
  await desk.locator('[name=question]').fill(typed[language].message)
  await send(desk)
  await expect(desk).toHaveURL(/done=forwarded/)
  await expectLabel(buyer, receipt, label.asking!)

  // Each firm has a letter and a page of its own.
  const pages: string[] = []
  const recipients: string[] = []
  for (let at = 0; at < 3; at++) {
    const letter = await letterWhere(dataDir(), (one) => Boolean(one.subject?.includes(ticket) && one.link?.includes('/answers/') && !recipients.includes(one.to![0]!.address!)))
    recipients.push(letter.to![0]!.address!)
    pages.push(new URL(letter.link!).pathname.replace(/^\/\w+/, `/${language}`))
  }
  expect(asked.size).toBe(3)
  const [declining, asking, interested] = pages as [string, string, string]
  for (const one of pages) {
    await firm.goto(one)
    for (const secret of secrets) await expect(firm.locator('body')).not.toContainText(secret)
  }
  await firm.goto(`${declining}/refusal`)
  await firm.locator('[name=reason]').first().check()
  await send(firm)
  await firm.goto(`${asking}/question`)
  await firm.locator('[name=question]').fill(language === 'ja' ? '排ガスの流量を教えてください。' : '请问烟气流量是多少？')
  await send(firm)
  await firm.goto(interested)
  await firm.locator('[name=reply]').fill(language === 'ja' ? '対応できます。' : '可以提供。')
  await firm.locator('form[action$="/reply"] button').click()
  await expectLabel(buyer, receipt, label.asking!)

  // The question back goes to the buyer, and the answer comes in.
  await desk.goto(kase)
  await expect(desk.locator('main')).toContainText(language === 'ja' ? '排ガスの流量' : '烟气流量')
  await buyer.goto(`${receipt}/reply`)
  await buyer.locator('[name=reply]').fill('12万Nm3/h')
  await send(buyer)
  await desk.goto(kase)
  await expect(desk.locator('main')).toContainText('12万Nm3/h')

  // Both agree; only the letters carry the contacts.
  await desk.locator('a[href$="/consents"]').first().click()
  await send(desk)
  await buyer.goto(`${receipt}/consent`)
  await buyer.locator('[name=agree]').check()
  await buyer.locator('form:has([name=agree]) button').click()
  await firm.goto(`${interested}/consent`)
  await firm.locator('[name=agree]').check()
  await firm.locator('form:has([name=agree]) button').click()
  await desk.goto(kase)
  await desk.locator('a[href$="/introduction"]').first().click()
  await desk.locator('[name=exportControl]').check()
  await send(desk)
  await expect(desk).toHaveURL(/done=introduced/)
  await letterWhere(dataDir(), (letter) => Boolean(letter.to?.some((one) => one.address === recipients[2]) && letter.text?.includes(address)))
  await letterWhere(dataDir(), (letter) => Boolean(letter.to?.some((one) => one.address === address) && letter.text?.includes(recipients[2]!)))
  for (const other of [declining, asking]) {
    await firm.goto(other)
    for (const secret of secrets) await expect(firm.locator('body')).not.toContainText(secret)
  }

  await desk.goto(kase)
  await desk.locator('a[href$="/dialogue"]').first().click()
  await send(desk)
  await desk.goto(kase)
  await desk.locator('a[href$="/outcome"]').first().click()
  await desk.locator('[name=result][value=agreed]').check()
  await desk.locator('[name=closing]').fill(language === 'ja' ? '合意しました。' : '已达成合作。')
  await send(desk)
  await expectLabel(buyer, receipt, label.finished!)
})

test('a need is published with the buyer’s consent; a firm offers to it once; it ends with the case', async ({ page: desk, language, signIn, someoneElse }) => {
  const address = `need-${crypto.randomUUID().slice(0, 8)}@plant.example`
  const title = `${language === 'ja' ? '低温排熱の利用' : '低温余热利用'} ${crypto.randomUUID().slice(0, 4)}`
  const [buyer, firm] = [await someoneElse(), await someoneElse()]
  const { receipt, ticket, secrets } = await describeNeed(buyer, language, address)
  await signIn()
  const kase = await take(desk, language, ticket)

  // Worded in both languages, begun with the buyer's own words.
  await desk.locator('a[href$="/need"]').first().click()
  await expect(desk.locator(`[name=${language === 'ja' ? 'textJa' : 'textZh'}]`)).toHaveValue(new RegExp(typed[language].message.slice(0, 8)))
  for (const name of ['titleJa', 'titleZh']) await desk.locator(`[name=${name}]`).fill(title)
  for (const name of ['textJa', 'textZh']) await desk.locator(`[name=${name}]`).fill(`90℃ ${secrets[0]}`)
  await send(desk)
  await expect(desk).toHaveURL(/done=need-saved/)
  await fits(desk)
  // A name would be found on the way out; the words are mended before the buyer is asked.
  await desk.locator('a[href$="/publication"]').first().click()
  await expect(desk.locator('mark').first()).toBeVisible()
  await desk.goto(`${kase}/need`)
  for (const name of ['textJa', 'textZh']) await desk.locator(`[name=${name}]`).fill('90℃')
  await send(desk)
  await desk.locator('form[action$="/asking"] button').click()
  await expect(desk).toHaveURL(/done=publication-asked/)

  // The buyer reads exactly what would be public, and agrees.
  const letter = await letterWhere(dataDir(), (one) => Boolean(one.to?.some((to) => to.address === address) && one.link?.includes('/publication')))
  expect(letter.link).toContain('/receipts/')
  await buyer.goto(receipt)
  await buyer.locator('a[href$="/publication"]').click()
  await expect(buyer.locator('main')).toContainText(title)
  await fits(buyer)
  await buyer.locator('form:has([name=agree]) button').click()
  await expect(buyer.locator('#agree-error')).toBeVisible()
  await buyer.locator('[name=agree]').check()
  await buyer.locator('form:has([name=agree]) button').click()
  await expect(buyer).toHaveURL(receipt)
  await desk.goto(`${kase}/need/publication`)
  await send(desk)
  await expect(desk).toHaveURL(/done=need-published/)

  // Anybody reads it; nobody is told from it.
  await firm.goto(`/${language}/needs?q=${encodeURIComponent(title)}`)
  await firm.getByRole('link', { name: title }).click()
  await expect(firm).toHaveTitle(new RegExp(title))
  for (const secret of [...secrets, ticket]) await expect(firm.locator('body')).not.toContainText(secret)
  await fits(firm)
  const shown = firm.url()

  // A firm that is signed in says that it can do this.
  await firm.locator('a[href*="/account/needs/"]').click()
  await expect(firm).toHaveURL(/sign-in/)
  await signIn('firm', firm)
  await firm.goto(shown)
  await firm.locator('a[href*="/account/needs/"]').click()
  await firm.locator('[name=offer]').fill(language === 'ja' ? '小型の発電設備で対応できます。' : '可以提供小型发电设备。')
  if ((await firm.locator('[name=technology]').count()) > 0) await firm.locator('[name=technology]').first().check()
  await send(firm)
  await expect(firm).toHaveURL(/\/answers\//)
  for (const secret of secrets) await expect(firm.locator('body')).not.toContainText(secret)
  await firm.goto(`/${language}/account`)
  await expect(firm.getByRole('link', { name: title })).toBeVisible()
  await firm.goto(shown)
  await firm.locator('a[href*="/account/needs/"]').click()
  await expect(firm.locator('[name=offer]')).toHaveCount(0)
  await expect(firm.locator('main a[href*="/account/inquiries/"]')).toBeVisible()

  // The desk has it in the case; the buyer takes the case back, and the page is gone.
  await desk.goto(kase)
  await expect(desk.locator('main')).toContainText(language === 'ja' ? '小型の発電設備' : '小型发电设备')
  await buyer.goto(`${receipt}/withdrawal`)
  await send(buyer)
  const gone = await firm.goto(shown)
  expect(gone!.status()).toBe(410)
  await expect(firm.locator('main')).not.toContainText(title)
})
