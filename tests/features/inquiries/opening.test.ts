import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { consents, inquiries, inquiryContacts, inquiryTechnologies } from '#db/schema/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import { textHash } from '#app/features/inquiries/consenting.server.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { openInquiry } from '#app/features/inquiries/opening.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { days } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { filledForm, opened, queued } from '../../support/inquiries.ts'

beforeAll(async () => {
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
  await listedTechnology('dust', 'alpha')
})

const open = (given: Partial<Parameters<typeof openInquiry>[1]>) =>
  transact((tx) => openInquiry(tx, { locale: 'zh', form: filledForm(), technologies: ['heat'], submissionKey: crypto.randomUUID(), held: false, ...given }))

test('an inquiry is received with its contact, consents, technologies, history, letters and private link', async () => {
  const { id, ticket, token, form } = await opened(['heat', 'dust'])
  expect(ticket).toMatch(/^DB-\d{4}-\d{4}$/)
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, id))
  expect(inquiry).toMatchObject({ stage: 'received', ownerId: null, held: false, locale: 'zh', message: form.message })
  const [contact] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, id))
  expect(contact).toMatchObject({ person: form.person, address: form.address })
  expect(contact!.addressKey).not.toContain(form.address)
  expect((await db.select().from(inquiryTechnologies).where(eq(inquiryTechnologies.inquiryId, id))).length).toBe(2)
  const agreed = await db.select().from(consents).where(eq(consents.subject, subjectOf(id)))
  expect(agreed.map((row) => [row.purpose, row.party, row.locale, row.textHash])).toEqual([
    ['processing', 'buyer', 'zh', textHash('processing', 'zh')],
    ['transfer', 'buyer', 'zh', textHash('transfer', 'zh')],
  ])
  const history = await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))
  expect(history.map((row) => [row.actor, row.verb])).toEqual([['buyer', 'opened']])
  expect(JSON.stringify(history)).not.toContain(form.person)
  expect((await readLink(db, 'receipt', token))?.subject).toBe(id)
  expect((await queued(id, 'inquiry-receipt')).map((letter) => letter.recipient)).toEqual([form.address])
  expect((await queued(id, 'inquiry-news')).length).toBe(1)
})

test('a buyer without e-mail gets no letter, only the receipt page', async () => {
  const { id } = await opened(['heat'], { form: filledForm({ channel: 'wechat', address: 'wang_gong88' }) })
  expect(await queued(id, 'inquiry-receipt')).toEqual([])
})

test('twenty taps at once make one inquiry and one letter', async () => {
  const form = filledForm()
  const submissionKey = crypto.randomUUID()
  const all = await Promise.all(Array.from({ length: 20 }, () => open({ form, submissionKey })))
  const tokens = new Set(all.map((one) => one.ok && one.token))
  expect(tokens.size).toBe(1)
  expect(all.filter((one) => one.ok && one.fresh).length).toBe(1)
  const first = all[0]!
  expect(first.ok && (await queued(first.id, 'inquiry-receipt')).length).toBe(1)
})

test('the same words of the same person within a day lead to the receipt that is there; other words do not', async () => {
  const form = filledForm()
  const first = await open({ form })
  const again = await open({ form })
  expect(again).toMatchObject({ ok: true, fresh: false, ticket: first.ok && first.ticket })
  expect(await open({ form, technologies: ['dust'] })).toMatchObject({ ok: true, fresh: true })
  expect(await open({ form: { ...form, message: `${form.message}另请报价。` } })).toMatchObject({ ok: true, fresh: true })
  expect(await open({ form: { ...form, person: '另一人' } })).toMatchObject({ ok: true, fresh: true })
})

test('the same words after a day are a new inquiry', async () => {
  const form = filledForm()
  await open({ form })
  setClock(days(1) + 1000)
  expect(await open({ form })).toMatchObject({ ok: true, fresh: true })
  setClock(0)
})

test('five open inquiries of one contact at most, also when twenty arrive at once and the number is written differently', async () => {
  const phones = ['13912345678', '+86 139-1234-5678', '008613912345678']
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, at) => open({ form: filledForm({ channel: 'phone', address: phones[at % 3]!, message: `第${at}个问题，请介绍设备。` }) })),
  )
  const made = all.filter((one) => one.ok)
  expect(made.length).toBe(5)
  expect(all.find((one) => !one.ok)).toEqual({ ok: false, reason: 'too-many-open' })
  const [one] = made
  if (one?.ok) await transact((tx) => withdrawInquiry(tx, one.id))
  expect(await open({ form: filledForm({ channel: 'phone', address: phones[0]! }) })).toMatchObject({ ok: true })
})

test('tickets count up without a gap', async () => {
  const form = filledForm()
  const first = await open({})
  await open({ form })
  await open({ form })
  const last = await open({})
  const number = (one: typeof first) => (one.ok ? Number(one.ticket.slice(-4)) : NaN)
  expect(number(last) - number(first)).toBe(2)
})

test('what was filled in by a program is held for the desk, never refused', async () => {
  const held = await open({ held: true })
  expect(held.ok).toBe(true)
  const [row] = await db.select().from(inquiries).where(eq(inquiries.id, held.ok ? held.id : ''))
  expect(row!.held).toBe(true)
})
