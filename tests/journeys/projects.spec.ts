import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { dataDir, expect, test } from '../support/journey.ts'
import { letterTo } from '../support/letters.ts'
import { put, take } from '../support/objects.ts'

const send = (page: Page) => page.locator('main form[method=post] button[type=submit]').last().click()
const today = () => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)

/** A case about one technology whose firm and buyer have agreed; the way there has journeys of its own. */
function agreedCase(): string {
  const technology = take<{ id: string; company: string }>("select id, company_id as company from technologies where state = 'published' and deleted_at is null order by id limit 1")
  const id = put('inquiries', {
    ticket: `DB-1991-${randomBytes(3).toString('hex')}`, stage: 'agreed', kind: 'interest', locale: 'zh', submission_key: randomUUID(),
    organisation_kind: 'enterprise', message: '希望合作', stage_at: Date.now(), updated_at: Date.now(),
  })
  put('inquiry_contacts', { inquiry_id: id, organisation: '样例工厂', person: '样例', channel: 'wechat', address: 'sample', address_key: id })
  put('inquiry_technologies', { inquiry_id: id, technology_id: technology.id })
  put('approaches', { inquiry_id: id, company_id: technology.company, stage: 'agreed', question: '—' })
  return id
}

test('an agreed inquiry becomes a project that everybody can read', async ({ page, signIn, language }, info) => {
  await signIn()
  const id = agreedCase()
  const title = `照会から生まれた協力 ${info.project.name}`
  await page.goto(`/${language}/desk/inquiries/${id}`)
  await page.locator(`a[href$="/${id}/project"]`).click()
  await page.locator('[name=titleJa]').fill(title)
  await page.locator('[name=state]').selectOption('announced')
  await send(page)
  await expect(page.locator('#announcedOn-error')).toBeVisible()
  await expect(page.locator('[name=titleJa]')).toHaveValue(title)
  await page.locator('[name=announcedOn]').fill(today())
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page.locator(`a[href$="/desk/inquiries/${id}"]`)).toBeVisible()
  await page.locator('main a[href*="/projects/p-"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
})

