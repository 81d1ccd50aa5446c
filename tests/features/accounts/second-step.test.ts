import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { recoveryCodes, users } from '#db/schema/accounts.ts'
import { ledger } from '#db/schema/platform.ts'
import { codesLeft, confirmEnrolment, enrolmentOf, renewCodes, startEnrolment, turnOff, useCode } from '#app/features/accounts/totp.server.ts'
import { userByEmail, type User } from '#app/features/accounts/data.server.ts'
import { currentUser, requireEditor, requireSecretary } from '#app/features/accounts/gate.server.ts'
import { activate, addRegistrant, addStaff, confirmRegistrant } from '#app/features/accounts/mutations.server.ts'
import { readActivation } from '#app/features/accounts/data.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { admit, halfway, takeSecondStep } from '#app/features/accounts/second-step.server.ts'
import { hours, minutes } from '#app/platform/clock.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { appCode, enrol, requestOf } from '../../support/people.ts'

afterEach(() => setClock(0))

const page = (cookie = '') => new Request('http://127.0.0.1/ja/account/second-step', { headers: { cookie } })
const cookieOf = (answer: { headers: Headers }, name: string) => answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? ''

async function firmPerson(email: string): Promise<User> {
  const passwordHash = await hashPassword('correct horse battery')
  await transact(async (tx) => {
    const added = await addRegistrant(tx, { email, name: '担当', locale: 'ja', passwordHash, companyId: 'firm' })
    if (added.ok) await confirmRegistrant(tx, added.user.id)
  })
  return (await userByEmail(db, email))!
}

async function enrolled(email: string) {
  await firmPerson(email)
  const { key, codes } = await enrol(email)
  return { user: (await userByEmail(db, email))!, key, codes }
}

test('a right password alone opens nothing where the second step is on; a code then does', async () => {
  const { user, key } = await enrolled('two@firm.example')
  const answer = await admit(page(), user, 'ja', '/ja/account/company')
  expect(answer.headers.get('location')).toBe(`/ja/account/second-step?next=${encodeURIComponent('/ja/account/company')}`)
  expect(answer.headers.getSetCookie().join()).toMatch(/^second-step=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/)
  const between = page(cookieOf(answer, 'second-step'))
  expect(await currentUser(between)).toBeNull()
  expect((await halfway(between))?.id).toBe(user.id)
  expect(await takeSecondStep(between, user, '000000', 'ja')).toEqual({ ok: false, reason: 'wrongCode' })
  const taken = await takeSecondStep(between, user, appCode(key), 'ja', '/ja/account/company')
  if (!taken.ok) throw new Error(taken.reason)
  expect(taken.answer.headers.get('location')).toBe('/ja/account/company')
  expect(await currentUser(page(cookieOf(taken.answer, 'session')))).toMatchObject({ email: 'two@firm.example' })
  expect(taken.answer.headers.getSetCookie().join()).toContain('second-step=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
})

test('between the steps ten minutes pass at most, and a new password or a forged mark ends it', async () => {
  const { user } = await enrolled('between@firm.example')
  const mark = cookieOf(await admit(page(), user, 'ja'), 'second-step')
  setClock(minutes(9))
  expect(await halfway(page(mark))).not.toBeNull()
  setClock(minutes(11))
  expect(await halfway(page(mark))).toBeNull()
  setClock(0)
  const [id, until, signature] = mark.replace('second-step=', '').split('.')
  const forged = [`${id}.${Number(until) + 60_000}.${signature}`, `${id}.${until}`, `${id}.x.${signature}`, '..', `${crypto.randomUUID()}.${until}.${signature}`]
  for (const one of forged) expect(await halfway(page(`second-step=${one}`))).toBeNull()
  await transact((tx) => tx.update(users).set({ passwordHash: 'another' }).where(eq(users.id, user.id)).returning())
  expect(await halfway(page(mark))).toBeNull()
})

test('no code works twice, not even at the same moment; one step beside now is good, two are not', async () => {
  const { user, key } = await enrolled('once@firm.example')
  const uses = await Promise.all([1, 2, 3].map(() => transact((tx) => useCode(tx, user, appCode(key)))))
  expect(uses.filter(Boolean)).toHaveLength(1)
  expect(await transact((tx) => useCode(tx, user, appCode(key, -1)))).toBe(false)
  expect(await transact((tx) => useCode(tx, user, appCode(key, 2)))).toBe(false)
  expect(await transact((tx) => useCode(tx, user, appCode(key, 1)))).toBe(true)
  expect(await transact((tx) => useCode(tx, user, appCode(key)))).toBe(false)
  setClock(hours(1))
  const fullWidth = appCode(key).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  expect(await transact((tx) => useCode(tx, user, ` ${fullWidth.slice(0, 3)} ${fullWidth.slice(3)}`))).toBe(true)
})

test('ten codes may be tried in a quarter of an hour', async () => {
  const { user } = await enrolled('guessed@firm.example')
  for (let n = 0; n < 10; n++) expect(await takeSecondStep(page(), user, '123456', 'ja')).toEqual({ ok: false, reason: 'wrongCode' })
  expect(await takeSecondStep(page(), user, '123456', 'ja')).toEqual({ ok: false, reason: 'tooMany' })
})

test('recovery codes work once each, are kept as keyed hashes, and new ones replace them', async () => {
  const { user, codes } = await enrolled('recover@firm.example')
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  const kept = JSON.stringify(await db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, user.id)))
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''))
  expect(await transact((tx) => useCode(tx, user, codes[0]!.toLowerCase().replaceAll('-', ' ')))).toBe(true)
  expect(await transact((tx) => useCode(tx, user, codes[0]!))).toBe(false)
  expect(await codesLeft(db, user.id)).toBe(9)
  const other = await enrolled('other@firm.example')
  expect(await transact((tx) => useCode(tx, other.user, codes[1]!))).toBe(false)
  const fresh = await transact((tx) => renewCodes(tx, user.id))
  expect(await transact((tx) => useCode(tx, user, codes[1]!))).toBe(false)
  expect(await transact((tx) => useCode(tx, user, fresh[9]!))).toBe(true)
  expect(sentTo(await delivered(), user.email).map((letter) => letter.subject)).toEqual(['2段階認証を有効にしました', '回復コードが使われました', '回復コードが使われました'])
})

