import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { answerInterested } from '#app/features/inquiries/answering.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { readFirmPage, readOwnFirmFields } from '#app/features/inquiries/firm-page.server.ts'
import { firmsToAsk } from '#app/features/inquiries/firms-to-ask.server.ts'
import { readFilter } from '#app/features/inquiries/inbox/filter.ts'
import { readInbox } from '#app/features/inquiries/inbox/inbox.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { readOwnFields, readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { now } from '#app/platform/clock.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { agreedByBoth, filledForm, forwarded } from '../../support/inquiries.ts'

let clerk: Secretary
const FIRM = /担当alpha氏|alpha-person|5511/

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedCompany('gamma', { mail: false })
  await listedTechnology('heat', 'alpha')
})

const written = async (read: Promise<unknown>) => JSON.stringify(await read)

test('the firm sees kind, region, size and need, never the person or the channel, whatever the stage', async () => {
  const form = filledForm({ region: 'CN-JS', size: '100-999', goal: '年节约标煤3000吨', timing: 'within-1-year' })
  const { approach } = await agreedByBoth(clerk, ['heat'], 'alpha', { form })
  const page = await readFirmPage(db, approach)
  expect(page!.buyer).toMatchObject({ organisationKind: 'enterprise', region: 'CN-JS', size: '100-999', organisation: null, need: { goal: '年节约标煤3000吨' } })
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))
  for (const text of [JSON.stringify(page), await written(readFirmPage(db, approach))]) {
    for (const secret of [form.person, form.address, form.organisation]) expect(text).not.toContain(secret)
  }
})

test('the organisation is named only when the buyer ticked that it may be; the person never', async () => {
  const form = filledForm({ nameToFirm: 'on' })
  const { approach } = await forwarded(clerk, ['heat'], 'alpha', { form })
  const text = await written(readFirmPage(db, approach))
  expect(text).toContain(form.organisation)
  for (const secret of [form.person, form.address]) expect(text).not.toContain(secret)
})

test('an intermediary shows its customer by kind, region and size', async () => {
  const form = filledForm({ organisationKind: 'finance', behalf: 'customer', customerKind: 'park', customerRegion: 'CN-SC', customerSize: '1000+' })
  const { approach } = await forwarded(clerk, ['heat'], 'alpha', { form })
  expect((await readFirmPage(db, approach))!.buyer.onBehalf).toEqual({ kind: 'park', region: 'CN-SC', size: '1000+' })
})

test('the receipt never holds a contact of the firm, and the buyer sees only what was meant for it', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await transact((tx) => answerInterested(tx, approach, '担当alpha氏が対応します。', 'firm'))
  await transact((tx) => relayMessage(tx, clerk, approach, { to: 'firm', body: '補足です。', original: null }))
  await transact((tx) => relayMessage(tx, clerk, approach, { to: 'buyer', body: '企业可以提供。', original: null }))
  const receipt = await readReceipt(db, id)
  expect(JSON.stringify(receipt)).not.toMatch(FIRM)
  expect(receipt!.messages.map((message) => message.body).slice(1)).toEqual(['企业可以提供。'])
  const page = await readFirmPage(db, approach)
  expect(page!.messages.map((message) => message.body)).toEqual(['担当alpha氏が対応します。', '補足です。'])
})

test('after the introduction the receipt still shows no contact, only that it happened', async () => {
  const { id, approach } = await agreedByBoth(clerk, ['heat'], 'alpha')
  await transact((tx) => introduce(tx, clerk, approach, { exportControl: false }))
  const receipt = await readReceipt(db, id)
  expect(receipt).toMatchObject({ label: 'introduced', passed: ['received', 'checking', 'asking'] })
  expect(JSON.stringify(receipt)).not.toMatch(FIRM)
})

test('each side sees its own fields before it agrees, the address shaded', async () => {
  const { id, form, approach } = await forwarded(clerk, ['heat'], 'alpha')
  expect(await readOwnFields(db, id)).toEqual({ organisation: form.organisation, person: form.person, channel: 'email', address: 'bu***@plant.example' })
  expect(await readOwnFirmFields(db, approach)).toEqual({ name: '担当alpha氏', department: '海外部', email: 'al***@firm.example', phone: '03-***66' })
})

test('inbox, case page and the choice of firms hold no contact: seeing one is an act of its own', async () => {
  const { id, form } = await agreedByBoth(clerk, ['heat'], 'alpha')
  const all = [
    await written(readInbox(db, readFilter(new URLSearchParams()), { me: clerk, at: now() })),
    await written(readCase(db, id)),
    await written(firmsToAsk(db, id, '見本')),
  ]
  for (const text of all) {
    expect(text).not.toMatch(FIRM)
    for (const secret of [form.person, form.address, form.organisation]) expect(text).not.toContain(secret)
  }
})

test('firms to ask: owners first, found by name in any language, with whether they can be written to', async () => {
  const { id } = await forwarded(clerk, ['heat'], 'alpha')
  expect(await firmsToAsk(db, id, '')).toMatchObject([{ id: 'alpha', reachable: true, asked: true }])
  expect((await firmsToAsk(db, id, 'GAMMA样本')).map((firm) => [firm.id, firm.reachable, firm.asked])).toEqual([['alpha', true, true], ['gamma', false, false]])
})
