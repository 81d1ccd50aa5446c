import { setTimeout as pause } from 'node:timers/promises'
import { db } from '#db/index.ts'
import { mayTrySignIn } from '#app/platform/form.server.ts'
import { log } from '#app/platform/log.server.ts'
import { maySignIn, userByEmail, type User } from './data.server.ts'
import { isDemoDatabase } from './demo.server.ts'
import { passwordMatches } from './password.server.ts'
import { forgetFailures, noteFailure, pauseBefore } from './slowdown.ts'

export type SignedIn = { ok: true; user: User } | { ok: false; reason: 'wrong' | 'tooMany' }

/** Tries a password; the refusal is the same for a wrong one, an unknown address, and an account that is disabled or not confirmed. */
export async function signIn(address: string, typed: { email: string; password: string }): Promise<SignedIn> {
  if (!(await mayTrySignIn(address))) return { ok: false, reason: 'tooMany' }
  await pause(pauseBefore(typed.email))
  const user = await userByEmail(db, typed.email)
  const same = await passwordMatches(user?.passwordHash ?? null, typed.password)
  if (!user || !same || !maySignIn(user) || (user.demo && !(await isDemoDatabase(db)))) {
    noteFailure(typed.email)
    log.info({ known: Boolean(user) }, 'sign-in refused')
    return { ok: false, reason: 'wrong' }
  }
  forgetFailures(typed.email)
  return { ok: true, user }
}
