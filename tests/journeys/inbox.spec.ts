import type { Page } from '@playwright/test'
import { expect, test } from '../support/journey.ts'

/** Asks the office something as a buyer does; returns the ticket. */
async function ask(buyer: Page, language: string, words: string): Promise<string> {
  await buyer.goto(`/${language}/inquiries/new`)
  await buyer.locator('[name=message]').fill(words)
  await buyer.locator('[name=organisation]').fill('收件箱样例有限公司')
  await buyer.locator('[name=organisationKind]').selectOption('enterprise')
  await buyer.locator('[name=person]').fill('张收件')
  await buyer.locator('[name=channel][value=email]').check()
  await buyer.locator('[name=address]').fill(`inbox-${crypto.randomUUID().slice(0, 8)}@plant.example`)
  await buyer.locator('[name=processing]').check()
  await buyer.locator('[name=transfer]').check()
  await buyer.locator('main form[method=post]').last().getByRole('button').last().click()
  await expect(buyer).toHaveURL(/\/receipts\//)
  return /DB-\d{4}-\d{4}/.exec(await buyer.locator('main').innerText())![0]
}

test('a case is found by its words in the other writing, with its filters in the address and taken off one by one', async ({ page: desk, language, signIn, someoneElse }) => {
  const mark = `余熱${crypto.randomUUID().slice(0, 6)}`
  const ticket = await ask(await someoneElse(), language, `咨询${mark}的合作方式。`)
  await signIn()
  await desk.goto(`/${language}/desk/inquiries`)
  await desk.locator('#words').fill(mark.replace('熱', '热'))
  await desk.locator('#words').press('Enter')
  await expect(desk).toHaveURL(/[?&]q=/)
  await expect(desk.locator('[data-case]')).toHaveCount(1)
  await expect(desk.getByRole('link', { name: ticket })).toBeVisible()
  await expect(desk.locator('main')).not.toContainText('张收件')
  // Narrowed further by the form, then each filter is taken off by its chip.
  await desk.goto(`${desk.url()}&kind=partnership&owner=none`)
  await expect(desk.locator('[data-case]')).toHaveCount(1)
  await desk.locator('a[href*="q="]:not([href*="owner="])').filter({ hasText: '×' }).click()
  await expect(desk).not.toHaveURL(/owner=/)
  await expect(desk).toHaveURL(/kind=partnership/)
  // On a narrow screen each case is a card within the width of the screen.
  const [card, width] = [await desk.locator('[data-case]').first().boundingBox(), desk.viewportSize()!.width]
  expect(card!.width).toBeLessThanOrEqual(width)
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  if (width < 700) expect(card!.height).toBeGreaterThan(120)
})

test('a manager assigns ticked cases at once; a secretary is told what is not theirs to give', async ({ page: desk, language, signIn, someoneElse }) => {
  const buyer = await someoneElse()
  const mark = `分配${crypto.randomUUID().slice(0, 6)}`
  const tickets = [await ask(buyer, language, `第一次 ${mark}`), await ask(buyer, language, `第二次 ${mark}`)]
  await signIn('manager')
  await desk.goto(`/${language}/desk/inquiries?q=${encodeURIComponent(mark)}`)
  // Nothing ticked and nobody chosen: said so, and what was ticked stays ticked.
  await desk.locator('[data-case] input[type=checkbox]').first().check()
  await desk.locator('form[action$="/assignments"] button').click()
  await expect(desk.getByRole('alert')).toBeVisible()
  await expect(desk.locator('[data-case] input:checked')).toHaveCount(1)
  for (const box of await desk.locator('[data-case] input[type=checkbox]').all()) await box.check()
  const select = desk.locator('form[action$="/assignments"] select[name=owner]')
  await select.selectOption((await select.locator('option', { hasText: '(' }).getAttribute('value')))
  await desk.locator('form[action$="/assignments"] select[name=office]').selectOption('chengdu')
  await desk.locator('form[action$="/assignments"] button').click()
  await expect(desk.getByRole('status')).toContainText('2')
  await expect(desk).toHaveURL(/[?&]q=/)
  await desk.goto(`/${language}/desk/inquiries?office=chengdu&stage=checking&q=${encodeURIComponent(mark)}`)
  for (const ticket of tickets) await expect(desk.getByRole('link', { name: ticket })).toBeVisible()
  // The manager's cases are not a secretary's to take.
  const clerk = await someoneElse()
  await signIn('secretary', clerk)
  await clerk.goto(`/${language}/desk/inquiries?q=${encodeURIComponent(mark)}`)
  await clerk.locator('[data-case] input[type=checkbox]').first().check()
  const own = clerk.locator('form[action$="/assignments"] select[name=owner]')
  await own.selectOption((await own.locator('option', { hasText: '(' }).getAttribute('value')))
  await clerk.locator('form[action$="/assignments"] button').click()
  await expect(clerk.getByRole('status')).toContainText(/DB-\d{4}-\d{4}/)
})

test('keys move among the cases, open, tick and lead to the search', async ({ page: desk, language, signIn, someoneElse, javaScriptEnabled }) => {
  const buyer = await someoneElse()
  const mark = `键盘${crypto.randomUUID().slice(0, 6)}`
  await ask(buyer, language, `第一次 ${mark}`)
  await ask(buyer, language, `第二次 ${mark}`)
  await signIn()
  await desk.goto(`/${language}/desk/inquiries?q=${encodeURIComponent(mark)}`)
  const links = desk.locator('[data-case] td a[href*="/desk/inquiries/"]')
  await expect(links).toHaveCount(2)
  if (javaScriptEnabled === false) {
    // Without scripts the same rows are links in the order of the tab key.
    await links.nth(1).focus()
    await expect(links.nth(1)).toBeFocused()
    return
  }
  await desk.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await desk.keyboard.press('x')
  await expect(desk.locator('[data-case] input:checked')).toHaveCount(1)
  await desk.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  await desk.keyboard.press('/')
  await expect(desk.locator('#words')).toBeFocused()
  await desk.keyboard.type('j')
  await expect(desk.locator('#words')).toHaveValue('j')
  await links.nth(1).focus()
  const address = await links.nth(1).getAttribute('href')
  await desk.keyboard.press('Enter')
  await expect(desk).toHaveURL(new RegExp(`${address}$`))
})
