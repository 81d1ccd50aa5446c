import { once } from 'node:events'
import { connect } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { agreedCase } from '../support/agreed-case.ts'
import { withoutBarriers } from '../support/barriers.ts'
import { dataDir, expect, moveClock, test } from '../support/journey.ts'
import { letters, letterTo } from '../support/letters.ts'
import { put, take } from '../support/objects.ts'
import { readQr } from '../support/qr.ts'

const DAY = 86_400_000
const day = (n: number) => new Date(Date.now() + n * DAY).toISOString().slice(0, 10)
const send = (page: Page) => page.locator('main form[method=post]').first().getByRole('button').first().click()
const phoneInChina = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'zh-CN', javaScriptEnabled: false } satisfies Parameters<Browser['newContext']>[0]
const ROLES = ['answers', 'half', 'refuses', 'bounces', 'phone'] as const

interface Report {
  chapters: { sections: { tables: { name: string; rows: { key: string; cells: (number | null)[] }[] }[] }[] }[]
}

/** Everything that must be answered, in as few clicks as there are, and what was difficult. */
async function answerAll(page: Page, status: string, obstacle: string) {
  await page.locator(`[name=status][value="${status}"]`).check()
  await send(page)
  while (!page.url().includes('/review')) {
    const box = page.locator(`[name=obstacles][value="${obstacle}"]`)
    if ((await box.count()) > 0) await box.check()
    await send(page)
  }
}

/** An agreed case becomes a project, and eleven old projects come in as one table. */
async function enterTwelve(desk: Page, language: string, tag: string): Promise<string[]> {
  await desk.goto(`/${language}/desk/inquiries/${agreedCase()}`)
  await desk.locator('a[href$="/project"]').click()
  for (const name of ['titleJa', 'titleZh']) {
    const title = desk.locator(`[name=${name}]`)
    await expect(title).not.toHaveValue('')
    await title.fill(`${await title.inputValue()} ${tag}`)
  }
  await expect(desk.locator('[name=region]')).toHaveValue('CN-SD')
  await expect(desk.locator('[name=china]')).toHaveValue(/样例工厂/)
  await desk.locator('[name=state]').selectOption('announced')
  await desk.locator('[name=announcedOn]').fill('2026-01-15')
  await desk.locator('main form[method=post] button[type=submit]').last().click()
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(tag)

  const rows = Array.from({ length: 11 }, (_, at) => `12\t2018-11-25\t調査の件${at} ${tag}\t调查项目${at} ${tag}\t日本${at}-${tag}株式会社\t${ROLES[at] ?? `silent${at}`}-${tag}有限公司`)
  await desk.goto(`/${language}/desk/projects/import`)
  await desk.locator('[name=source]').fill(['回\t発表日\t件名\t中国語件名\t日本側\t中国側', ...rows].join('\n'))
  await desk.locator('main form[method=post] button').first().click()
  await desk.locator('form[action$="/entering"] button').click()
  await expect(desk.locator('form[action$="/undoing"]')).toBeVisible()
  return take<{ slugs: string }>('select group_concat(slug) as slugs from projects where title_ja like ?', `%${tag}`).slugs.split(',')
}

