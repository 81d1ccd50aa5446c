/** An inquiry that nobody takes climbs: first the office hears of it, then the manager, and the inbox says so. */
import type { Page } from '@playwright/test'
import { addWorkingDays } from '../../app/features/inquiries/calendar/working-days.ts'
import { dataDir, expect, moveClock, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'

const HOUR = 3_600_000

test('nobody takes it: the office is reminded, the manager is told, taking it brings it down again', async ({ page: desk, language, signIn, someoneElse }) => {
  const buyer = await someoneElse()
  const address = `forgotten-${crypto.randomUUID().slice(0, 8)}@plant.example`
  await buyer.goto(`/${language}/inquiries/new`)
  await buyer.locator('[name=message]').fill(language === 'ja' ? '中国の団地で共同実証の相手を探しています。' : '希望在园区内寻找联合示范的合作伙伴。')
  await buyer.locator('[name=organisation]').fill('华北样例园区管理处')
  await buyer.locator('[name=organisationKind]').selectOption('park')
  await buyer.locator('[name=person]').fill('李样例')
  await buyer.locator('[name=channel][value=email]').check()
  await buyer.locator('[name=address]').fill(address)
  await buyer.locator('[name=processing]').check()
  await buyer.locator('[name=transfer]').check()
  await buyer.locator('main form[method=post]').last().getByRole('button').last().click()
  await expect(buyer).toHaveURL(/\/receipts\//)
  const receipt = buyer.url()
  const ticket = /DB-\d{4}-\d{4}/.exec(await buyer.locator('main').innerText())![0]
  const asked = new Date()
  const letterTo = (recipient: string, word: string) =>
    letterWhere(dataDir(), (letter) => Boolean(letter.subject?.includes(ticket) && letter.subject.includes(word) && letter.to?.some((to) => to.address === recipient)), 30_000)
  const row = (page: Page) => page.locator('main a[href*="/desk/inquiries/"]', { hasText: ticket })
  const goToWorkingDay = (n: number) => moveClock(addWorkingDays(asked, n, null).getTime() - Date.now() + HOUR)

  try {
    // Two working days later the office gets a letter; its case is overdue, but not yet before the manager.
    goToWorkingDay(2)
    const reminder = await letterTo('office@localhost', '担当が決まっていません')
    expect(reminder.text).not.toContain(address)
    await signIn('secretary')
    await desk.goto(`/${language}/desk/inquiries?group=overdue&q=${ticket}`)
    await expect(row(desk)).toBeVisible()
    await desk.goto(`/${language}/desk/inquiries?escalated=1&q=${ticket}`)
    await expect(row(desk)).toHaveCount(0)

    // After four it is the manager's.
    goToWorkingDay(4)
    const escalation = await letterTo('manager@demo.example', '管理者の確認が必要です')
    expect(escalation.text).not.toContain(address)
    const manager = await someoneElse()
    await signIn('manager', manager)
    await manager.goto(`/${language}/desk/inquiries?escalated=1&q=${ticket}`)
    await expect(row(manager)).toBeVisible()
    await manager.goto(new URL(escalation.link!).pathname.replace(/^\/\w+/, `/${language}`))
    await expect(manager.locator('main')).toContainText(ticket)
    await manager.locator('form[action$="/taking"] button').click()

    // Taken, it is nobody's trouble any more, and its buyer sees that somebody looks at it.
    await manager.goto(`/${language}/desk/inquiries?escalated=1&q=${ticket}`)
    await expect(row(manager)).toHaveCount(0)
    await manager.goto(`/${language}/desk/inquiries?group=overdue&q=${ticket}`)
    await expect(row(manager)).toHaveCount(0)
    await manager.goto(`/${language}/desk/inquiries?owner=me&q=${ticket}`)
    await expect(row(manager)).toBeVisible()
    await buyer.goto(receipt)
    await expect(buyer.locator('[aria-current=step]')).toHaveText(language === 'ja' ? '事務局で確認中' : '秘书处确认中')
  } finally {
    moveClock(0)
  }
})
