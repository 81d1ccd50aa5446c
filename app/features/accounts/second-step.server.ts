import { redirect, type TypedResponse } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { minutes, now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { limit } from '#app/platform/form.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { readCookie } from '#app/platform/request.server.ts'
import { isSigned, sign } from '#app/platform/secrets.server.ts'
import { maySignIn, userById, type User } from './data.server.ts'
import { startSession } from './lucia.server.ts'
import { safeNext } from './next.ts'
import { useCode } from './totp.server.ts'

const COOKIE = 'second-step'
const WITHIN = minutes(10)
const triesPerAccount = limit(10, minutes(15))
/** Ten codes in a quarter of an hour, right or wrong, for whoever knows the password already. */
export const mayTryCode = (userId: string) => triesPerAccount(userId)

/** What the signature of the cookie stands for: a new password or another second step makes it worthless. */
const bound = (user: User, until: string) => `${user.id}.${until}.${user.passwordHash}.${user.totpSince?.getTime()}`

const cookieLine = (value: string, maxAge: number) =>
  `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${env.origin.startsWith('https:') ? '; Secure' : ''}`

/** Leads somebody on whose password was right: to where they were going, or first to the second step where that is on. */
export async function admit(request: Request, user: User, locale: Locale, next?: string | null): Promise<TypedResponse<never>> {
  const to = safeNext(next, locale, user)
  if (!user.totpSince) return redirect(to, { headers: { 'Set-Cookie': await startSession(user.id, request) } })
  const until = String(now().getTime() + WITHIN)
  const value = `${user.id}.${until}.${sign('second-step', bound(user, until))}`
  return redirect(`/${locale}/account/second-step?next=${encodeURIComponent(to)}`, { headers: { 'Set-Cookie': cookieLine(value, WITHIN / 1000) } })
}

/** Whose password was right on this browser within the last ten minutes, or null. Between the steps there is nothing else. */
export async function halfway(request: Request): Promise<User | null> {
  const [id = '', until = '', signature = ''] = (readCookie(request, COOKIE) ?? '').split('.')
  if (!(Number(until) > now().getTime())) return null
  const user = await userById(db, id)
  return user?.totpSince && maySignIn(user) && isSigned('second-step', bound(user, until), signature) ? user : null
}

/** Takes the second step: a session for a code of the app or a recovery code, each good once. */
export async function takeSecondStep(request: Request, user: User, code: string, locale: Locale, next?: string | null): Promise<{ ok: true; answer: TypedResponse<never> } | { ok: false; reason: 'wrongCode' | 'tooMany' }> {
  if (!(await mayTryCode(user.id))) return { ok: false, reason: 'tooMany' }
  if (!(await transact((tx) => useCode(tx, user, code)))) return { ok: false, reason: 'wrongCode' }
  const answer = redirect(safeNext(next, locale, user), { headers: { 'Set-Cookie': await startSession(user.id, request) } })
  answer.headers.append('Set-Cookie', cookieLine('', 0))
  return { ok: true, answer }
}