test('an agreed case becomes a project; a round over twelve: one answers, one saves half and returns, one refuses, one letter comes back, one answers by phone; only the rest is reminded, and the figures say exactly that', async ({ page: desk, language, signIn, someoneElse }, info) => {
  test.slow()
  const tag = crypto.randomUUID().slice(0, 8)
  // What is compared over the years counts whatever other journeys have asked in the same one.
  const year = { 'phone-ja': '2031', 'phone-zh': '2032' }[info.project.name] ?? '2033'
  await signIn()
  const slugs = await enterTwelve(desk, language, tag)
  expect(slugs).toHaveLength(12)
  const partyOf = (name: string) => take<{ id: string }>('select id from project_parties where name_ja like ?', `${name}-${tag}%`).id
  const address = (name: string) => `${name}-${tag}@firm.example`
  for (const name of [...ROLES, 'silent6']) put('party_contacts', { party_id: partyOf(name), person: '见本', ...(name === 'phone' ? { phone: '021-1234' } : { email: address(name) }), locale: 'zh' })

  await desk.goto(`/${language}/desk/surveys/new?kind=follow-up`)
  await desk.locator('[name=nameJa]').fill(`調査 ${tag}`)
  await desk.locator('[name=nameZh]').fill(`调查 ${tag}`)
  await desk.locator('[name=year]').fill(year)
  await desk.locator('[name=closesOn]').fill(day(30))
  await desk.locator('[name=remindOn]').fill(day(10))
  await desk.locator('[name=picked]').fill(slugs.join('\n'))
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(/\/surveys\/[0-9a-f-]{36}$/)
  const round = desk.url()
  await desk.goto(`${round}/opening`)
  await expect(desk.locator('[name=party]')).toHaveCount(24)
  await desk.locator('main form[method=post] button').click()
  await expect(desk).toHaveURL(round)

  const pathOf = async (name: string) => new URL((await letterTo(dataDir(), address(name))).link!).pathname
  const party = await someoneElse(phoneInChina)
  await party.goto(await pathOf('answers'))
  await expect(party.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect(party.locator('main')).toContainText(`调查项目0 ${tag}`)
  await party.locator('main a[href$="/steps/standing"]').first().click()
  await answerAll(party, 'in-progress', 'permit')
  await send(party)
  await expect(party.getByRole('status')).toBeVisible()
  await party.goBack()
  await send(party)
  await expect(party.getByRole('status')).toBeVisible()

  // Half, put off, and gone on with by the same link on another device.
  const half = await pathOf('half')
  await party.goto(`${half}/steps/standing`)
  await party.locator('[name=status][value=suspended]').check()
  await party.locator('button[formaction$="/pause"]').click()
  await expect(party).toHaveURL(/done=paused/)
  const later = await someoneElse(phoneInChina)
  await later.goto(`${half}/steps/standing`)
  await expect(later.locator('[name=status][value=suspended]')).toBeChecked()

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
  await answerAll(desk, 'completed', 'permit')
  await send(desk)
  await expect(desk).toHaveURL(/recipients\/[0-9a-f-]+$/)
  await desk.goto(round)
  await expect(desk.locator('tr', { has: recipient('phone') })).toContainText(language === 'ja' ? '電話で聞き取り' : '电话记录')

  moveClock(11 * DAY)
  const got = async (name: string) => (await letters(dataDir())).filter((letter) => letter.to?.some((to) => to.address === address(name))).length
  for (const name of ['silent6', 'half']) await expect.poll(() => got(name), { timeout: 20_000 }).toBe(2)
  expect(await Promise.all(['answers', 'refuses', 'bounces', 'phone'].map(got))).toEqual([1, 1, 1, 0])
  moveClock(0)

  const states = take<{ states: string }>("select group_concat(state || n, ' ') as states from (select state, count(*) as n from survey_recipients where round_id = ? group by state order by state)", round.split('/').at(-1)!).states
  expect(states).toBe('answered2 not-sent18 partly1 refused1 reminded1 unreachable1')
  await desk.goto(`${round}/analysis`)
  // Six were asked: five by letter, one by phone; two have answered.
  await expect(desk.locator('main')).toContainText('33.3')
  const permit = desk.getByRole('row', { name: language === 'ja' ? /^許認可/ : /^行政许可/ }).first()
  await expect(permit).toContainText('2')
  await desk.goto(`${round}/analysis?published=1`)
  await expect(permit).toHaveText(/^\D*$/)
  const report = (await (await desk.request.get(`${round}/report/report.json`)).json()) as Report
  const figures = (table: string) => Object.fromEntries(report.chapters.flatMap(({ sections }) => sections.flatMap(({ tables }) => tables)).find(({ name }) => name === table)!.rows.map(({ key, cells }) => [key, cells[0]]))
  expect(figures('overview')).toMatchObject({ projects: 12, parties: 6, answered: 2, partly: 1, percent: 33.3 })
  expect(figures('response')).toEqual({ 'not-sent': 18, reminded: 1, answered: 2, partly: 1, refused: 1, unreachable: 1 })
  const reader = await someoneElse({ javaScriptEnabled: true, viewport: { width: 360, height: 740 }, isMobile: true })
  await signIn('secretary', reader)
  for (const tongue of ['ja', 'zh']) for (const path of [`/desk/surveys/${round.split('/').at(-1)!}/analysis`, '/projects']) await withoutBarriers(reader, `/${tongue}${path}`)

  // What was answered waits at the desk, and enters the project's life when the desk says so; silence changes nothing.
  const projectOf = (name: string) => take<{ id: string; slug: string; status: string }>('select p.id, p.slug, p.status from projects p join project_parties y on y.project_id = p.id where y.id = ?', partyOf(name))
  expect(projectOf('answers').status).toBe('signed')
  await desk.goto(`/${language}/desk/projects/${projectOf('answers').id}`)
  await desk.locator('form[action$="/acceptance"] button').click()
  await expect(desk.locator('main')).toContainText(`調査 ${tag} / 调查 ${tag}`)
  expect([projectOf('answers').status, projectOf('half').status, projectOf('silent6').status]).toEqual(['in-progress', 'signed', 'signed'])
  await party.goto(`/zh/projects/${projectOf('answers').slug}`)
  await expect(party.locator('main')).toContainText('进行中')
})

test('an open questionnaire: its code is read and begun on a phone, one answer a device, closed and released', async ({ page: desk, language, signIn, someoneElse }) => {
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
  const code = await desk.request.get(`${round}/qr.png`)
  await guest.goto(await readQr(await code.body()))
  await expect(guest).toHaveURL(here)
  await expect(guest.getByRole('heading', { level: 1 })).toContainText(slug)
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
  // Begun once more on the same device it stays one answer; the cookie knows this questionnaire only.
  const cookies = await guest.context().cookies()
  expect(cookies.filter(({ name }) => name.startsWith('event-')).every(({ path }) => path.endsWith(`/event-surveys/${slug}`))).toBe(true)
  expect(take<{ n: number }>('select count(*) as n from survey_responses where round_id = ?', round.split('/').at(-1)!).n).toBe(1)
  expect((await guest.request.get(`${here}/results`)).status()).toBe(404)
  // The day after its last one nobody can answer any more.
  moveClock(7 * DAY)
  await guest.goto(here)
  await expect(guest.locator('main form, main a[href*="/steps/"]')).toHaveCount(0)
  moveClock(0)
  await desk.goto(`${round}/closing`)
  await send(desk)
  await desk.locator('form[action$="/release"] button').click()
  await guest.goto(`${here}/results`)
  await expect(guest.locator('main')).toContainText('93.7')
  await expect(guest.locator('main')).toContainText(language === 'ja' ? '使用済み車載リチウムイオン電池のリサイクル' : '退役车用锂离子电池回收')
  const reader = await someoneElse({ javaScriptEnabled: true, viewport: { width: 360, height: 740 }, isMobile: true })
  for (const tongue of ['ja', 'zh']) await withoutBarriers(reader, `/${tongue}/event-surveys/${slug}/results`)
})

/** A party that was asked, with an address to be asked at; its link comes by letter. */
async function askedParty(desk: Page, language: string): Promise<{ recipient: string; page: string; path: string; title: string }> {
  const tag = crypto.randomUUID().slice(0, 8)
  const title = `途切れる線 ${tag}`
  const version = take<{ id: string }>("select v.id from questionnaire_versions v join questionnaires q on q.id = v.questionnaire_id where q.kind = 'follow-up' and v.published_at is not null order by v.version limit 1").id
  const project = put('projects', { slug: `l-${tag}`, state: 'announced', status: 'signed', title_ja: title, title_zh: title, fields: '[]', announced_on: '2021-12-26' })
  const party = put('project_parties', { project_id: project, side: 'china', kind: 'company', name_zh: `线${tag}`, party_key: tag, position: 0 })
  const contact = put('party_contacts', { party_id: party, person: '见本', email: `${tag}@line.example`, locale: 'zh' })
  const round = put('survey_rounds', { kind: 'follow-up', version_id: version, name_ja: title, name_zh: title, year: 2032, rule: '{"statuses":[],"fields":[],"picked":[],"promising":false}', closes_on: day(30), grace: 7, remind_on: '[]', state: 'open', edition: 1 })
  const recipient = put('survey_recipients', { round_id: round, project_id: project, party_id: party, contact_id: contact, locale: 'zh', how: 'mail', state: 'not-sent', reminders: 0 })
  const page = `/${language}/desk/surveys/${round}/recipients/${recipient}`
  await desk.goto(page)
  await desk.locator('form[action$="/letter"] button').click()
  return { recipient, page, title, path: new URL((await letterTo(dataDir(), `${tag}@line.example`)).link!).pathname }
}
/** Says something on a line of its own, and breaks it without waiting for an answer. */
async function speak(origin: string, words: string): Promise<void> {
  const { hostname, port } = new URL(origin)
  const line = connect(Number(port), hostname)
  await once(line, 'connect')
  await new Promise((said) => line.write(words, said))
  line.destroy()
}
const savedOf = (recipient: string) => take<{ answers: string; edition: number } | undefined>('select answers, edition from survey_responses where recipient_id = ?', recipient)

test('a line that breaks, a double tap and the way back lose no answer and double none', async ({ page: desk, baseURL, language, signIn, someoneElse }) => {
  await signIn()
  const { recipient, path } = await askedParty(desk, language)
  const party = await someoneElse(phoneInChina)
  const step = `${path}/steps/standing`
  await party.goto(step)
  const [key, edition] = await Promise.all(['_key', '_edition'].map((name) => party.locator(`[name=${name}]`).inputValue()))
  const form = (answers: Record<string, string>) => new URLSearchParams({ _key: key!, _edition: edition!, ...answers }).toString()
  const request = (body: string) => [`POST ${step} HTTP/1.1`, `Host: ${new URL(baseURL!).host}`, `Origin: ${baseURL}`, 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
  const whole = form({ status: 'suspended', progress: '调试完成' })

  // In the midst of the form: nothing is stored, and nothing is broken.
  const half = request(whole)
  await speak(baseURL!, half.slice(0, half.length - 12))
  expect((await party.request.get(path)).ok()).toBe(true)
  expect(savedOf(recipient)).toBeUndefined()
  // After the form, before the answer: stored; what is sent again counts once.
  await speak(baseURL!, half)
  await expect.poll(() => savedOf(recipient)?.answers).toContain('suspended')
  const again = () => party.request.post(step, { headers: { Origin: baseURL!, 'Content-Type': 'application/x-www-form-urlencoded' }, data: whole, maxRedirects: 0 })
  expect((await Promise.all([again(), again(), again()])).map((answer) => answer.status())).toEqual([303, 303, 303])
  expect(savedOf(recipient)!.edition).toBe(1)
  expect(take<{ n: number }>('select count(*) as n from survey_responses where recipient_id = ?', recipient).n).toBe(1)

  // On with the next page, back, and another word: the last one stands, and what was written beside it is still there.
  await party.goto(step)
  await send(party)
  await expect(party).not.toHaveURL((url) => url.pathname === step)
  await party.goBack()
  await expect(party.locator('[name=status][value=suspended]')).toBeChecked()
  await party.locator('[name=status][value=cancelled]').check()
  await send(party)
  await expect(party).not.toHaveURL((url) => url.pathname === step)
  expect(JSON.parse(savedOf(recipient)!.answers)).toMatchObject({ status: 'cancelled', progress: '调试完成' })
})

test('a link that was guessed, has ended or has run out shows nothing, whoever is signed in', async ({ page: desk, language, signIn, someoneElse }) => {
  await signIn()
  const { page, path, title } = await askedParty(desk, language)
  const [stranger, firm] = [await someoneElse(), await someoneElse()]
  await signIn('firm', firm)
  const shows = async (who: Page, address: string) => {
    const answer = await who.request.get(address)
    return [answer.status(), (await answer.text()).includes(title)]
  }
  const token = path.split('/').at(-1)!
  const guessed = path.replace(token, `${token.slice(0, -2)}${token.endsWith('aa') ? 'bb' : 'aa'}`)
  expect(await shows(stranger, path)).toEqual([200, true])
  for (const who of [stranger, firm]) for (const wrong of [guessed, `${guessed}/review`, path.replace('/surveys/', '/standing/'), path.replace('/surveys/', '/titles/')]) expect(await shows(who, wrong)).toEqual([404, false])
  // The desk's own page about the party is for the office only.
  expect(await shows(firm, page)).toEqual([403, false])
  moveClock(40 * DAY)
  for (const who of [stranger, firm]) for (const late of [path, `${path}/steps/standing`, `${path}/review`]) expect(await shows(who, late)).toEqual([404, false])
  moveClock(0)
  expect(await shows(stranger, path)).toEqual([200, true])
  await desk.goto(page)
  await desk.locator('form[action$="/link-ending"] button').click()
  for (const who of [stranger, firm]) expect(await shows(who, path)).toEqual([404, false])
})
