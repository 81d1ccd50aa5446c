import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { currentUser, requireManager, requireSecretary } from '#app/features/accounts/gate.server.ts'
import { endSession, startSession } from '#app/features/accounts/lucia.server.ts'
import { disableUser } from '#app/features/accounts/mutations.server.ts'
import { days } from '#app/platform/clock.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { setClock } from '../../support/clock.ts'
import { manager, secretary, signedInRequest } from '../../support/people.ts'

afterEach(() => setClock(0))

const desk = 'http://127.0.0.1/zh/desk/inquiries?stage=received'
const tokenOf = (request: Request) => request.headers.get('cookie')!.replace('session=', '')
const thrown = async (work: Promise<unknown>): Promise<Response> => {
  const caught: unknown = await work.then(() => null, (error: unknown) => error)
  expect(caught).toBeInstanceOf(Response)
  return caught as Response
}

test('the cookie is unreadable to scripts and the table holds only its hash', async () => {
  const request = await signedInRequest('a@office.example')
  const token = tokenOf(request)
  const rows = await db.select().from(sessions)
  expect(rows.map((row) => row.id)).toContain(sha256(token))
  expect(JSON.stringify(rows)).not.toContain(token)
  const user = await currentUser(request)
  const line = await startSession(user!.id, request)
  expect(line).toMatch(/^session=[\w-]{43}; /)
  expect(line).toContain('HttpOnly')
  expect(line).toContain('SameSite=Lax')
  expect(line).not.toContain('Secure')
})

test('what is stored in the table opens nothing', async () => {
  const request = await signedInRequest('b@office.example')
  const stolen = new Request(desk, { headers: { cookie: `session=${sha256(tokenOf(request)).slice(0, 43)}` } })
  expect(await currentUser(stolen)).toBeNull()
})

test('signing in again ends the session the request came with', async () => {
  const before = await signedInRequest('c@office.example')
  const user = await currentUser(before)
  const line = await startSession(user!.id, before)
  expect(await currentUser(before)).toBeNull()
  expect(await currentUser(new Request(desk, { headers: { cookie: line.split(';')[0]! } }))).toMatchObject({ email: 'c@office.example' })
})

test('a session lives fourteen days from the last visit but seven', async () => {
  const request = await signedInRequest('d@office.example')
  setClock(days(6))
  expect(await currentUser(request)).not.toBeNull()
  setClock(days(13))
  expect(await currentUser(request)).not.toBeNull()
  setClock(days(26))
  expect(await currentUser(request)).not.toBeNull()
  setClock(days(41))
  expect(await currentUser(request)).toBeNull()
  expect(await db.$count(sessions, eq(sessions.id, sha256(tokenOf(request))))).toBe(0)
})

test('signing out ends the session in the table too', async () => {
  const request = await signedInRequest('e@office.example')
  expect(await endSession(request)).toMatch(/^session=; .*Max-Age=0/)
  expect(await currentUser(request)).toBeNull()
})

test('a disabled account is out at once', async () => {
  const request = await signedInRequest('f@office.example')
  const user = await currentUser(request)
  await transact((tx) => disableUser(tx, user!.id))
  expect(await currentUser(request)).toBeNull()
  expect(await transact((tx) => disableUser(tx, user!.id))).toBe(false)
})

test('the gate leads strangers to the sign-in and back to their page', async () => {
  const answer = await thrown(requireSecretary(new Request(desk), 'zh'))
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`/zh/account/sign-in?next=${encodeURIComponent('/zh/desk/inquiries?stage=received')}`)
  const posted = await thrown(requireSecretary(new Request(`${desk}/forwarding`, { method: 'POST' }), 'ja'))
  expect(posted.headers.get('location')).toBe('/ja/account/sign-in?next=%2Fja%2Fdesk')
})

test('the gate keeps registrants out of the desk and secretaries out of the manager’s rooms', async () => {
  const request = await signedInRequest('g@office.example')
  expect((await thrown(requireManager(request, 'ja'))).status).toBe(403)
  await transact((tx) => tx.update(users).set({ role: 'registrant' }).where(eq(users.email, 'g@office.example')).returning())
  expect((await thrown(requireSecretary(request, 'ja'))).status).toBe(403)
  expect(await secretary()).toMatchObject({ role: 'secretary' })
  expect(await manager()).toMatchObject({ role: 'manager' })
})

test('odd cookies are nobody', async () => {
  for (const cookie of ['session=', 'session=%', 'session=short', `session=${'a'.repeat(43)}`, 'other=%E0%A4%A']) {
    expect(await currentUser(new Request(desk, { headers: { cookie } }))).toBeNull()
  }
})
