/** A firm sees what came of its technologies, says they are still correct, and brings a table in. */
import { readFileSync } from 'node:fs'
import { dataDir, expect, moveClock, test } from '../support/journey.ts'
import { letterWhere } from '../support/letters.ts'
import type freshness from '#locales/ja/freshness.json'
import type tables from '#locales/ja/tables.json'

const words = (language: 'ja' | 'zh') => ({
  t: JSON.parse(readFileSync(`locales/${language}/tables.json`, 'utf8')) as typeof tables,
  f: JSON.parse(readFileSync(`locales/${language}/freshness.json`, 'utf8')) as typeof freshness,
})
const DAY = 86_400_000

test('a table is looked through, mended, stored with progress, and handed in together', async ({ page, signIn, language }) => {
  const { t } = words(language)
  await signIn('firm')
  await page.goto(`/${language}/account`)
  await expect(page.getByRole('heading', { name: t.results.listings.replace('{{n}}件', '').replace('{{n}}项', '') })).toBeVisible()
  await page.getByRole('link', { name: language === 'ja' ? '一括登録' : '批量登记' }).click()
  const send = async (name: string, text: string) => {
    await page.goto(`/${language}/account/import`)
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: t.import.check }).click()
  }
  await send('book.xlsx', 'PK\u0003\u0004')
  await expect(page.getByRole('alert')).toHaveText(t.refused.workbook)

  const kind = test.info().project.name
  await send('faulty.csv', `name_ja,fields,stage\n表の技術${kind},waste-heat,夢\n`)
  await expect(page.getByRole('alert')).toContainText(t.problems.lead.replace('{{n}}', '1').slice(0, 8))
  await expect(page.locator('tbody tr')).toContainText(['stage'])

  const rows = Array.from({ length: 60 }, (_, at) => `表の技術${kind}${at},waste-heat,commercial`)
  await send('good.csv', `\ufeffname_ja,fields,stage\n${rows.join('\n')}\n`)
  await page.getByRole('button', { name: t.plan.store.replace('{{n}}', '60') }).click()
  await expect(page.getByRole('status')).toContainText(t.end.next, { timeout: 30_000 })
  await page.getByRole('link', { name: t.end.submit }).click()
  await page.getByRole('button', { name: t.submission.send }).click()
  await expect(page.getByRole('status')).toBeVisible()
  // Handed in is not public.
  const found = await page.request.get(`/api/technologies?q=${encodeURIComponent(`表の技術${kind}1`)}`)
  expect(await found.text()).not.toContain(`表の技術${kind}`)
})

test('a letter asks whether a listing is still correct; one click without signing in says so', async ({ page, language }) => {
  const { f } = words(language)
  try {
    // The demo’s listings end within the first half of the year after next year’s beginning: some of them soon by now.
    moveClock(80 * DAY)
    const asked = new Set<string>()
    const nextLetter = async () => {
      const { link } = await letterWhere(dataDir(), (one) => /\/confirmations\//.test(one.link ?? '') && !asked.has(one.link!), 40_000)
      asked.add(link!)
      return new URL(link!).pathname.replace(/^\/(ja|zh)/, `/${language}`)
    }
    const button = page.getByRole('button', { name: new RegExp(`${f.send}|${f.sendSeveral}`) })
    // What a letter asked about may have been said already, by the journey in another language.
    let path: string
    do {
      path = await nextLetter()
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    } while ((await button.count()) === 0)
    // Whoever merely looks changes nothing.
    await page.goto(path)
    await button.click()
    await expect(page.getByRole('status')).toBeVisible()
    await expect(button).toHaveCount(0)
    await page.goto(`/${language}/confirmations/${'0'.repeat(54)}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  } finally {
    moveClock(0)
  }
})
