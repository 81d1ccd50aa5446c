import { and, eq, like } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, companyContacts, listingReminders, technologies } from '#db/schema/catalogue.ts'
import { jobs, ledger, outbox } from '#db/schema/platform.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { listCompanies } from '#app/features/catalogue/companies.server.ts'
import { readTechnology, searchTechnologies, technologiesOf } from '#app/features/catalogue/data.server.ts'
import { publishListing } from '#app/features/catalogue/mutations.server.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { beginTellingAges, tellAges } from '#app/features/catalogue/revising/aging.server.ts'
import { agingListings, confirmListing, confirmListings } from '#app/features/catalogue/revising/confirming.server.ts'
import { dayAfter, dueBetween, freshUntil, stepDue } from '#app/features/catalogue/revising/freshness.ts'
import { days, now, today } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { workers } from '#app/workers.server.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { registrant } from '../../support/people.ts'

const start = new Date()
let n = 0
let firm = ''
let mail = ''

/** A listing of the firm that is shown for so many days more. */
async function listed(left: number | null, company = firm) {
  const id = `aging-${++n}`
  const content = { ...blankContent(), name: { ja: `経年技術${n}号`, zh: null }, fields: ['x'] }
  const validUntil = left === null ? null : dayAfter(today(), left)
  const published = await transact((tx) => publishListing(tx, { technologyId: id, companyId: company, content, authorId: null, verifiedOn: today(), validUntil }))
  if (!published.ok) throw new Error(published.reason)
  return id
}
const pass = (n: number) => setClock(now().getTime() - Date.now() + days(n))
const round = () => tellAges({} as never)
const told = async (kind: string) => (await db.select().from(outbox).where(and(eq(outbox.kind, kind), eq(outbox.subject, `company:${firm}`)))).length

beforeAll(() => setClock(0))
beforeEach(async () => {
  firm = `aging-firm-${++n}`
  mail = `person-${n}@firm.example`
  await listedCompany(firm)
  await registrant(mail, firm)
})
afterEach(() => setClock(0))

test('sixty, thirty and seven days before the end and once hidden: each exactly one letter', async () => {
  const id = await listed(70)
  const sent: number[] = []
  for (let day = 0; day <= 90; day++) {
    await round()
    await round()
    const all = (await told('listing-expiring')) + (await told('listing-hidden'))
    if (all > sent.length) sent.push(70 - day)
    expect(all).toBe(sent.length)
    pass(1)
  }
  expect(sent).toEqual([60, 30, 7, -1])
  expect((await db.select().from(listingReminders).where(eq(listingReminders.technologyId, id))).map((row) => row.step).sort((a, b) => b - a)).toEqual([60, 30, 7, 0])
})

test('late is once, and the most urgent only: a server that was down does not write three letters', async () => {
  await listed(61)
  pass(56)
  await round()
  expect(await told('listing-expiring')).toBe(1)
  pass(120)
  await round()
  expect(await told('listing-hidden')).toBe(0)
})

test('two servers at once, and a start in the middle, tell it once', async () => {
  await listed(20)
  await Promise.all([round(), round(), round()])
  expect(await told('listing-expiring')).toBe(1)
  await beginTellingAges()
  await beginTellingAges()
  await runDueJobs(workers)
  expect(await told('listing-expiring')).toBe(1)
  const [job] = await db.select().from(jobs).where(eq(jobs.key, 'ages'))
  expect(job!.dueAt.getTime()).toBeGreaterThan(now().getTime())
  expect(job!.dueAt.getTime() - now().getTime()).toBeLessThanOrEqual(days(1))
})

test('many listings of one firm are one letter; the letter names them and leads to one page', async () => {
  const ids = [await listed(5), await listed(6)]
  await round()
  const [letter, ...more] = sentTo(await delivered(), mail)
  expect(more).toEqual([])
  for (const name of ids.map((id) => `経年技術${id.slice(6)}号`)) expect(letter!.text).toContain(name)
  const token = /\/ja\/confirmations\/([\w-]+)/.exec(letter!.link!)![1]!
  expect((await readLink(db, 'still-correct', token))!.subject).toBe(firm)
  expect((await agingListings(db, firm)).map((one) => one.id)).toEqual(ids)
})

