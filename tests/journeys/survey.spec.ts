import type { Page } from '@playwright/test'
import { dataDir, expect, moveClock, test } from '../support/journey.ts'
import { letters, letterTo } from '../support/letters.ts'
import { put, take } from '../support/objects.ts'

const DAY = 86_400_000
const day = (n: number) => new Date(Date.now() + n * DAY).toISOString().slice(0, 10)
const send = (page: Page) => page.locator('main form[method=post]').first().getByRole('button').first().click()

/** Everything that must be answered, in as few clicks as there are. */
async function answerAll(page: Page, status: string) {
  await page.locator(`[name=status][value="${status}"]`).check()
  await send(page)
  while (!page.url().includes('/review')) {
    const obstacle = page.locator('[name=obstacles][value=permit]')
    if ((await obstacle.count()) > 0) await obstacle.check()
    await send(page)
  }
}

test.afterEach(() => moveClock(0))

test('a round: one answers, one saves half and returns, one refuses, one letter comes back, one answers by phone; only the rest is reminded', async ({ page: desk, language, signIn, someoneElse }) => {
  const tag = crypto.randomUUID().slice(0, 8)
  const slugs = Array.from({ length: 3 }, (_, at) => `s-${tag}-${at}`)
  const names = ['answers', 'half', 'refuses', 'bounces', 'phone', 'silent']
  const address = (name: string) => `${name}-${tag}@firm.example`
  for (const [at, slug] of slugs.entries()) {
    const project = put('projects', { slug, state: 'announced', status: 'signed', title_ja: `調査の件 ${tag} ${at}`, title_zh: `调查项目 ${tag} ${at}`, fields: '[]', announced_on: '2021-12-26' })
    for (const [place, side] of (['japan', 'china'] as const).entries()) {
      const name = names[at * 2 + place]!
      const party = put('project_parties', { project_id: project, side, kind: 'company', name_ja: `${name}-${tag}`, name_zh: `${name}-${tag}`, party_key: `${name}${tag}`, position: place })
      put('party_contacts', { party_id: party, person: '見本', email: address(name), locale: 'zh' })
    }
  }

  await signIn()
  await desk.goto(`/${language}/desk/surveys/new?kind=follow-up`)
  await desk.locator('[name=nameJa]').fill(`調査 ${tag}`)
  await desk.locator('[name=nameZh]').fill(`调查 ${tag}`)
  await desk.locator('[name=closesOn]').fill(day(30))
  await desk.locator('[name=remindOn]').fill(day(10))
  await desk.locator('[name=picked]').fill(slugs.join('\n'))
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(/\/surveys\/[0-9a-f-]{36}$/)
  const round = desk.url()
  await desk.goto(`${round}/opening`)
  await expect(desk.locator('[name=party]')).toHaveCount(6)
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(round)

  const pathOf = async (name: string) => new URL((await letterTo(dataDir(), address(name))).link!).pathname
  const party = await someoneElse()
  await party.goto(await pathOf('answers'))
  await expect(party.locator('main')).toContainText(`调查项目 ${tag} 0`)
  await party.locator('main a[href$="/steps/standing"]').first().click()
  await answerAll(party, 'in-progress')
  await send(party)
  await expect(party.getByRole('status')).toBeVisible()

  // Half, put off, and gone on with by the same link.
  const half = await pathOf('half')
  await party.goto(`${half}/steps/standing`)
  await party.locator('[name=status][value=suspended]').check()
  await party.locator('button[formaction$="/pause"]').click()
  await expect(party).toHaveURL(/done=paused/)
  await party.goto(`${half}/steps/standing`)
  await expect(party.locator('[name=status][value=suspended]')).toBeChecked()

  await party.goto(`${await pathOf('refuses')}/refusal`)
  await party.locator('[name=reason][value=no-time]').check()
  await send(party)
  await expect(party).not.toHaveURL(/refusal/)

  const recipient = (name: string) => desk.getByRole('link', { name: `${name}-${tag}` })
  await desk.goto(round)
  await recipient('bounces').click()
  await desk.locator('form[action$="/unreachable"] button').click()
  await desk.goto(round)
  await recipient('phone').click()
  await desk.locator('main a[href$="/steps/standing"]').click()
  await answerAll(desk, 'completed')
  await send(desk)
  await expect(desk).toHaveURL(/recipients\/[0-9a-f-]+$/)

  moveClock(11 * DAY)
  await letterTo(dataDir(), address('silent'))
  await expect.poll(async () => (await letters(dataDir())).filter((letter) => letter.to?.some((to) => to.address === address('silent'))).length, { timeout: 20_000 }).toBe(2)
  await expect.poll(async () => (await letters(dataDir())).filter((letter) => letter.to?.some((to) => to.address === address('half'))).length, { timeout: 20_000 }).toBe(2)
  const got = async (name: string) => (await letters(dataDir())).filter((letter) => letter.to?.some((to) => to.address === address(name))).length
  expect(await Promise.all(['answers', 'refuses', 'bounces', 'phone'].map(got))).toEqual([1, 1, 1, 1])
  moveClock(0)

  const id = round.split('/').at(-1)!
  expect(take<{ states: string }>("select group_concat(state, ' ') as states from (select state from survey_recipients where round_id = ? order by state)", id).states).toBe('answered answered partly refused reminded unreachable')
  await desk.goto(`${round}/analysis`)
  await expect(desk.locator('main')).toContainText('33.3')
  await desk.goto(`${round}/analysis?published=1`)
  await expect(desk.locator('main table').first()).toContainText('―')
})

test('an open questionnaire: begun on a phone, one answer a device, closed and released', async ({ page: desk, language, signIn, someoneElse }) => {
  const slug = `e-${crypto.randomUUID().slice(0, 8)}`
  await signIn()
  await desk.goto(`/${language}/desk/surveys/new?kind=event`)
  await desk.locator('[name=nameJa]').fill(slug)
  await desk.locator('[name=nameZh]').fill(slug)
  await desk.locator('[name=slug]').fill(slug)
  await desk.locator('[name=closesOn]').fill(day(5))
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(/\/surveys\/[0-9a-f-]{36}$/)
  const round = desk.url()
  await desk.goto(`${round}/opening`)
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(round)
  const guest = await someoneElse()
  const here = `/${language}/event-surveys/${slug}`
  await guest.goto(`${here}/steps/attendance`)
  await expect(guest).toHaveURL(here)
  await send(guest)
  await guest.locator('[name=section-attended][value=automotive]').check()
  await guest.locator('[name=satisfaction][value="4"]').check()
  await send(guest)
  await guest.locator('[name=themes]').fill('脱炭素')
  await send(guest)
  await send(guest)
  await expect(guest).toHaveURL(here)
  await expect(guest.getByRole('status')).toBeVisible()
  await guest.goto(`${here}/steps/wishes`)
  await expect(guest.locator('[name=themes]')).toHaveValue('脱炭素')
  expect((await guest.request.get(`${here}/results`)).status()).toBe(404)
  await desk.goto(`${round}/closing`)
  await send(desk)
  await desk.locator('form[action$="/release"] button').click()
  await guest.goto(`${here}/results`)
  await expect(guest.locator('main')).toContainText('93.7')
})
