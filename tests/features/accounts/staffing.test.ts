import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { ledger } from '#db/schema/platform.ts'
import { readActivation, userByEmail } from '#app/features/accounts/data.server.ts'
import { currentUser } from '#app/features/accounts/gate.server.ts'
import { activate, addRegistrant, confirmRegistrant, inviteColleague, removeFromCompany, setCompany } from '#app/features/accounts/mutations.server.ts'
import { changeRole, disableStaff, enableStaff, inviteStaff, resetSecondStep, sendNewLink } from '#app/features/accounts/staffing.server.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { enrol, firmRequest, manager, registrant, requestOf, signedInRequest } from '../../support/people.ts'

const invitation = (email: string, role: 'secretary' | 'manager' = 'secretary') => ({ email, name: '新人', role, office: 'tokyo', locale: 'zh' }) as const
const verbs = async (userId: string) => (await db.select().from(ledger).where(eq(ledger.subject, `user:${userId}`))).map(({ verb, actor, codes }) => ({ verb, actor, codes }))

async function accept(email: string) {
  const letter = sentTo(await delivered(), email).at(-1)
  const found = await readActivation(db, letter!.link!.split('/').at(-1)!)
  const used = await transact((tx) => activate(tx, found!.link, found!.user.id, 'hash'))
  if (!used.ok) throw new Error('used')
  return used.user
}

test('a manager invites by a letter in the newcomer’s language; its link works once', async () => {
  const boss = await manager()
  expect(await transact((tx) => inviteStaff(tx, boss, invitation('new@office.example')))).toMatchObject({ ok: true })
  expect(await transact((tx) => inviteStaff(tx, boss, invitation('new@office.example')))).toEqual({ ok: false, reason: 'exists' })
  const [letter] = sentTo(await delivered(), 'new@office.example')
  expect(letter).toMatchObject({ subject: '秘书处工作台邀请' })
  const user = await accept('new@office.example')
  expect(user).toMatchObject({ role: 'secretary', office: 'tokyo' })
  expect(user.confirmedAt).not.toBeNull()
  expect(await readActivation(db, letter!.link!.split('/').at(-1)!)).toBeNull()
  expect(await transact((tx) => sendNewLink(tx, boss, user.id))).toEqual({ ok: true })
  expect(sentTo(await delivered(), user.email).at(-1)).toMatchObject({ subject: '设置密码的新链接' })
})

test('nobody shuts out or demotes oneself, and one manager who can sign in stays', async () => {
  const boss = await manager('boss@office.example')
  expect(await transact((tx) => disableStaff(tx, boss, boss.id))).toEqual({ ok: false, reason: 'self' })
  expect(await transact((tx) => changeRole(tx, boss, boss.id, 'secretary'))).toEqual({ ok: false, reason: 'self' })
  expect(await transact((tx) => resetSecondStep(tx, boss, boss.id, 'new-device'))).toEqual({ ok: false, reason: 'self' })

  await transact((tx) => tx.update(users).set({ passwordHash: null }).where(eq(users.role, 'manager')).returning())
  await transact((tx) => inviteStaff(tx, boss, invitation('second@office.example', 'manager')))
  const second = await accept('second@office.example')
  expect(await transact((tx) => disableStaff(tx, boss, second.id))).toEqual({ ok: false, reason: 'last-manager' })
  expect(await transact((tx) => changeRole(tx, boss, second.id, 'secretary'))).toEqual({ ok: false, reason: 'last-manager' })
  await transact((tx) => inviteStaff(tx, boss, invitation('third@office.example', 'manager')))
  const third = await accept('third@office.example')
  const both = await Promise.all([second, third].map((one) => transact((tx) => disableStaff(tx, boss, one.id))))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
})

test('roles change, accounts are shut at once and opened again, and the ledger says by whom', async () => {
  const boss = await manager()
  const request = await signedInRequest('clerk@office.example')
  const clerk = (await currentUser(request))!
  expect(await transact((tx) => changeRole(tx, boss, clerk.id, 'manager'))).toEqual({ ok: true })
  expect(await currentUser(request)).toMatchObject({ role: 'manager' })
  expect(await transact((tx) => disableStaff(tx, boss, clerk.id))).toEqual({ ok: true })
  expect(await currentUser(request)).toBeNull()
  expect(await transact((tx) => disableStaff(tx, boss, clerk.id))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => enableStaff(tx, boss, clerk.id))).toEqual({ ok: true })
  expect(await currentUser(request)).toBeNull()
  expect((await verbs(clerk.id)).slice(-3)).toEqual([
    { verb: 'role-changed', actor: boss.id, codes: { role: 'manager' } },
    { verb: 'disabled', actor: boss.id, codes: {} },
    { verb: 'enabled', actor: boss.id, codes: {} },
  ])
})

