import { beforeAll, expect, test } from 'vitest'
import { db, engine, transact } from '#db/index.ts'
import { forwardInquiry, takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { manager, secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { approachesOfInquiry, opened, queued, stageOfInquiry } from '../../support/inquiries.ts'
import { ledger } from '#db/schema/platform.ts'
import { eq } from 'drizzle-orm'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { walk, type Crew } from './walking.ts'

/** The second engine runs inside this process and is slower; the rules are the same. */
const WALKS = engine === 'sqlite' ? 2_000 : 100
const STEPS = [3, 2, 3, 3, 10]
let crew: Crew

beforeAll(async () => {
  const firms = await Promise.all(['alpha', 'beta', 'gamma'].map((id) => listedCompany(id)))
  await listedTechnology('heat', 'alpha')
  crew = {
    clerks: [await secretary(), await secretary('second@office.example')],
    manager: await manager(),
    firms: firms.map(({ id, contact }) => ({ id, secrets: [contact.name, contact.email!, contact.phone] })),
    technology: 'heat',
  }
})

test(`${WALKS} random walks: one stage, explained by the ledger, exactly the letters due, no contact too early, no timer left over`, { timeout: 600_000 }, async () => {
  for (let seed = 1; seed <= WALKS; seed++) await walk(crew, seed, STEPS[seed % STEPS.length]!)
})

test('of fifty takes and forwards at once exactly one each wins, and one letter leaves', async () => {
  const { id } = await opened(['heat'])
  const question = { companyId: 'alpha', question: 'お尋ねします。' }
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, at) => transact((tx) => (at % 2 ? forwardInquiry(tx, crew.clerks[0], id, question) : takeInquiry(tx, crew.clerks[at % 4 ? 1 : 0], id)))),
  )
  const won = (parity: number) => all.filter((one, at) => at % 2 === parity && one.ok).length
  expect([won(0), won(1)]).toEqual([1, 1])
  expect((await approachesOfInquiry(id)).length).toBe(1)
  expect((await queued(id, 'approach-question')).length).toBe(1)
  expect((await db.select().from(ledger).where(eq(ledger.subject, subjectOf(id)))).map((row) => row.verb)).toEqual(['opened', 'taken', 'forwarded'])
  expect(await stageOfInquiry(id)).toBe('forwarded')
})
