import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { facts } from '#db/schema/platform.ts'
import { readActivation, userByEmail } from '#app/features/accounts/data.server.ts'
import { DEMO_PASSWORD, demoSignIns, refreshDemoWarning, seedDemoAccounts, warnsOfDemo } from '#app/features/accounts/demo.server.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { activate, addStaff, openActivation } from '#app/features/accounts/mutations.server.ts'
import { safeNext } from '#app/features/accounts/next.ts'
import { hashPassword, passwordMatches } from '#app/features/accounts/password.server.ts'
import { admit } from '#app/features/accounts/second-step.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { forgetFailures, noteFailure, pauseBefore } from '#app/features/accounts/slowdown.ts'
import { minutes } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'

afterEach(() => setClock(0))
const never = (): never => {
  throw new Error('refused')
}
const page = () => new Request('http://127.0.0.1/ja/account/sign-in')

async function staffWithPassword(email: string, password: string) {
  const added = await transact((tx) => addStaff(tx, { email, role: 'secretary', name: 'x' }))
  if (!added.ok) throw new Error('exists')
  const found = await readActivation(db, added.token)
  const passwordHash = await hashPassword(password)
  await transact((tx) => activate(tx, found!.link, found!.user.id, passwordHash))
  return added.user
}

test('the right password signs in', async () => {
  await staffWithPassword('in@office.example', 'correct horse battery')
  const signed = await signIn('10.0.0.1', { email: 'in@office.example', password: 'correct horse battery' })
  expect(signed.ok).toBe(true)
  const answer = await admit(page(), signed.ok ? signed.user : never(), 'ja', '/ja/desk/letters')
  expect(answer.headers.get('location')).toBe('/ja/desk/letters')
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  expect(await currentUser(new Request('http://127.0.0.1/ja/desk', { headers: { cookie } }))).toMatchObject({ email: 'in@office.example' })
})

test('a wrong password, an unknown address and an account without password are refused alike', async () => {
  await staffWithPassword('alike@office.example', 'correct horse battery')
  await transact((tx) => addStaff(tx, { email: 'fresh@office.example', role: 'secretary', name: 'x' }))
  for (const email of ['alike@office.example', 'nobody@office.example', 'fresh@office.example']) {
    expect(await signIn('10.0.0.2', { email, password: 'wrong' })).toEqual({ ok: false, reason: 'wrong' })
  }
  expect(await passwordMatches(null, '')).toBe(false)
})

test('passwords are kept as argon2id', async () => {
  const user = await staffWithPassword('hash@office.example', 'correct horse battery')
  expect((await userByEmail(db, user.email))?.passwordHash).toMatch(/^\$argon2id\$/)
})

test('one address may try thirty times in a quarter of an hour; others go on', async () => {
  for (let n = 0; n < 30; n++) await signIn('10.0.0.3', { email: `guess${n}@office.example`, password: 'x' })
  expect(await signIn('10.0.0.3', { email: 'guess@office.example', password: 'x' })).toEqual({ ok: false, reason: 'tooMany' })
  expect(await signIn('10.0.0.4', { email: 'guess@office.example', password: 'x' })).toEqual({ ok: false, reason: 'wrong' })
})

test('guessing at one account becomes slow, has an end, and is forgotten', () => {
  const pauses = Array.from({ length: 12 }, () => {
    noteFailure('slow@office.example')
    return pauseBefore('slow@office.example')
  })
  expect(pauses.slice(0, 4)).toEqual([0, 0, 250, 500])
  expect(Math.max(...pauses)).toBe(4_000)
  expect(pauseBefore('other@office.example')).toBe(0)
  setClock(minutes(16))
  expect(pauseBefore('slow@office.example')).toBe(0)
  setClock(0)
  forgetFailures('slow@office.example')
  expect(pauseBefore('slow@office.example')).toBe(0)
})

test('after signing in one goes to pages of this site only, and only to what is open to one', () => {
  const staff = { role: 'manager', companyId: null } as const
  const firm = { role: 'registrant', companyId: 'some-firm' } as const
  const waiting = { role: 'registrant', companyId: null } as const
  expect(safeNext('/ja/desk/inquiries?stage=received', 'ja', staff)).toBe('/ja/desk/inquiries?stage=received')
  const foreign = ['https://evil.example/ja', '//evil.example/ja', '/\\evil.example', '/ja/..//evil.example', '/ja/../..//evil.example', 'javascript:alert(1)', '/en/desk', '/ja/account/sign-out', '/ja/account/second-step?next=/', 'ja/desk', '', null]
  for (const next of foreign) expect(safeNext(next, 'zh', staff)).toBe('/zh/desk')
  for (const next of [...foreign, '/ja/desk', '/zh/desk/inquiries']) expect(safeNext(next, 'ja', firm)).toBe('/ja/account')
  expect(safeNext('/zh/account/company', 'ja', firm)).toBe('/zh/account/company')
  for (const next of ['/ja/account', '/ja/account/company?x=1', null, '/ja/desk']) expect(safeNext(next, 'ja', waiting)).toBe('/ja/account/waiting')
  expect(safeNext('/ja/account/security?done=x', 'ja', waiting)).toBe('/ja/account/security?done=x')
})

test('demo accounts sign in and are told of in a demo database only, while their password is in force', async () => {
  await transact((tx) => seedDemoAccounts(tx, 'some-firm'))
  expect(await demoSignIns(db)).toEqual([])
  expect((await signIn('10.0.0.5', { email: 'manager@demo.example', password: DEMO_PASSWORD })).ok).toBe(false)
  await transact((tx) => tx.insert(facts).values({ name: 'created', value: 'demo' }).returning())
  expect(await demoSignIns(db)).toEqual([
    { email: 'firm@demo.example', role: 'registrant', password: DEMO_PASSWORD },
    { email: 'manager@demo.example', role: 'manager', password: DEMO_PASSWORD },
    { email: 'secretary@demo.example', role: 'secretary', password: DEMO_PASSWORD },
  ])
  await refreshDemoWarning(db)
  expect(warnsOfDemo()).toBe(true)
  const user = await userByEmail(db, 'manager@demo.example')
  expect((await signIn('10.0.0.5', { email: user!.email, password: DEMO_PASSWORD })).ok).toBe(true)
  const token = await transact((tx) => openActivation(tx, user!.id))
  const found = await readActivation(db, token)
  await transact((tx) => activate(tx, found!.link, user!.id, 'x'))
  expect((await demoSignIns(db)).map(({ email }) => email)).toEqual(['firm@demo.example', 'secretary@demo.example'])
})
