import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { recoveryCodes, users } from '#db/schema/accounts.ts'
import { invitations, joinings } from '#db/schema/catalogue.ts'
import { days, now } from '#app/platform/clock.ts'
import { blankLettersAbout, blankLettersTo, dropLateLetterFiles } from '#app/platform/erased-letters.server.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Holder } from './gate.server.ts'
import { disableUser, removeFromCompany, subjectOf } from './mutations.server.ts'

export const ERASED_ACCOUNT = 'erased-account'

/**
 * Deletes the own account: name, address and keys go, sessions end; the row stays for what it signed. The last one of a
 * firm hands over first, or the office takes the firm out; the office's own people are disabled by a manager.
 */
export async function deleteOwnAccount(tx: Writer, { id, role, companyId, email }: Holder): Promise<{ ok: true } | { ok: false; reason: 'office' | 'last' | 'gone' }> {
  if (role !== 'registrant') return { ok: false, reason: 'office' }
  if (companyId) {
    const left = await removeFromCompany(tx, id, companyId, id)
    if (!left.ok) return left
  } else if (!(await disableUser(tx, id, id))) return { ok: false, reason: 'gone' }
  const blank = { email: `${id}@erased.invalid`, name: '', pendingEmail: null, passwordHash: null, totpSecret: null, totpSince: null, totpStep: null, confirmedAt: null, erasedAt: now() }
  const [erased] = await tx.update(users).set(blank).where(and(eq(users.id, id), isNull(users.erasedAt))).returning()
  if (!erased) return { ok: false, reason: 'gone' }
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id))
  await tx.delete(invitations).where(eq(invitations.email, email))
  await tx.update(joinings).set({ department: null, message: null }).where(eq(joinings.userId, id)).returning()
  await blankLettersAbout(tx, subjectOf(id))
  await blankLettersTo(tx, email)
  await record(tx, subjectOf(id), id, 'account-erased')
  await schedule(tx, ERASED_ACCOUNT, `${ERASED_ACCOUNT}:${id}`, now(), { user: id })
  return { ok: true }
}

/** The worker that takes the account's letters off the disk. */
export const clearAccount: Worker = () => dropLateLetterFiles(new Date(now().getTime() - days(1)))
