import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { invitations } from '#db/schema/catalogue.ts'
import type { Registrant } from '#app/features/accounts/gate.server.ts'
import { disableUser, inviteColleague, removeFromCompany } from '#app/features/accounts/mutations.server.ts'
import { hours, now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'

const INVITATION_LASTS = hours(72)

export interface Colleague {
  id: string
  name: string
  email: string
}

/** The people of a firm who can sign in, the longest there first. */
export const colleaguesOf = (db: Reader, companyId: string): Promise<Colleague[]> =>
  db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.companyId, companyId), isNotNull(users.confirmedAt), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id))

/** Whom they asked to come in and who has not come yet. The list reads the same whether or not an address had an account. */
export async function invitedBy(db: Reader, companyId: string): Promise<(Colleague & { expired: boolean })[]> {
  const here = new Set((await colleaguesOf(db, companyId)).map((one) => one.email))
  const rows = await db.select().from(invitations).where(eq(invitations.companyId, companyId)).orderBy(asc(invitations.createdAt), asc(invitations.id))
  return rows
    .filter((row) => !here.has(row.email))
    .map(({ id, name, email, createdAt }) => ({ id, name, email, expired: createdAt.getTime() + INVITATION_LASTS <= now().getTime() }))
}

/**
 * Asks somebody to come in, by letter. Asking again sends a new link. Whoever has an account elsewhere is told so by
 * letter, and the inviter sees no difference.
 */
export async function invite(tx: Writer, by: Registrant, person: { email: string; name: string; locale: string }): Promise<void> {
  const { companyId } = by
  const [colleague] = await tx.select().from(users).where(and(eq(users.email, person.email), eq(users.companyId, companyId), isNotNull(users.confirmedAt), isNull(users.disabledAt)))
  if (colleague) return
  const invitation = { companyId, email: person.email, name: person.name, invitedBy: by.id, createdAt: now() }
  await tx.insert(invitations).values(invitation).onConflictDoUpdate({ target: [invitations.companyId, invitations.email], set: invitation })
  await takeBackUnused(tx, companyId, person.email, by.id)
  const invited = await inviteColleague(tx, by, { ...person, companyId })
  if (invited.ok) return
  await record(tx, `company:${companyId}`, by.id, 'invitation-not-possible')
  await queueLetter(tx, { kind: 'invitation-known', subject: `company:${companyId}`, recipient: person.email, locale: person.locale, payload: { company: companyId } })
}

/** Shuts the account that an earlier invitation made and nobody used; the next invitation opens it anew. */
async function takeBackUnused(tx: Writer, companyId: string, email: string, actor: string): Promise<void> {
  const [unused] = await tx
    .update(users)
    .set({ companyId: null })
    .where(and(eq(users.email, email), eq(users.companyId, companyId), isNull(users.confirmedAt), isNull(users.passwordHash)))
    .returning({ id: users.id })
  if (unused) await disableUser(tx, unused.id, actor)
}

export async function readInvitation(db: Reader, companyId: string, id: string): Promise<Colleague | null> {
  const [row] = await db.select({ id: invitations.id, name: invitations.name, email: invitations.email }).from(invitations).where(and(eq(invitations.id, id), eq(invitations.companyId, companyId)))
  return row ?? null
}

export async function withdrawInvitation(tx: Writer, by: Registrant, id: string): Promise<boolean> {
  const [gone] = await tx.delete(invitations).where(and(eq(invitations.id, id), eq(invitations.companyId, by.companyId))).returning()
  if (!gone) return false
  await takeBackUnused(tx, by.companyId, gone.email, by.id)
  await record(tx, `company:${by.companyId}`, by.id, 'invitation-withdrawn')
  return true
}

export async function readColleague(db: Reader, companyId: string, id: string): Promise<Colleague | null> {
  return (await colleaguesOf(db, companyId)).find((one) => one.id === id) ?? null
}

/** Takes a colleague, or oneself, out of the firm. The last one stays. Whoever was removed by somebody else is told. */
export async function removeColleague(tx: Writer, by: Registrant, id: string): Promise<{ ok: true } | { ok: false; reason: 'last' | 'gone' }> {
  const { companyId } = by
  const person = await readColleague(tx, companyId, id)
  if (!person) return { ok: false, reason: 'gone' }
  const removed = await removeFromCompany(tx, id, companyId, by.id)
  if (!removed.ok) return removed
  await tx.delete(invitations).where(and(eq(invitations.companyId, companyId), eq(invitations.email, person.email)))
  if (id !== by.id) {
    const [{ locale } = { locale: 'ja' }] = await tx.select({ locale: users.locale }).from(users).where(eq(users.id, id))
    await queueLetter(tx, { kind: 'colleague-removed', subject: `company:${companyId}`, recipient: person.email, locale, payload: { company: companyId } })
  }
  return { ok: true }
}
