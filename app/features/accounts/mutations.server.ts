import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { privateLinks } from '#db/schema/platform.ts'
import { hours, now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, useLink, type PrivateLink } from '#app/platform/links.server.ts'
import type { User } from './data.server.ts'

const ACTIVATION = hours(72)
const subjectOf = (userId: string) => `user:${userId}`

/** Adds somebody of the office without a password; the token of the one-time link sets it. */
export async function addStaff(
  tx: Writer,
  staff: { email: string; role: 'secretary' | 'manager'; name: string; locale?: string },
): Promise<{ ok: true; user: User; token: string } | { ok: false; reason: 'exists' }> {
  const [known] = await tx.select().from(users).where(eq(users.email, staff.email))
  if (known) return { ok: false, reason: 'exists' }
  const [user] = await tx.insert(users).values({ ...staff, createdAt: now() }).returning()
  await record(tx, subjectOf(user!.id), 'system', 'staff-added', { role: staff.role })
  return { ok: true, user: user!, token: await openActivation(tx, user!.id) }
}

/** A new one-time link; earlier ones stop working. The present password stays until the link is used. */
export async function openActivation(tx: Writer, userId: string): Promise<string> {
  await revokeActivations(tx, userId)
  await record(tx, subjectOf(userId), 'system', 'link-opened')
  return openLink(tx, 'activation', subjectOf(userId), new Date(now().getTime() + ACTIVATION))
}

async function revokeActivations(tx: Writer, userId: string): Promise<void> {
  await tx
    .update(privateLinks)
    .set({ revokedAt: now() })
    .where(and(eq(privateLinks.subject, subjectOf(userId)), eq(privateLinks.purpose, 'activation'), isNull(privateLinks.revokedAt)))
}

/** Uses a one-time link up: its password takes effect, and every session of the account ends. */
export async function activate(tx: Writer, link: PrivateLink, userId: string, passwordHash: string): Promise<{ ok: boolean }> {
  if (!(await useLink(tx, link))) return { ok: false }
  const [user] = await tx
    .update(users)
    .set({ passwordHash, demo: false })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning()
  if (!user) return { ok: false }
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await record(tx, subjectOf(userId), userId, 'activated')
  return { ok: true }
}

/** Shuts somebody out at once: sessions end, open links stop working. */
export async function disableUser(tx: Writer, userId: string): Promise<boolean> {
  const [user] = await tx.update(users).set({ disabledAt: now() }).where(and(eq(users.id, userId), isNull(users.disabledAt))).returning()
  if (!user) return false
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await revokeActivations(tx, userId)
  await record(tx, subjectOf(userId), 'system', 'disabled')
  return true
}
