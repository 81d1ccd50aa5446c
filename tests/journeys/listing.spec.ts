/** A firm from its first visit to a technology that is found, changed and taken down. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type editor from '#locales/ja/editor.json'
import type files from '#locales/ja/files.json'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterTo, letterWhere } from '../support/letters.ts'

const wordsOf = <T>(language: 'ja' | 'zh', space: string) => JSON.parse(readFileSync(`locales/${language}/${space}.json`, 'utf8')) as T
const password = 'kasane kasane no mori'
const send = (page: Page) => page.locator('main form[method=post]').last().getByRole('button').last().click()

const photograph = () => sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7a8f6a' } }).jpeg().toBuffer()

/** A leaflet that says something no page of the site says. */
function leaflet(word: string): Promise<Buffer> {
  const pdf = new PDFDocument()
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  pdf.fontSize(20).text(`Drying with the ${word} process`)
  pdf.end()
  return new Promise((done) => void pdf.on('end', () => done(Buffer.concat(parts))))
}

test('register → confirm → approved → technology with image and PDF → returned → mended → published → found → changed → unpublished', async ({ page: desk, language, signIn, someoneElse }, { project }) => {
  test.setTimeout(150_000)
  const e = wordsOf<typeof editor>(language, 'editor')
  const f = wordsOf<typeof files>(language, 'files')
  const mark = project.name.replace(/\W/g, '')
  const email = `kawaki@${mark}.example`
  const name = { ja: `樹皮乾燥装置${mark}`, zh: `树皮干燥装置${mark}` }
  const word = `quindrel${mark}`
  const [firm, visitor] = [await someoneElse(), await someoneElse()]

  // Register, confirm by the letter, sign in; the office approves.
  await firm.goto(`/${language}/join`)
  await firm.locator('[name=nameJa]').fill(`乾き工業${mark}株式会社`)
  await firm.locator('[name=reading]').fill('かわきこうぎょう')
  await firm.locator('[name=person]').fill('乾 一郎')
  await firm.locator('[name=email]').fill(email)
  await firm.locator('[name=password]').fill(password)
  await firm.locator('[name=passwordAgain]').fill(password)
  await firm.locator('[name=agreed]').check()
  await send(firm)
  await expect(firm).toHaveURL(/\/join\/sent$/)
  const confirmation = await letterTo(dataDir(), email)
  await firm.goto(confirmation.link!)
  await send(firm)
  await expect(firm).toHaveURL(/\/join\/confirmed/)
  await firm.goto(`/${language}/account/sign-in`)
  await firm.locator('[name=email]').fill(email)
  await firm.locator('[name=password]').fill(password)
  await send(firm)
  await expect(firm).toHaveURL(/\/account\/waiting$/)
  await signIn('secretary')
  await desk.goto(`/${language}/desk/joinings`)
  await desk.getByRole('link', { name: `乾き工業${mark}` }).click()
  await desk.locator('a[href$="/approval"]').click()
  await send(desk)
  await expect(desk.locator('a[href*="/desk/companies/"]').first()).toBeVisible()

  // A technology with a picture and a leaflet.
  await firm.goto(`/${language}/account/technologies/new`)
  await firm.locator('[name="name.ja"]').fill(name.ja)
  await firm.locator('[name="name.zh"]').fill(name.zh)
  await firm.locator('#fields-0').selectOption({ index: 2 })
  await send(firm)
  await expect(firm).toHaveURL(/\/edit\/basics$/)
  const home = new URL(firm.url()).pathname.replace('/edit/basics', '')
  const describe = async (ja: string, zh: string) => {
    await firm.goto(`${home}/edit/basics`)
    await firm.locator('[name="summary.ja"]').fill(ja)
    await firm.locator('[name="summary.zh"]').fill(zh)
    await firm.getByRole('button', { name: e.save.send, exact: true }).last().click()
    await expect(firm.getByRole('status').first()).toContainText(e.save.done)
  }
  await describe('排熱で樹皮を乾かす。', '利用余热烘干树皮。')
  await firm.goto(`${home}/images`)
  await firm.locator('[name=file]').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photograph() })
  await firm.locator('[name=ja]').fill('乾燥装置の外観')
  await firm.locator('[name=zh]').fill('干燥装置外观')
  await firm.getByRole('button', { name: f.images.send, exact: true }).click()
  await expect(firm).toHaveURL(/\/images\?done=added$/)
  await firm.goto(`${home}/documents`)
  await firm.locator('[name=file]').setInputFiles({ name: 'leaflet.pdf', mimeType: 'application/pdf', buffer: await leaflet(word) })
  await firm.getByRole('button', { name: f.documents.send, exact: true }).click()
  await expect(firm).toHaveURL(/\/documents\?done=added$/)
  await expect(async () => {
    await firm.goto(`${home}/documents`)
    await expect(firm.locator('main')).toContainText(f.text.done, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const submit = async () => {
    await firm.goto(`${home}/submission`)
    await firm.locator('[name=signed]').check()
    await firm.getByRole('button', { name: e.submission.send, exact: true }).click()
    await expect(firm.getByRole('status')).toContainText(e.done.submitted)
  }
  await submit()

  // The desk returns it with a remark at the summary; the firm mends just that.
  const review = async () => {
    await desk.goto(`/${language}/desk/listings`)
    // What waits longest stands first; a queue may have several pages.
    const mine = desk.getByRole('link', { name: name[language] })
    while ((await mine.count()) === 0) await desk.locator('a[rel=next]').click()
    await mine.click()
    await expect(desk.locator('a[href$="/publication"]')).toBeVisible()
    return new URL(desk.url()).pathname
  }
  await desk.goto(`${await review()}/return`)
  await desk.locator('[name=remark-summary]').fill('燃料をどれだけ減らせるかを書いてください。')
  await send(desk)
  await expect(desk).toHaveURL(/done=returned/)
  const returned = await letterWhere(dataDir(), (letter) => Boolean(letter.to?.some((to) => to.address === email) && letter.link?.includes('/account/technologies/')))
  await firm.goto(new URL(returned.link!).pathname)
  await expect(firm.locator('main')).toContainText('燃料をどれだけ減らせるか')
  await describe('排熱で樹皮を乾かし、燃料を3割減らす。', '利用余热烘干树皮，燃料减少三成。')
  await submit()

  const publish = async () => {
    await desk.goto(`${await review()}/publication`)
    const contacts = desk.locator('[name=contacts]').first()
    if ((await contacts.count()) > 0) await contacts.check()
    await send(desk)
    await expect(desk).toHaveURL(/done=published/)
  }
  const search = async (query: string) => {
    await visitor.goto(`/${language}/technologies?q=${encodeURIComponent(query)}`)
    return visitor.getByRole('main').getByRole('link', { name: name[language] })
  }
  await expect(await search(word)).toHaveCount(0)
  await publish()

  // Found by what only the leaflet says; page, picture and leaflet are there.
  await (await search(word)).first().click()
  await expect(visitor.locator('h1')).toContainText(name[language])
  const publicPage = new URL(visitor.url()).pathname
  await expect(visitor.locator('main')).toContainText(language === 'ja' ? '燃料を3割減らす' : '燃料减少三成')
  const picture = await visitor.locator('main img[src*="/media/"]').first().getAttribute('src')
  expect((await visitor.request.get(picture!)).headers()['content-type']).toMatch(/^image\//)
  const document = await visitor.locator('main a[href*="/documents/"]').first().getAttribute('href')
  expect((await visitor.request.get(document!)).headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })

  // Changed: the public goes on reading the old text until the office has published the new one.
  await firm.goto(home)
  await describe('排熱で樹皮を乾かし、燃料を半分にする。', '利用余热烘干树皮，燃料减少一半。')
  await submit()
  const [old, fresh] = language === 'ja' ? ['燃料を3割減らす', '燃料を半分にする'] : ['燃料减少三成', '燃料减少一半']
  await visitor.goto(publicPage)
  await expect(visitor.locator('main')).toContainText(old)
  await expect(visitor.locator('main')).not.toContainText(fresh)
  await publish()
  await visitor.goto(publicPage)
  await expect(visitor.locator('main')).toContainText(fresh)
  await expect(visitor.locator('main')).not.toContainText(old)

  // Unpublished: gone everywhere on the very next request.
  const json = async () => (await visitor.request.get(`/api/technologies?q=${word}`)).text()
  expect(await json()).toContain(name.ja)
  await firm.goto(`${home}/unpublishing`)
  await send(firm)
  expect((await visitor.request.get(publicPage)).status()).toBe(404)
  expect(await json()).not.toContain(name.ja)
  await expect(await search(word)).toHaveCount(0)
  await expect(await search(name[language])).toHaveCount(0)
  expect((await visitor.request.get(document!)).status()).toBe(404)
  expect((await visitor.request.get(picture!)).status()).toBe(404)
})