test('the key is sealed, is shown until the first code and never again', async () => {
  const user = await firmPerson('sealed@firm.example')
  await transact((tx) => startEnrolment(tx, user.id))
  const started = (await userByEmail(db, user.email))!
  const shown = enrolmentOf(started, 'data bank')!
  expect(shown.uri).toMatch(/^otpauth:\/\/totp\/data%20bank:sealed%40firm\.example\?/)
  expect(started.totpSecret).not.toContain(shown.key.replaceAll(' ', ''))
  // Copied into another account, the sealed key is worth nothing.
  expect(enrolmentOf({ ...started, id: 'somebody-else' }, 'x')).toBeNull()
  expect(await transact((tx) => useCode(tx, started, appCode(shown.key)))).toBe(false)
  expect(await transact((tx) => confirmEnrolment(tx, started, '000000', null))).toBeNull()
  const away = await requestOf(user.email)
  expect(await transact((tx) => confirmEnrolment(tx, started, appCode(shown.key), null))).toHaveLength(10)
  expect(await currentUser(away)).toBeNull()
  const on = (await userByEmail(db, user.email))!
  expect(enrolmentOf(on, 'x')).toBeNull()
  expect(await transact((tx) => startEnrolment(tx, user.id))).toBe(false)
  expect(await transact((tx) => turnOff(tx, user.id))).toBe(true)
  expect(await userByEmail(db, user.email)).toMatchObject({ totpSecret: null, totpSince: null })
  expect(await codesLeft(db, user.id)).toBe(0)
  const lines = await db.select().from(ledger).where(eq(ledger.subject, `user:${user.id}`))
  expect(lines.map((line) => line.verb)).toEqual(['registrant-added', 'confirmed', 'second-step-on', 'second-step-off'])
})

test('staff without a second step are led to setting it up before any page of the desk or of a firm', async () => {
  const added = await transact((tx) => addStaff(tx, { email: 'bare@office.example', role: 'secretary', name: 'x' }))
  if (!added.ok) throw new Error()
  const found = await readActivation(db, added.token)
  const used = await transact((tx) => activate(tx, found!.link, found!.user.id, 'hash'))
  if (!used.ok) throw new Error()
  const request = await requestOf('bare@office.example', 'http://127.0.0.1/zh/desk/inquiries')
  for (const way of [requireSecretary(request, 'zh'), requireEditor(request, 'zh', 'firm')]) {
    const led = await way.then(() => null, (thrown: unknown) => thrown as Response)
    expect(led?.headers.get('location')).toBe('/zh/account/security/two-step?next=%2Fzh%2Fdesk%2Finquiries')
  }
  await enrol('bare@office.example')
  expect(await requireSecretary(await requestOf('bare@office.example'), 'zh')).toMatchObject({ role: 'secretary' })
  // A one-time link is no way around it.
  const again = await admit(page(), (await userByEmail(db, 'bare@office.example'))!, 'ja')
  expect(again.headers.get('location')).toMatch(/^\/ja\/account\/second-step/)
})
