import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { recoveryCodes, sessions, users } from '#db/schema/accounts.ts'
import { privateLinks } from '#db/schema/platform.ts'
import { hours, now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { openLink, useLink, type PrivateLink, type Purpose } from '#app/platform/links.server.ts'
import type { User } from './data.server.ts'
import type { Person } from './gate.server.ts'
import { tell } from './telling.server.ts'

const ACTIVATION = hours(72)
export const subjectOf = (userId: string) => `user:${userId}`
type Added = { ok: true; user: User } | { ok: false; reason: 'exists' }

/** Adds somebody of the office without a password; the token of the one-time link sets it. */
export async function addStaff(
  tx: Writer,
  staff: { email: string; role: 'secretary' | 'manager'; name: string; locale?: string; office?: User['office'] },
): Promise<{ ok: true; user: User; token: string } | { ok: false; reason: 'exists' }> {
  const [known] = await tx.select().from(users).where(eq(users.email, staff.email))
  if (known) return { ok: false, reason: 'exists' }
  const [user] = await tx.insert(users).values({ ...staff, createdAt: now() }).returning()
  await record(tx, subjectOf(user!.id), 'system', 'staff-added', { role: staff.role })
  return { ok: true, user: user!, token: await openActivation(tx, user!.id) }
}

/**
 * Adds somebody of a firm. Without `companyId` the firm still waits for the office; without `confirmRegistrant` the
 * account does not sign in.
 */
export async function addRegistrant(
  tx: Writer,
  person: { email: string; name: string; locale: string; passwordHash: string | null; companyId?: string | null },
): Promise<Added> {
  const [known] = await tx.select().from(users).where(eq(users.email, person.email))
  if (known) return { ok: false, reason: 'exists' }
  const [user] = await tx.insert(users).values({ ...person, role: 'registrant', createdAt: now() }).returning()
  await record(tx, subjectOf(user!.id), 'system', 'registrant-added')
  return { ok: true, user: user! }
}

/** The address was proved to be the person's; false when that was done before. */
export async function confirmRegistrant(tx: Writer, userId: string): Promise<boolean> {
  const [user] = await tx.update(users).set({ confirmedAt: now() }).where(and(eq(users.id, userId), isNull(users.confirmedAt), isNull(users.disabledAt))).returning()
  if (!user) return false
  await record(tx, subjectOf(userId), userId, 'confirmed')
  return true
}

/** The office lets somebody into a firm; false when the person belongs to one already. */
export async function setCompany(tx: Writer, userId: string, companyId: string, actor: string): Promise<boolean> {
  const [user] = await tx
    .update(users)
    .set({ companyId })
    .where(and(eq(users.id, userId), eq(users.role, 'registrant'), isNull(users.companyId), isNull(users.disabledAt)))
    .returning()
  if (!user) return false
  await record(tx, subjectOf(userId), actor, 'joined-firm', { company: companyId })
  return true
}

/**
 * Invites somebody into a firm by a letter with a one-time link. Whoever was removed from a firm may be invited again; an
 * address that has any other account is refused, and what its inviter is told must not depend on that.
 */
export async function inviteColleague(tx: Writer, by: Person, person: { email: string; name: string; locale: string; companyId: string }): Promise<Added> {
  const added = await addRegistrant(tx, { ...person, passwordHash: null })
  const user = added.ok ? added.user : await takeBackIn(tx, person)
  if (!user) return { ok: false, reason: 'exists' }
  await record(tx, subjectOf(user.id), by.id, 'invited-to-firm', { company: person.companyId })
  await sendActivation(tx, user, 'account-invited-firm', by.id)
  return { ok: true, user }
}

async function takeBackIn(tx: Writer, { email, name, companyId }: { email: string; name: string; companyId: string }): Promise<User | null> {
  const [user] = await tx
    .update(users)
    .set({ name, companyId, passwordHash: null, confirmedAt: null, disabledAt: null, totpSecret: null, totpSince: null })
    .where(and(eq(users.email, email), eq(users.role, 'registrant'), isNull(users.companyId), isNotNull(users.disabledAt)))
    .returning()
  if (user) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id))
  return user ?? null
}

