import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companyContacts, invitations } from '#db/schema/catalogue.ts'
import { inquiries, inquiryContacts, inquiryMessages, provisions } from '#db/schema/inquiries.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { partyContacts, projectParties, projects } from '#db/schema/projects.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { deleteOwnAccount } from '#app/features/accounts/leaving.server.ts'
import { blankCompany } from '#app/features/catalogue/drafts.ts'
import { saveCompany } from '#app/features/catalogue/mutations.server.ts'
import { takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { closeInquiry, concludeApproach, markDialogue, withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { keepCase } from '#app/features/inquiries/erasing/asked.server.ts'
import { introduce } from '#app/features/inquiries/introducing.server.ts'
import { readNumbers } from '#app/features/insights/brokering-numbers.server.ts'
import { beginRetention, readRetention } from '#app/features/trust/retaining.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { slowWorkers, workers } from '#app/workers.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { agreedByBoth, opened, sentTo, delivered } from '../../support/inquiries.ts'
import { firmRequest, manager, registrant, requestOf, secretary } from '../../support/people.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'

const whole = { from: '2000-01-01', to: '2099-12-31', office: null }
let clerk: Secretary
let boss: Manager

beforeAll(async () => {
  setClock(0)
  clerk = await secretary()
  boss = await manager()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
})
afterEach(() => setClock(0))

const at = async (day: number) => {
  setClock(days(day))
  while ((await runDueJobs(workers)) + (await runDueJobs(slowWorkers)) > 0);
}
const isErased = async (id: string) => (await db.select().from(inquiries).where(eq(inquiries.id, id)))[0]!.erasedAt !== null

test('each kind of ending has its own time; a dispute stops it; the numbers stay the same', async () => {
  await beginRetention()
  const closed = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, closed.id))
  await transact((tx) => closeInquiry(tx, clerk, closed.id, { reason: 'no-match', body: '没有合适的企业。' }))
  const disputed = await opened(['heat'])
  await transact((tx) => takeInquiry(tx, clerk, disputed.id))
  await transact((tx) => closeInquiry(tx, clerk, disputed.id, { reason: 'no-match', body: '没有合适的企业。' }))
  await transact((tx) => keepCase(tx, boss, disputed.id, '経過に争いがある'))
  const withdrawn = await opened(['heat'])
  await transact((tx) => withdrawInquiry(tx, withdrawn.id, clerk))
  const agreed = await agreedByBoth(clerk, ['heat'], 'alpha')
  await transact((tx) => introduce(tx, clerk, agreed.approach, { exportControl: false }))
  await transact((tx) => markDialogue(tx, clerk, agreed.approach))
  await transact((tx) => concludeApproach(tx, clerk, agreed.approach, { result: 'agreed' }, '恭喜达成合作。'))
  const open = await opened(['heat'])
  await at(0)
  const numbers = JSON.stringify(await readNumbers(db, whole))

  await at(29)
  expect(await isErased(withdrawn.id)).toBe(false)
  const soon = await readRetention(db)
  expect(soon.cases.map((one) => one.ticket)).toEqual([withdrawn.ticket])
  expect(soon.kept.map((one) => [one.ticket, one.reason])).toEqual([[disputed.ticket, '経過に争いがある']])
  await at(32)
  expect(await isErased(withdrawn.id)).toBe(true)
  await at(179)
  expect(await isErased(closed.id)).toBe(false)
  await at(182)
  expect([await isErased(closed.id), await isErased(disputed.id), await isErased(agreed.id)]).toEqual([true, false, false])
  await at(729)
  expect(await isErased(agreed.id)).toBe(false)
  await at(732)
  expect([await isErased(agreed.id), await isErased(disputed.id), await isErased(open.id)]).toEqual([true, false, false])
  expect(JSON.stringify(await readNumbers(db, whole))).toBe(numbers)
  const [contact] = await db.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, agreed.id))
  expect(contact).toMatchObject({ organisation: '', person: '', address: '', addressKey: '', channel: 'email' })
  expect(await db.$count(inquiryMessages, eq(inquiryMessages.inquiryId, agreed.id))).toBe(0)
  expect(await db.select({ actor: ledger.actor, codes: ledger.codes }).from(ledger).where(and(eq(ledger.subject, `inquiry:${agreed.id}`), eq(ledger.verb, 'erased')))).toMatchObject([{ actor: 'system', codes: { why: 'time' } }])
  expect(await db.$count(provisions)).toBe(2)
  await at(1097)
  expect(await db.$count(provisions)).toBe(0)
  expect((await readRetention(db)).runs.length).toBeGreaterThan(0)
})