test('a candidate is proposed, confirmed by both sides on their phones, announced and read out', async ({ page: desk, signIn, someoneElse, language }, info) => {
  const round = { desktop: '31', 'phone-ja': '32', 'phone-zh': '33' }[info.project.name]!
  const mark = info.project.name
  await signIn()
  await desk.goto(`/${language}/desk/projects/rounds`)
  await desk.locator('summary').click()
  await desk.locator('[name=round]').fill(round)
  await desk.locator('[name=nameJa]').fill(`第${round}回フォーラム`)
  await desk.locator('[name=nameZh]').fill(`第${round}届论坛`)
  await send(desk)
  await expect(desk).toHaveURL(new RegExp(`/rounds/${round}$`))
  await desk.goto(`/${language}/desk/projects/calls/new`)
  await desk.locator('[name=forum]').selectOption(round)
  for (const name of ['opensOn', 'closesOn']) await desk.locator(`[name=${name}]`).fill(today())
  await desk.locator('[name=textJa]').fill('発表するプロジェクトを募集します。')
  await desk.locator('[name=textZh]').fill('现征集拟发布的项目。')
  await send(desk)

  const firm = await someoneElse()
  await firm.goto(`/${language}/projects`)
  await firm.locator('a[href$="/projects/proposal"]').click()
  await firm.locator('[name=titleJa]').fill('仮の件名')
  await firm.locator('[name=summary]').fill('工場の余熱を回収して、地域の暖房に使う実証です。')
  await firm.locator('[name=organisation]').fill(`提案${mark}株式会社`)
  await firm.locator('[name=side][value=japan]').check()
  await firm.locator('[name=partners]').fill(`合作${mark}有限公司`)
  await firm.locator('[name=person]').fill('提案 太郎')
  await send(firm)
  await expect(firm.locator('#email-error')).toBeVisible()
  const [japan, china] = [`taro-${mark}@proposer.example`, `li-${mark}@proposer.example`]
  await firm.locator('[name=email]').fill(japan)
  for (const box of ['processing', 'transfer']) await firm.locator(`[name=${box}]`).check()
  if (await firm.locator('select[name=forum]').count()) await firm.locator('select[name=forum]').selectOption(round)
  await send(firm)
  await expect(firm).toHaveURL(/thanks/)

  await desk.goto(`/${language}/desk/projects/rounds/${round}`)
  await desk.getByRole('link', { name: '仮の件名' }).click()
  const home = desk.url().replace(/\?.*$/, '')
  const title = { ja: `余熱利用の実証 ${mark}`, zh: `余热利用示范 ${mark}` }
  await desk.goto(`${home}/text`)
  await desk.locator('[name=titleJa]').fill(title.ja)
  await desk.locator('[name=titleZh]').fill(title.zh)
  await desk.locator('[name=japan]').fill(`提案${mark}株式会社 | 提案${mark}株式会社`)
  await desk.locator('[name=china]').fill(`合作${mark}有限公司 | 合作${mark}有限公司`)
  await send(desk)
  await desk.locator('a[href$="/contacts"]').last().click()
  await desk.locator('a[href$="/contacts/new"]').click()
  await desk.locator('[name=person]').fill('李')
  await desk.locator('[name=email]').fill(china)
  await desk.locator('[name=language][value=zh]').check()
  await send(desk)
  for (const side of ['japan', 'china']) await desk.locator(`form[action$="/sides/${side}/link"] button`).click()

  for (const address of [japan, china]) {
    const letter = await letterTo(dataDir(), address)
    const party = await someoneElse()
    await party.goto(new URL(letter.link!).pathname)
    for (const text of [title.ja, title.zh]) await expect(party.getByText(text)).toBeVisible()
    await expect(party.getByText('太郎')).toHaveCount(0)
    await party.locator('[name=agreed][value=yes]').check()
    await send(party)
    await expect(party.getByRole('status')).toBeVisible()
  }

  await desk.goto(`/${language}/desk/projects/rounds/${round}`)
  await desk.locator('input[name^="number."]').fill('1')
  await desk.locator('form[action$="/announcement"] button').last().click()
  await expect(desk).toHaveURL(/done=announced/)
  await desk.goto(`/${language}/desk/projects/rounds/${round}/reading`)
  for (const text of [title.ja, title.zh]) await expect(desk.getByText(text)).toBeVisible()
  const csv = await desk.request.get(`/${language}/desk/projects/rounds/${round}/reading.csv`)
  expect(await csv.text()).toContain(`"1","${title.ja}","${title.zh}"`)
  await firm.goto(`/${language}/projects/forum${round}-01`)
  await expect(firm.getByRole('heading', { level: 1 })).toContainText(title[language])
  // The call is over for whoever comes next.
  await desk.goto(`/${language}/desk/projects/calls`)
  await desk.locator('a[href*="/projects/calls/"]').filter({ hasText: round }).click()
  await desk.locator('[name=opensOn]').fill('2020-01-01')
  await desk.locator('[name=closesOn]').fill('2020-01-02')
  await send(desk)
})

test('old projects come in as a pasted table, with their faults named first', async ({ page, signIn, language }, info) => {
  await signIn()
  await page.goto(`/${language}/desk/projects/import`)
  const mark = info.project.name
  const table = (region: string) => ['回\t発表日\t件名\t中国語件名\t日本側\t中国側\t地域', `12\t2018-11-25\t古い事業 ${mark}\t旧项目 ${mark}\t古い${mark}株式会社\t旧${mark}有限公司\t${region}`].join('\n')
  await page.locator('[name=source]').fill(table('火星'))
  await page.locator('main form[method=post] button').first().click()
  await expect(page.locator('tbody')).toContainText('火星')
  await page.locator('[name=source]').fill(table('遼寧省'))
  await page.locator('form[action$="/text"] button').click()
  await page.locator('form[action$="/entering"] button').click()
  await expect(page.locator('form[action$="/undoing"]')).toBeVisible()
  await page.goto(`/${language}/projects?q=${encodeURIComponent(`古い事業 ${mark}`)}`)
  await expect(page.locator('main ol > li')).toHaveCount(1)
})
