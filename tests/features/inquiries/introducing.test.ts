import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { consents, contactViews, provisions } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { giveConsent, introduce, refuseConsent, startConsent } from '#app/features/inquiries/introducing.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { viewContact } from '#app/features/inquiries/viewing.server.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, approachesOfInquiry, consenting, delivered, filledForm, forwarded, queued, sentTo, stageOfInquiry } from '../../support/inquiries.ts'

let clerk: Secretary
const unseen = { exportControl: false }
const already = { ok: false, reason: 'already-moved' }
const twenty = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, act))

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
  await listedTechnology('laser', 'alpha', 'controlled')
  await listedTechnology('fresh', 'alpha', 'not-assessed')
})

test('consent is asked once the firm is interested, of both sides', async () => {
  const early = await forwarded(clerk, ['heat'], 'alpha')
  expect(await transact((tx) => startConsent(tx, clerk, early.approach))).toEqual(already)
  const { id } = await consenting(clerk, ['heat'], 'alpha')
  expect(await stageOfInquiry(id)).toBe('consenting')
  expect([(await queued(id, 'inquiry-consent')).length, (await queued(id, 'approach-consent')).length]).toEqual([1, 1])
})

test('each consent is kept with the text that was shown; twenty taps are one consent', async () => {
  const { id, approach } = await consenting(clerk, ['heat'], 'alpha')
  const all = await twenty(() => transact((tx) => giveConsent(tx, approach, 'buyer', 'zh')))
  expect(all.filter((one) => one.ok).length).toBe(1)
  const rows = await db.select().from(consents).where(eq(consents.subject, `approach:${approach}`))
  expect(rows.map((row) => [row.party, row.purpose, row.locale])).toEqual([['buyer', 'introduction', 'zh']])
  expect(await transact((tx) => introduce(tx, clerk, approach, unseen))).toEqual({ ok: false, reason: 'consent-missing' })
  expect(await stageOfInquiry(id)).toBe('consenting')
})

test('a side that refuses sends the case back; nothing was released and no introduction is possible any more', async () => {
  const { id, ticket, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  expect(await transact((tx) => refuseConsent(tx, approach, 'buyer', 'later'))).toEqual({ ok: true })
  expect(await stageOfInquiry(id)).toBe('checking')
  expect(await transact((tx) => introduce(tx, clerk, approach, unseen))).toEqual(already)
  expect(await queued(id, 'approach-introduction')).toEqual([])
  expect(await db.$count(provisions, eq(provisions.ticket, ticket))).toBe(0)
})

test('of twenty introductions at once one happens: one letter to each side, one record each', async () => {
  const { id, ticket, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  const all = await twenty(() => transact((tx) => introduce(tx, clerk, approach, unseen)))
  expect(all.filter((one) => one.ok).length).toBe(1)
  expect([(await queued(id, 'inquiry-introduction')).length, (await queued(id, 'approach-introduction')).length]).toEqual([1, 1])
  const records = await db.select().from(provisions).where(eq(provisions.ticket, ticket))
  expect(records.map((row) => [row.toParty, row.fields, row.actor])).toEqual([
    ['firm', ['organisation', 'person', 'email'], clerk.id],
    ['buyer', ['company', 'name', 'department', 'email', 'phone'], clerk.id],
  ])
  expect(await stageOfInquiry(id)).toBe('introduced')
})

test.each(['laser', 'fresh'])('export control of %s must have been looked at first', async (technology) => {
  const { approach } = await agreedByBoth(clerk, [technology], 'alpha')
  expect(await transact((tx) => introduce(tx, clerk, approach, unseen))).toEqual({ ok: false, reason: 'export-control' })
  expect(await transact((tx) => introduce(tx, clerk, approach, { exportControl: true }))).toEqual({ ok: true })
})

test('a need without a listed technology counts as not assessed', async () => {
  const { id, approach } = await agreedByBoth(clerk, [], 'alpha')
  expect(await transact((tx) => introduce(tx, clerk, approach, unseen))).toEqual({ ok: false, reason: 'export-control' })
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: true }))
  expect((await approachesOfInquiry(id))[0]!.exportControlSeenBy).toBe(clerk.id)
})

test('a buyer without e-mail: no letter with the contact, a page for staff instead, and every view is written down', async () => {
  const form = filledForm({ channel: 'wechat', address: 'zhang_gong' })
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha', { form })
  const before = await transact((tx) => viewContact(tx, clerk, id))
  expect(before).toMatchObject({ contact: { person: form.person, address: 'zhang_gong' }, firms: [] })
  await transact((tx) => introduce(tx, clerk, approach, unseen))
  expect(await queued(id, 'inquiry-introduction')).toEqual([])
  const after = await transact((tx) => viewContact(tx, clerk, id))
  expect(after!.firms.map((firm) => firm.email)).toEqual(['alpha-person@firm.example'])
  const views = await db.select().from(contactViews).where(eq(contactViews.subject, subjectOf(id)))
  expect(views.map((view) => [view.actor, view.fields])).toEqual([
    [clerk.id, ['organisation', 'person', 'wechat']],
    [clerk.id, ['organisation', 'person', 'wechat', 'firm']],
  ])
})

test('contacts travel in the introduction letters and nowhere before', async () => {
  const { form, ticket, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  const early = (await delivered()).filter((letter) => letter.subject?.includes(ticket))
  expect(early.length).toBeGreaterThan(5)
  for (const letter of early) {
    const text = `${letter.subject}${letter.text}${letter.html}`
    expect(text).not.toMatch(/担当alpha氏|alpha-person@firm\.example|03-5511-2266/)
    for (const secret of [form.person, form.address, form.organisation]) expect(text).not.toContain(secret)
  }
  await transact((tx) => introduce(tx, clerk, approach, unseen))
  const all = (await delivered()).filter((letter) => letter.subject?.includes(ticket))
  const [toBuyer] = sentTo(all, form.address).slice(-1)
  const [toFirm] = sentTo(all, 'alpha-person@firm.example').slice(-1)
  expect(toBuyer!.text).toMatch(/担当alpha氏[^]*alpha-person@firm\.example[^]*03-5511-2266/)
  for (const known of [form.person, form.address, form.organisation]) expect(toFirm!.text).toContain(known)
  expect(all.length).toBe(early.length + 2)
})

test('an introduction letter that has not left yet says nothing once the case was withdrawn', async () => {
  const { id, form, ticket, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  await delivered()
  await transact((tx) => introduce(tx, clerk, approach, unseen))
  await transact((tx) => withdrawInquiry(tx, id))
  const letters = (await delivered()).filter((letter) => letter.subject?.includes(ticket))
  expect(letters.some((letter) => letter.text?.includes('alpha-person@firm.example') || letter.text?.includes(form.person))).toBe(false)
})
