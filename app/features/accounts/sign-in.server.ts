import { setTimeout as pause } from 'node:timers/promises'
import { db } from '#db/index.ts'
import { mayTrySignIn } from '#app/platform/form.server.ts'
import { log } from '#app/platform/log.server.ts'
import { userByEmail } from './data.server.ts'
import { startSession } from './lucia.server.ts'
import { passwordMatches } from './password.server.ts'
import { forgetFailures, noteFailure, pauseBefore } from './slowdown.ts'

/** Tries to sign in; the refusal is the same for a wrong password, an unknown address and a disabled account. */
export async function signIn(
  request: Request,
  address: string,
  typed: { email: string; password: string },
): Promise<{ ok: true; cookie: string } | { ok: false; reason: 'wrong' | 'tooMany' }> {
  if (!(await mayTrySignIn(address))) return { ok: false, reason: 'tooMany' }
  await pause(pauseBefore(typed.email))
  const user = await userByEmail(db, typed.email)
  const same = await passwordMatches(user?.passwordHash ?? null, typed.password)
  if (!user || !same || user.disabledAt) {
    noteFailure(typed.email)
    log.info({ known: Boolean(user) }, 'sign-in refused')
    return { ok: false, reason: 'wrong' }
  }
  forgetFailures(typed.email)
  return { ok: true, cookie: await startSession(user.id, request) }
}
