import { db, transact } from '#db/index.ts'
import { requireManager, requireSecretary, type Manager, type Secretary } from '#app/features/accounts/gate.server.ts'
import { startSession } from '#app/features/accounts/lucia.server.ts'
import { addStaff } from '#app/features/accounts/mutations.server.ts'
import { userByEmail } from '#app/features/accounts/data.server.ts'

const anywhere = 'http://127.0.0.1/ja/desk'

/** A request that carries the session of somebody of the office; the account is made when it is new. */
export async function signedInRequest(email: string, role: 'secretary' | 'manager' = 'secretary', url = anywhere): Promise<Request> {
  await transact((tx) => addStaff(tx, { email, role, name: email.split('@')[0]! }))
  const user = await userByEmail(db, email)
  const cookie = await startSession(user!.id, new Request(anywhere))
  return new Request(url, { headers: { cookie: cookie.split(';')[0]! } })
}

/** A secretary as the gate proves one, for mutations that ask for it. */
export async function secretary(email = 'secretary@office.example'): Promise<Secretary> {
  return requireSecretary(await signedInRequest(email), 'ja')
}

export async function manager(email = 'manager@office.example'): Promise<Manager> {
  return requireManager(await signedInRequest(email, 'manager'), 'ja')
}