test('what was confirmed before the letter left is not asked for any more', async () => {
  const id = await listed(5)
  await round()
  await transact((tx) => confirmListings(tx, 'firm', firm, [id]))
  expect(sentTo(await delivered(), mail)).toEqual([])
})

test('a firm without people hears through its contact person, and without one the office does', async () => {
  await listedCompany('lonely')
  await listedCompany('silent', { mail: false })
  await listed(5, 'lonely')
  await listed(5, 'silent')
  await round()
  const rows = await db.select().from(outbox).where(like(outbox.kind, '%listing-expiring'))
  const to = (company: string) => rows.filter((row) => row.subject === `company:${company}`).map((row) => [row.kind, row.recipient])
  expect(to('lonely')).toEqual([['listing-expiring', 'lonely-person@firm.example']])
  expect(to('silent')).toEqual([['office-listing-expiring', 'office@localhost']])
  const letter = sentTo(await delivered(), 'office@localhost').find((one) => one.text?.includes('silent見本'))
  expect(letter!.link).toContain('/ja/desk/companies/silent')
  const contacts = await db.select().from(companyContacts).where(eq(companyContacts.companyId, 'silent'))
  for (const contact of contacts) expect(letter!.text).not.toContain(contact.name)
})

test('what is hidden for its age is nowhere to be seen, and comes back at once when it is confirmed', async () => {
  const id = await listed(10)
  const name = `経年技術${id.slice(6)}号`
  const seen = async () => {
    const [company] = await db.select().from(companies).where(eq(companies.id, firm))
    const found = await searchTechnologies(db, { q: name, filters: {}, order: 'kana-asc', page: 1, limit: 100 })
    const all = await searchTechnologies(db, { q: '', filters: {}, order: 'kana-asc', page: 1, limit: 100 })
    const firms = await listCompanies(db, 'kana-asc', 1, 100)
    return [
      (await readTechnology(db, id)) !== null, found.items.some((item) => item.id === id), all.items.some((item) => item.id === id),
      (await technologiesOf(db, company!.id)).length === 1, firms.items.find((one) => one.slug === firm)!.technologies === 1, (await namesOfTechnologies(db, { slugs: [id] })).length === 1,
    ]
  }
  expect(await seen()).toEqual([true, true, true, true, true, true])
  pass(11)
  expect(await seen()).toEqual([false, false, false, false, false, false])
  expect((await agingListings(db, firm)).map((one) => [one.id, one.hidden])).toEqual([[id, true]])
  expect(await transact((tx) => confirmListing(tx, 'firm', id))).toEqual({ ok: true })
  expect(await seen()).toEqual([true, true, true, true, true, true])
  expect((await db.select().from(technologies).where(eq(technologies.id, id)))[0]).toMatchObject({ verifiedOn: today(), verifiedBy: 'firm', validUntil: freshUntil(today()) })
  expect(await agingListings(db, firm)).toEqual([])
  const history = await db.select().from(ledger).where(and(eq(ledger.subject, `technology:${id}`), eq(ledger.verb, 'listing-confirmed')))
  expect(history.map((row) => row.actor)).toEqual(['firm'])
})

test('nobody confirms what is another firm’s, withdrawn, or not there', async () => {
  const id = await listed(5)
  await transact((tx) => tx.update(technologies).set({ state: 'unpublished' }).where(eq(technologies.id, id)).returning())
  await listedCompany(`other-${firm}`)
  const foreign = await listed(5, `other-${firm}`)
  expect(await transact((tx) => confirmListings(tx, 'firm', firm, [id, foreign, 'nothing']))).toBe(0)
  expect(await transact((tx) => confirmListing(tx, 'firm', 'nothing'))).toEqual({ ok: false, reason: 'already-moved' })
})

test('a listing without an end is never written about and stays', async () => {
  const id = await listed(null)
  pass(2_000)
  await round()
  expect(await told('listing-expiring')).toBe(0)
  expect(await readTechnology(db, id)).not.toBeNull()
})

test('the step of a day: the most urgent that was reached, within what the query asks for', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 400 }), (left) => {
      const day = today(start)
      const until = dayAfter(day, left)
      const step = stepDue(until, day)
      const [from, to] = dueBetween(day)
      expect(step !== null).toBe(until >= from && until <= to)
      if (step !== null && left >= 0) expect(left).toBeLessThanOrEqual(step)
      expect(step === 0).toBe(left < 0 && left >= -60)
    }),
  )
})
