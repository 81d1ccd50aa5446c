import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { countStages, PER_STAGE, readInbox, type InboxFilter } from '#app/features/inquiries/inbox.server.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { days } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { filledForm, opened } from '../../support/inquiries.ts'

let clerk: Secretary
const everything: InboxFilter = { stage: null, ownerId: null, page: 1 }

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedTechnology('heat', 'alpha')
  setClock(-days(9))
  const old = await opened(['heat'])
  setClock(0)
  for (let n = 0; n < PER_STAGE + 3; n++) await opened(n % 2 ? ['heat'] : [])
  await transact((tx) => takeInquiry(tx, clerk, old.id))
  const gone = await opened([])
  await transact((tx) => withdrawInquiry(tx, gone.id))
})

test('a few of each open stage, with how many there are in all; ended cases only when asked for', async () => {
  const [rows, counts] = await Promise.all([readInbox(db, everything), countStages(db, everything)])
  expect(counts).toMatchObject({ received: PER_STAGE + 3, checking: 1, withdrawn: 1 })
  expect(rows.filter((row) => row.stage === 'received').length).toBe(PER_STAGE)
  expect(rows.some((row) => row.stage === 'withdrawn')).toBe(false)
  expect((await readInbox(db, { ...everything, stage: 'withdrawn' })).length).toBe(1)
  expect((await readInbox(db, { ...everything, stage: 'received' })).length).toBe(PER_STAGE + 3)
  expect(rows.find((row) => row.technologies.length > 0)!.technologies[0]).toEqual({ ja: 'heat技術', zh: 'heat技术' })
})

test('mine is what I own', async () => {
  const mine = await readInbox(db, { ...everything, ownerId: clerk.id })
  expect(mine.map((row) => [row.stage, row.owner, row.age])).toEqual([['checking', clerk.name, 0]])
})

test('a case that rests too long is overdue, the longest first', async () => {
  setClock(days(3))
  const rows = (await readInbox(db, everything)).filter((row) => row.stage === 'received')
  expect(rows.every((row) => row.overdue && row.age === 3)).toBe(true)
  expect(rows.map((row) => row.stageAt.getTime())).toEqual(rows.map((row) => row.stageAt.getTime()).sort((a, b) => a - b))
  setClock(0)
})

test('a second open case of the same contact is pointed out', async () => {
  const first = await opened(['heat'], { form: filledForm({ channel: 'phone', address: '13800138000' }) })
  const second = await opened(['heat'], { form: filledForm({ channel: 'wechat', address: '+86 138 0013 8000' }) })
  expect((await readCase(db, second.id))!.sameContact).toMatchObject([{ id: first.id, ticket: first.ticket }])
})
