import { Secret, TOTP } from 'otpauth'
import { db, transact } from '#db/index.ts'
import { requireHolder, requireManager, requireRegistrant, requireSecretary, type Holder, type Manager, type Registrant, type Secretary } from '#app/features/accounts/gate.server.ts'
import { startSession } from '#app/features/accounts/lucia.server.ts'
import { addRegistrant, addStaff, confirmRegistrant } from '#app/features/accounts/mutations.server.ts'
import { userByEmail } from '#app/features/accounts/data.server.ts'
import { confirmEnrolment, enrolmentOf, startEnrolment } from '#app/features/accounts/totp.server.ts'
import { now } from '#app/platform/clock.ts'

const anywhere = 'http://127.0.0.1/ja/desk'

/** What an app with this key shows so many half-minutes from now. */
export function appCode(key: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: now().getTime() + steps * 30_000 })
}

/** Sets the second step up as its owner would; returns the app's key and the recovery codes. */
export async function enrol(email: string): Promise<{ key: string; codes: string[] }> {
  const user = (await userByEmail(db, email))!
  await transact((tx) => startEnrolment(tx, user.id))
  const started = (await userByEmail(db, email))!
  const { key } = enrolmentOf(started, 'test')!
  // The code of the step before: the present one stays good for whoever signs in next.
  const codes = await transact((tx) => confirmEnrolment(tx, started, appCode(key, -1), null))
  return { key, codes: codes! }
}

/** A request that carries the session of an account. */
export async function requestOf(email: string, url = anywhere): Promise<Request> {
  const user = await userByEmail(db, email)
  const cookie = await startSession(user!.id, new Request(anywhere))
  return new Request(url, { headers: { cookie: cookie.split(';')[0]! } })
}

/** A request that carries the session of somebody of the office; the account is made, with its second step, when it is new. */
export async function signedInRequest(email: string, role: 'secretary' | 'manager' = 'secretary', url = anywhere): Promise<Request> {
  const added = await transact((tx) => addStaff(tx, { email, role, name: email.split('@')[0]! }))
  if (added.ok) await enrol(email)
  return requestOf(email, url)
}

/** A secretary as the gate proves one, for mutations that ask for it. */
export async function secretary(email = 'secretary@office.example'): Promise<Secretary> {
  return requireSecretary(await signedInRequest(email), 'ja')
}

export async function manager(email = 'manager@office.example'): Promise<Manager> {
  return requireManager(await signedInRequest(email, 'manager'), 'ja')
}

/** A request of somebody of a firm; without `companyId` the firm still waits. The account is made when it is new. */
export async function firmRequest(email: string, companyId: string | null, url = 'http://127.0.0.1/ja/account'): Promise<Request> {
  await transact(async (tx) => {
    const added = await addRegistrant(tx, { email, name: email.split('@')[0]!, locale: 'ja', passwordHash: 'none', companyId })
    if (added.ok) await confirmRegistrant(tx, added.user.id)
  })
  return requestOf(email, url)
}

export async function registrant(email: string, companyId: string): Promise<Registrant> {
  return requireRegistrant(await firmRequest(email, companyId), 'ja')
}

export async function holder(email: string): Promise<Holder> {
  return requireHolder(await requestOf(email), 'ja')
}