test('letters that were delivered long ago keep kind, subject and time, and of the address the domain', async () => {
  setClock(days(1200))
  const { id } = await opened(['heat'])
  await at(1200)
  const eml = () => readdirSync(join(process.env.DATA_DIR!, 'mail')).filter((name) => name.endsWith('.eml')).length
  expect(eml()).toBeGreaterThan(0)
  await at(1289)
  const [before] = await db.select().from(outbox).where(and(eq(outbox.subject, `inquiry:${id}`), eq(outbox.kind, 'inquiry-receipt')))
  expect(before!.recipient).toMatch(/^buyer\d+@plant\.example$/)
  await at(1291.5)
  const [after] = await db.select().from(outbox).where(eq(outbox.id, before!.id))
  expect(after).toMatchObject({ recipient: '@plant.example', payload: {}, reply: null, kind: 'inquiry-receipt', subject: `inquiry:${id}`, sentAt: before!.sentAt })
  const left = readdirSync(join(process.env.DATA_DIR!, 'mail')).filter((name) => name.includes(before!.id))
  expect(left).toEqual([])
})

test('contacts of firms that left, of projects that ended, and invitations go in time; those in use stay', async () => {
  setClock(days(1400))
  await listedCompany('gone')
  const [company] = await db.select().from(companyContacts).where(eq(companyContacts.companyId, 'gone'))
  await transact((tx) => saveCompany(tx, { ...blankCompany('gone'), nameJa: 'gone見本株式会社', reading: 'みほん', state: 'unpublished' }, null))
  await transact((tx) => tx.insert(invitations).values({ companyId: 'alpha', email: 'new@firm.example', name: '招待 太郎', invitedBy: clerk.id, createdAt: now() }).returning())
  const base = { searchText: '', fields: [], createdAt: now(), updatedAt: now(), state: 'announced' as const }
  await transact(async (tx) => {
    await tx.insert(projects).values([{ ...base, id: 'over', slug: 'over', status: 'completed', statusOn: now().toISOString().slice(0, 10) }, { ...base, id: 'runs', slug: 'runs', status: 'in-progress' }])
    await tx.insert(projectParties).values(['over', 'runs'].map((id) => ({ id, projectId: id, side: 'japan' as const, partyKey: id, position: 1, createdAt: now() })))
    await tx.insert(partyContacts).values(['over', 'runs'].map((id) => ({ id, partyId: id, person: '窓口 花子', email: 'p@party.example', locale: 'ja', createdAt: now() })))
  })
  await at(1401)
  await at(1400 + 62)
  expect(await db.$count(invitations)).toBe(0)
  await at(1400 + 364)
  expect(await db.$count(companyContacts, eq(companyContacts.id, company!.id))).toBe(1)
  await at(1400 + 367)
  expect(await db.$count(companyContacts, eq(companyContacts.id, company!.id))).toBe(0)
  expect(await db.$count(companyContacts, eq(companyContacts.companyId, 'alpha'))).toBe(1)
  await at(1400 + 1098)
  const people = await db.select().from(partyContacts)
  expect(people.map(({ id, person, email }) => [id, person, email]).sort()).toEqual([['over', '', null], ['runs', '窓口 花子', 'p@party.example']])
  expect(await db.$count(ledger, and(eq(ledger.subject, 'project:over'), eq(ledger.verb, 'contact-erased')))).toBe(1)
})

test('somebody of a firm deletes the own account, the last one only after handing over', async () => {
  const [one, two] = [await registrant('one@firm.example', 'alpha'), await registrant('two@firm.example', 'alpha')]
  const request = await requestOf('one@firm.example')
  expect(await transact((tx) => deleteOwnAccount(tx, one))).toEqual({ ok: true })
  await at(0)
  const [row] = await db.select().from(users).where(eq(users.id, one.id))
  expect(row).toMatchObject({ email: `${one.id}@erased.invalid`, name: '', companyId: null, passwordHash: null })
  expect(await currentUser(request)).toBeNull()
  expect(sentTo(await delivered(), 'one@firm.example')).toEqual([])
  expect(await transact((tx) => deleteOwnAccount(tx, two))).toEqual({ ok: false, reason: 'last' })
  expect(await transact((tx) => deleteOwnAccount(tx, boss))).toEqual({ ok: false, reason: 'office' })
  expect(await currentUser(await firmRequest('one@firm.example', 'alpha'))).not.toBeNull()
})
