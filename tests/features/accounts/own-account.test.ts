import { and, eq, like } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { jobs, ledger, outbox } from '#db/schema/platform.ts'
import { askForAddress, confirmAddress } from '#app/features/accounts/address.server.ts'
import { readAccountLink, userByEmail } from '#app/features/accounts/data.server.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { presentSession, startSession } from '#app/features/accounts/lucia.server.ts'
import { addRegistrant, confirmRegistrant, disableUser } from '#app/features/accounts/mutations.server.ts'
import { hashPassword } from '#app/features/accounts/password.server.ts'
import { askForReset, changePassword, knowsPassword, resetPassword } from '#app/features/accounts/passwords.server.ts'
import { endOtherSessions, endSessionOf, sessionsOf } from '#app/features/accounts/sessions.server.ts'
import { signIn } from '#app/features/accounts/sign-in.server.ts'
import { noteFailure } from '#app/features/accounts/slowdown.ts'
import { hours } from '#app/platform/clock.ts'
import { loggablePath } from '#app/platform/log.server.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { holder, requestOf } from '../../support/people.ts'

afterEach(() => setClock(0))

const PASSWORD = 'correct horse battery'
let visitors = 0
const visitor = () => `10.1.0.${++visitors}`

async function person(email: string, { confirmed = true } = {}) {
  const passwordHash = await hashPassword(PASSWORD)
  await transact(async (tx) => {
    const added = await addRegistrant(tx, { email, name: '担当者', locale: 'ja', passwordHash, companyId: 'firm' })
    if (added.ok && confirmed) await confirmRegistrant(tx, added.user.id)
  })
  return (await userByEmail(db, email))!
}
const tokenIn = (link: string | null | undefined) => link!.split('/').at(-1)!
const lettersTo = async (address: string) => sentTo(await delivered(), address)

test('somebody whose address is not confirmed does not sign in, and is refused like a wrong password', async () => {
  const user = await person('fresh@firm.example', { confirmed: false })
  expect(await signIn(visitor(), { email: user.email, password: PASSWORD })).toEqual({ ok: false, reason: 'wrong' })
  await transact((tx) => confirmRegistrant(tx, user.id))
  expect(await signIn(visitor(), { email: user.email, password: PASSWORD })).toMatchObject({ ok: true })
})

test('after ten wrong passwords the next try waits four seconds, and the owner gets in all the same', async () => {
  const user = await person('slowed@firm.example')
  for (let n = 0; n < 3; n++) expect(await signIn(visitor(), { email: user.email, password: 'wrong' })).toMatchObject({ reason: 'wrong' })
  for (let n = 0; n < 7; n++) noteFailure(user.email)
  const started = performance.now()
  expect(await signIn(visitor(), { email: user.email, password: PASSWORD })).toMatchObject({ ok: true })
  expect(performance.now() - started).toBeGreaterThan(3_900)
  const free = performance.now()
  expect(await signIn(visitor(), { email: user.email, password: PASSWORD })).toMatchObject({ ok: true })
  expect(performance.now() - free).toBeLessThan(2_000)
})

test('a forgotten password is reset by the link of a letter, once, within a day', async () => {
  const user = await person('forgot@firm.example')
  const away = await requestOf(user.email)
  expect(await askForReset(visitor(), user.email, 'ja')).toEqual({ ok: true })
  const [letter] = await lettersTo(user.email)
  expect(letter!.link).toMatch(/\/ja\/account\/reset\/[\w-]{54}$/)
  expect(loggablePath(new URL(letter!.link!).pathname)).toBe('/ja/account/reset/…')
  const token = tokenIn(letter!.link)
  setClock(hours(25))
  expect(await readAccountLink(db, 'reset', token)).toBeNull()
  setClock(hours(23))
  for (const purpose of ['activation', 'email'] as const) expect(await readAccountLink(db, purpose, token)).toBeNull()
  const found = await readAccountLink(db, 'reset', token)
  const passwordHash = await hashPassword('a new one, quite long')
  const uses = await Promise.all([1, 2].map(() => transact((tx) => resetPassword(tx, found!.link, found!.user.id, passwordHash))))
  expect(uses.filter((use) => use.ok)).toHaveLength(1)
  expect(await readAccountLink(db, 'reset', token)).toBeNull()
  expect(await currentUser(away)).toBeNull()
  expect(await signIn(visitor(), { email: user.email, password: PASSWORD })).toMatchObject({ ok: false })
  expect(await signIn(visitor(), { email: user.email, password: 'a new one, quite long' })).toMatchObject({ ok: true })
  expect((await lettersTo(user.email)).map((one) => one.subject)).toEqual(['パスワードの再設定', 'パスワードを変更しました'])
})