test('a second step is reset with a reason that is kept, and the person is told', async () => {
  const boss = await manager()
  await firmRequest('lost@firm.example', 'firm-r')
  const user = (await userByEmail(db, 'lost@firm.example'))!
  expect(await transact((tx) => resetSecondStep(tx, boss, user.id, 'lost-device'))).toEqual({ ok: false, reason: 'gone' })
  await enrol(user.email)
  expect(await transact((tx) => resetSecondStep(tx, boss, user.id, 'lost-device'))).toEqual({ ok: true })
  expect((await userByEmail(db, user.email))?.totpSince).toBeNull()
  expect((await verbs(user.id)).at(-1)).toEqual({ verb: 'second-step-reset', actor: boss.id, codes: { reason: 'lost-device' } })
  expect(sentTo(await delivered(), user.email).at(-1)).toMatchObject({ subject: '2段階認証が解除されました' })
})

test('registrants are no staff: role and state of theirs are not for these forms', async () => {
  const boss = await manager()
  await firmRequest('person@firm.example', 'firm-p')
  const user = (await userByEmail(db, 'person@firm.example'))!
  expect(await transact((tx) => changeRole(tx, boss, user.id, 'manager'))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => disableStaff(tx, boss, user.id))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => sendNewLink(tx, boss, user.id))).toEqual({ ok: false, reason: 'gone' })
  expect((await userByEmail(db, user.email))?.role).toBe('registrant')
})

test('people of a firm: let in once, invited by letter, taken out but for the last, invited anew', async () => {
  const added = await transact((tx) => addRegistrant(tx, { email: 'a@two.example', name: 'A', locale: 'ja', passwordHash: 'hash' }))
  if (!added.ok) throw new Error()
  expect(await transact((tx) => confirmRegistrant(tx, added.user.id))).toBe(true)
  expect(await transact((tx) => confirmRegistrant(tx, added.user.id))).toBe(false)
  expect(await transact((tx) => setCompany(tx, added.user.id, 'two', 'system'))).toBe(true)
  expect(await transact((tx) => setCompany(tx, added.user.id, 'elsewhere', 'system'))).toBe(false)
  const a = await registrant('a@two.example', 'two')
  expect(await transact((tx) => removeFromCompany(tx, a.id, 'two', a.id))).toEqual({ ok: false, reason: 'last' })

  expect(await transact((tx) => inviteColleague(tx, a, { email: 'b@two.example', name: 'B', locale: 'ja', companyId: 'two' }))).toMatchObject({ ok: true })
  expect(await transact((tx) => inviteColleague(tx, a, { email: 'b@two.example', name: 'B', locale: 'ja', companyId: 'two' }))).toEqual({ ok: false, reason: 'exists' })
  // Somebody who has not accepted yet is nobody to leave the firm to.
  expect(await transact((tx) => removeFromCompany(tx, a.id, 'two', a.id))).toEqual({ ok: false, reason: 'last' })
  const b = await accept('b@two.example')
  const request = await requestOf(b.email)
  const both = await Promise.all([transact((tx) => removeFromCompany(tx, a.id, 'two', b.id)), transact((tx) => removeFromCompany(tx, b.id, 'two', a.id))])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(both.filter((one) => !one.ok)).toEqual([{ ok: false, reason: 'last' }])
  expect(both[0].ok ? await currentUser(request) : null).toEqual(both[0].ok ? expect.objectContaining({ companyId: 'two' }) : null)
  const gone = both[0].ok ? 'a@two.example' : 'b@two.example'
  const left = await registrant(both[0].ok ? 'b@two.example' : 'a@two.example', 'two')
  expect((await userByEmail(db, gone))?.disabledAt).not.toBeNull()
  expect(await transact((tx) => inviteColleague(tx, left, { email: gone, name: 'again', locale: 'ja', companyId: 'two' }))).toMatchObject({ ok: true })
  expect(await userByEmail(db, gone)).toMatchObject({ companyId: 'two', disabledAt: null, passwordHash: null })
})
