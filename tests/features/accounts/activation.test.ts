import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { ledger, privateLinks } from '#db/schema/platform.ts'
import { readActivation, userByEmail } from '#app/features/accounts/data.server.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { activate, addStaff, disableUser, openActivation } from '#app/features/accounts/mutations.server.ts'
import { hours } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { signedInRequest } from '../../support/people.ts'

afterEach(() => setClock(0))

async function newcomer(email: string) {
  const added = await transact((tx) => addStaff(tx, { email, role: 'manager', name: 'x' }))
  if (!added.ok) throw new Error('exists')
  return added
}

test('a one-time link sets the password once, even when used twice at the same moment', async () => {
  const { token, user } = await newcomer('once@office.example')
  const found = await readActivation(db, token)
  expect(found?.user.email).toBe('once@office.example')
  const uses = await Promise.all([1, 2, 3].map((n) => transact((tx) => activate(tx, found!.link, user.id, `hash ${n}`))))
  expect(uses.filter((use) => use.ok)).toHaveLength(1)
  expect(await readActivation(db, token)).toBeNull()
  expect((await userByEmail(db, user.email))?.passwordHash).toMatch(/^hash \d$/)
})

test('guessed, expired and replaced links open nothing', async () => {
  const { token, user } = await newcomer('links@office.example')
  const tail = token.at(-2) === 'A' ? 'B' : 'A'
  for (const guess of [token.slice(0, -2) + tail + token.at(-1), token.toUpperCase(), `${token}x`, 'x', '']) expect(await readActivation(db, guess)).toBeNull()
  setClock(hours(71))
  expect(await readActivation(db, token)).not.toBeNull()
  setClock(hours(73))
  expect(await readActivation(db, token)).toBeNull()
  setClock(0)
  const newer = await transact((tx) => openActivation(tx, user.id))
  expect(await readActivation(db, token)).toBeNull()
  expect(await readActivation(db, newer)).not.toBeNull()
})

test('nothing secret of a link is stored', async () => {
  const { token } = await newcomer('secret@office.example')
  expect(JSON.stringify(await db.select().from(privateLinks))).not.toContain(token.slice(32))
})

test('a link of a disabled account opens nothing', async () => {
  const { token, user } = await newcomer('off@office.example')
  await transact((tx) => disableUser(tx, user.id))
  expect(await readActivation(db, token)).toBeNull()
})

test('a new password ends every session', async () => {
  const request = await signedInRequest('away@office.example')
  const user = await currentUser(request)
  const token = await transact((tx) => openActivation(tx, user!.id))
  expect(await currentUser(request)).not.toBeNull()
  const found = await readActivation(db, token)
  await transact((tx) => activate(tx, found!.link, user!.id, 'hash'))
  expect(await currentUser(request)).toBeNull()
})

test('the same address is added once, and what happens is recorded', async () => {
  const { user } = await newcomer('twice@office.example')
  expect(await transact((tx) => addStaff(tx, { email: user.email, role: 'secretary', name: 'x' }))).toEqual({ ok: false, reason: 'exists' })
  const lines = await db.select().from(ledger).where(eq(ledger.subject, `user:${user.id}`))
  expect(lines.map((line) => line.verb)).toEqual(['staff-added', 'link-opened'])
  expect(JSON.stringify(lines)).not.toContain(user.email)
})