test('whoever has no account, a shut one or an unconfirmed one gets the same answer and no letter', async () => {
  const shut = await person('shut@firm.example')
  await transact((tx) => disableUser(tx, shut.id))
  await person('unproved@firm.example', { confirmed: false })
  const addresses = ['shut@firm.example', 'unproved@firm.example', 'nobody@firm.example']
  const known = await person('known@firm.example')
  for (const email of [...addresses, known.email]) {
    expect(await askForReset(visitor(), email, 'zh')).toEqual({ ok: true })
    // At once, the same one row is written for everybody.
    const [job] = await db.select().from(jobs).where(and(eq(jobs.kind, 'account-reset'), like(jobs.key, 'account-reset:%')))
    expect(job?.payload).toEqual({ email, locale: 'zh' })
    expect(job?.key).not.toContain(email)
    await delivered()
  }
  for (const email of addresses) expect(await lettersTo(email)).toEqual([])
  expect((await lettersTo(known.email)).map((one) => one.subject)).toEqual(['重设密码'])
})

test('three links an hour for one address, twenty wishes an hour from one visitor', async () => {
  const user = await person('often@firm.example')
  for (let n = 0; n < 5; n++) {
    expect(await askForReset(visitor(), user.email, 'ja')).toEqual({ ok: true })
    await delivered()
  }
  expect(await lettersTo(user.email)).toHaveLength(3)
  const one = visitor()
  for (let n = 0; n < 20; n++) await askForReset(one, `guess${n}@firm.example`, 'ja')
  expect(await askForReset(one, 'guess@firm.example', 'ja')).toEqual({ ok: false, reason: 'tooMany' })
})

test('changing the password asks the present one and ends every other session', async () => {
  const user = await person('change@firm.example')
  const [here, there] = [await requestOf(user.email), await requestOf(user.email)]
  expect(await knowsPassword(user.id, 'wrong')).toEqual({ ok: false, reason: 'wrongPassword' })
  expect(await knowsPassword(user.id, PASSWORD)).toEqual({ ok: true })
  const passwordHash = await hashPassword('another, quite long')
  await transact((tx) => changePassword(tx, user.id, passwordHash, presentSession(here)))
  expect(await currentUser(here)).toMatchObject({ email: user.email })
  expect(await currentUser(there)).toBeNull()
  expect((await lettersTo(user.email)).map((one) => one.subject)).toEqual(['パスワードを変更しました'])
  for (let n = 0; n < 8; n++) await knowsPassword(user.id, 'wrong')
  expect(await knowsPassword(user.id, 'another, quite long')).toEqual({ ok: false, reason: 'tooMany' })
})

test('a change of address is told to both addresses and takes effect by the link in the letter to the new one', async () => {
  const user = await person('old@firm.example')
  const me = await holder(user.email)
  await transact((tx) => askForAddress(tx, me, 'new@firm.example'))
  expect((await lettersTo('old@firm.example')).map((one) => one.subject)).toEqual(['メールアドレス変更のお申し込み'])
  const [letter] = await lettersTo('new@firm.example')
  expect((await userByEmail(db, 'old@firm.example'))?.id).toBe(user.id)
  setClock(hours(25))
  expect(await readAccountLink(db, 'email', tokenIn(letter!.link))).toBeNull()
  setClock(0)
  const found = await readAccountLink(db, 'email', tokenIn(letter!.link))
  const uses = await Promise.all([1, 2].map(() => confirmAddress(found!.link, found!.user)))
  expect(uses.filter(Boolean)).toHaveLength(1)
  expect(await userByEmail(db, 'old@firm.example')).toBeNull()
  expect(await userByEmail(db, 'new@firm.example')).toMatchObject({ id: user.id, pendingEmail: null })
  expect((await lettersTo('old@firm.example')).map((one) => one.subject)).toContain('メールアドレスを変更しました')
  const lines = await db.select().from(ledger).where(eq(ledger.subject, `user:${user.id}`))
  expect(lines.map((line) => line.verb).slice(-2)).toEqual(['email-change-asked', 'email-changed'])
  expect(JSON.stringify(lines)).not.toContain('@')
})

