import { and, eq, isNull, ne } from 'drizzle-orm'
import { db, transact, type Writer } from '#db/index.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { hours, minutes, now } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { schedule, type Job } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, useLink, type PrivateLink } from '#app/platform/links.server.ts'
import { sign } from '#app/platform/secrets.server.ts'
import { maySignIn, userByEmail, userById } from './data.server.ts'
import { revokeLinks, subjectOf } from './mutations.server.ts'
import { passwordMatches } from './password.server.ts'
import { tell } from './telling.server.ts'

const RESET = hours(24)
const resetsPerVisitor = limit(20, hours(1))
const resetsPerAccount = limit(3, hours(1))
const proofsPerAccount = limit(10, minutes(15))

/**
 * Somebody says a password is forgotten. Whatever the address, the same is done at once, one job is written; who has an
 * account, and therefore gets a letter, is looked up in the background.
 */
export async function askForReset(visitor: string, email: string, locale: string): Promise<{ ok: true } | { ok: false; reason: 'tooMany' }> {
  if (!(await resetsPerVisitor(visitor))) return { ok: false, reason: 'tooMany' }
  if (await resetsPerAccount(email)) await transact((tx) => schedule(tx, 'account-reset', `account-reset:${sign('reset', email)}`, now(), { email, locale }))
  return { ok: true }
}

/** The worker behind `askForReset`: a letter with a link, to whoever could sign in. */
export async function openReset(job: Job): Promise<void> {
  const user = await userByEmail(db, job.payload.email ?? '')
  if (!user || !maySignIn(user)) return
  await transact(async (tx) => {
    await revokeLinks(tx, user.id, ['reset'])
    await openLink(tx, 'reset', subjectOf(user.id), new Date(now().getTime() + RESET))
    await record(tx, subjectOf(user.id), 'system', 'reset-asked')
    await tell(tx, { ...user, locale: job.payload.locale ?? user.locale }, 'account-reset')
  })
}

/** Uses a reset link up: the new password takes effect, every session ends, and a change of address that waits is dropped. */
export async function resetPassword(tx: Writer, link: PrivateLink, userId: string, passwordHash: string): Promise<{ ok: boolean }> {
  if (!(await useLink(tx, link))) return { ok: false }
  return { ok: await setPassword(tx, userId, passwordHash, 'password-reset', null) }
}

/** Whether somebody who is signed in knows the own password; limited, so that a borrowed session guesses nothing. */
export async function knowsPassword(userId: string, password: string): Promise<{ ok: true } | { ok: false; reason: 'wrongPassword' | 'tooMany' }> {
  if (!(await proofsPerAccount(userId))) return { ok: false, reason: 'tooMany' }
  const user = await userById(db, userId)
  return (await passwordMatches(user?.passwordHash ?? null, password)) ? { ok: true } : { ok: false, reason: 'wrongPassword' }
}

/** The owner changes the password; every session but `session` ends. */
export const changePassword = (tx: Writer, userId: string, passwordHash: string, session: string | null): Promise<boolean> =>
  setPassword(tx, userId, passwordHash, 'password-changed', session)

async function setPassword(tx: Writer, userId: string, passwordHash: string, verb: string, session: string | null): Promise<boolean> {
  const [user] = await tx
    .update(users)
    .set({ passwordHash, demo: false, pendingEmail: null })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning()
  if (!user) return false
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), session ? ne(sessions.id, session) : undefined))
  await revokeLinks(tx, userId, ['activation', 'reset', 'email'])
  await record(tx, subjectOf(userId), userId, verb)
  await tell(tx, user, 'account-password-changed')
  return true
}
