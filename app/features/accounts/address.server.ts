import { and, eq, isNull } from 'drizzle-orm'
import { isDuplicate } from '#db/dialect'
import { transact, type Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { hours, now } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, useLink, type PrivateLink } from '#app/platform/links.server.ts'
import type { User } from './data.server.ts'
import type { Holder } from './gate.server.ts'
import { revokeLinks, subjectOf } from './mutations.server.ts'
import { tell } from './telling.server.ts'

const CONFIRMING = hours(24)
const changesPerAccount = limit(5, hours(1))
export const mayChangeAddress = (userId: string) => changesPerAccount(userId)

/**
 * Asks for another address: both are told, the new one by a link that confirms it. Whether it is taken shows in that
 * letter only; here the same is done either way.
 */
export async function askForAddress(tx: Writer, holder: Holder, email: string): Promise<boolean> {
  const [user] = await tx.update(users).set({ pendingEmail: email }).where(and(eq(users.id, holder.id), isNull(users.disabledAt))).returning()
  if (!user) return false
  await revokeLinks(tx, user.id, ['email'])
  await openLink(tx, 'email', subjectOf(user.id), new Date(now().getTime() + CONFIRMING))
  await record(tx, subjectOf(user.id), user.id, 'email-change-asked')
  await tell(tx, user, 'account-email-asked')
  await tell(tx, user, 'account-email-confirm', email)
  return true
}

/** Drops a change that waits for its confirmation. */
export async function dropAddress(tx: Writer, holder: Holder): Promise<void> {
  await tx.update(users).set({ pendingEmail: null }).where(eq(users.id, holder.id)).returning()
  await revokeLinks(tx, holder.id, ['email'])
}

/** Uses the link in the letter to the new address up; the old address is told. Taken meanwhile, or dropped: nothing happens. */
export async function confirmAddress(link: PrivateLink, user: User): Promise<boolean> {
  const { pendingEmail } = user
  if (!pendingEmail) return false
  try {
    return await transact((tx) => moveAddress(tx, link, user, pendingEmail))
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

async function moveAddress(tx: Writer, link: PrivateLink, user: User, email: string): Promise<boolean> {
  if (!(await useLink(tx, link))) return false
  const [moved] = await tx
    .update(users)
    .set({ email, pendingEmail: null, confirmedAt: now() })
    .where(and(eq(users.id, user.id), eq(users.email, user.email), eq(users.pendingEmail, email), isNull(users.disabledAt)))
    .returning()
  if (!moved) return false
  // What was sent to the old address must not open the account any more.
  await revokeLinks(tx, user.id, ['reset', 'activation'])
  await record(tx, subjectOf(user.id), user.id, 'email-changed')
  await tell(tx, moved, 'account-email-changed', user.email)
  return true
}