test('an address that is taken looks no different to who asks; its owner learns of it', async () => {
  const asker = await person('asker@firm.example')
  const owner = await person('taken@firm.example')
  const me = await holder(asker.email)
  expect(await transact((tx) => askForAddress(tx, me, owner.email))).toBe(true)
  const [letter] = await lettersTo(owner.email)
  expect(letter).toMatchObject({ subject: 'このアドレスはすでに登録されています', link: null })
  expect(letter!.text).not.toContain('asker')
})

test('an address that was taken between letter and confirmation stays where it is', async () => {
  const user = await person('slow@firm.example')
  const me = await holder(user.email)
  await transact((tx) => askForAddress(tx, me, 'race@firm.example'))
  const [letter] = await lettersTo('race@firm.example')
  await person('race@firm.example')
  const found = await readAccountLink(db, 'email', tokenIn(letter!.link))
  expect(await confirmAddress(found!.link, found!.user)).toBe(false)
  expect((await userByEmail(db, 'slow@firm.example'))?.id).toBe(user.id)
})

test('a later wish, a new password or dropping it makes the earlier link worthless', async () => {
  const user = await person('wish@firm.example')
  const me = await holder(user.email)
  await transact((tx) => askForAddress(tx, me, 'first@firm.example'))
  const [first] = await lettersTo('first@firm.example')
  await transact((tx) => askForAddress(tx, me, 'second@firm.example'))
  const [second] = await lettersTo('second@firm.example')
  expect(await readAccountLink(db, 'email', tokenIn(first!.link))).toBeNull()
  await transact((tx) => changePassword(tx, user.id, 'hash', null))
  expect(await readAccountLink(db, 'email', tokenIn(second!.link))).toBeNull()
  expect((await userByEmail(db, user.email))?.pendingEmail).toBeNull()
})

test('a session says on what it was opened, without an address, and its owner ends one or all others', async () => {
  const user = await person('devices@firm.example')
  const on = async (agent: string) => {
    const line = await startSession(user.id, new Request('http://127.0.0.1/ja/account', { headers: { 'user-agent': agent } }))
    return new Request('http://127.0.0.1/ja/account', { headers: { cookie: line.split(';')[0]! } })
  }
  const wechat = await on('Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.37')
  const chrome = await on('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36')
  await on('')
  const open = await sessionsOf(db, user.id)
  expect(open.map((one) => one.device).sort()).toEqual(['', 'Chrome · Windows', 'WeChat · iOS'])
  const me = await holder(user.email)
  const stranger = await person('stranger@firm.example')
  const theirs = await requestOf(stranger.email)
  await transact((tx) => endSessionOf(tx, me, presentSession(theirs)!))
  expect(await currentUser(theirs)).not.toBeNull()
  await transact((tx) => endSessionOf(tx, me, presentSession(wechat)!))
  expect(await currentUser(wechat)).toBeNull()
  await transact((tx) => endOtherSessions(tx, me, presentSession(chrome)))
  expect(await currentUser(chrome)).not.toBeNull()
  expect(await db.$count(sessions, eq(sessions.userId, user.id))).toBe(1)
})

test('letters about an account say nothing any more once it is shut', async () => {
  const user = await person('late@firm.example')
  await transact((tx) => changePassword(tx, user.id, 'hash', null))
  await transact((tx) => disableUser(tx, user.id))
  expect(await lettersTo(user.email)).toEqual([])
  expect(await db.$count(outbox, and(eq(outbox.recipient, user.email), eq(outbox.reply, 'nothing to say any more')))).toBe(1)
  expect(await db.$count(users, eq(users.email, user.email))).toBe(1)
})