/** A letter with a new one-time link, rendered when it is delivered; see letters.server.tsx. */
export async function sendActivation(tx: Writer, user: User, kind: 'account-invited-firm' | 'account-invited-staff' | 'account-link', actor: string): Promise<void> {
  await openActivation(tx, user.id, actor)
  await tell(tx, user, kind)
}

/** Takes somebody out of a firm: the account is shut. The last one who can sign in stays. */
export async function removeFromCompany(tx: Writer, userId: string, companyId: string, actor: string): Promise<{ ok: true } | { ok: false; reason: 'last' | 'gone' }> {
  // The write holds every row of the firm: two people who remove each other at once do so one after the other.
  const people = await tx.update(users).set({ companyId }).where(and(eq(users.companyId, companyId), isNull(users.disabledAt))).returning()
  const leaving = people.find((one) => one.id === userId)
  if (!leaving) return { ok: false, reason: 'gone' }
  if (!people.some((one) => one.id !== userId && one.confirmedAt && one.passwordHash)) return { ok: false, reason: 'last' }
  await tx.update(users).set({ companyId: null }).where(eq(users.id, userId)).returning()
  await record(tx, subjectOf(userId), actor, 'left-firm', { company: companyId })
  await disableUser(tx, userId, actor)
  return { ok: true }
}

/** A new one-time link; earlier ones stop working. The present password stays until the link is used. */
export async function openActivation(tx: Writer, userId: string, actor = 'system'): Promise<string> {
  await revokeLinks(tx, userId, ['activation'])
  await record(tx, subjectOf(userId), actor, 'link-opened')
  return openLink(tx, 'activation', subjectOf(userId), new Date(now().getTime() + ACTIVATION))
}

export async function revokeLinks(tx: Writer, userId: string, purposes: Purpose[]): Promise<void> {
  await tx
    .update(privateLinks)
    .set({ revokedAt: now() })
    .where(and(eq(privateLinks.subject, subjectOf(userId)), inArray(privateLinks.purpose, purposes), isNull(privateLinks.revokedAt)))
}

/** Uses a one-time link up: its password takes effect, the address is proved, and every session of the account ends. */
export async function activate(tx: Writer, link: PrivateLink, userId: string, passwordHash: string): Promise<{ ok: true; user: User } | { ok: false }> {
  if (!(await useLink(tx, link))) return { ok: false }
  const [user] = await tx
    .update(users)
    .set({ passwordHash, demo: false, confirmedAt: now() })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning()
  if (!user) return { ok: false }
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await revokeLinks(tx, userId, ['reset', 'email'])
  await record(tx, subjectOf(userId), userId, 'activated')
  return { ok: true, user }
}

/** Shuts somebody out at once: sessions end, open links stop working. */
export async function disableUser(tx: Writer, userId: string, actor = 'system'): Promise<boolean> {
  const [user] = await tx.update(users).set({ disabledAt: now() }).where(and(eq(users.id, userId), isNull(users.disabledAt))).returning()
  if (!user) return false
  await tx.delete(sessions).where(eq(sessions.userId, userId))
  await revokeLinks(tx, userId, ['activation', 'reset', 'email'])
  await record(tx, subjectOf(userId), actor, 'disabled')
  return true
}

/** Lets somebody in again, with the password and the second step they had. */
export async function enableUser(tx: Writer, userId: string, actor = 'system'): Promise<boolean> {
  const [user] = await tx.update(users).set({ disabledAt: null }).where(and(eq(users.id, userId), isNotNull(users.disabledAt))).returning()
  if (!user) return false
  await record(tx, subjectOf(userId), actor, 'enabled')
  return true
}
