import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import type { offices } from '#db/schema/accounts.ts'
import { users } from '#db/schema/accounts.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import type { EscalationReason } from './choices.ts'
import { alreadyMoved, freshStage, holdOpenInquiry, moved, recordCase, subjectOf, type Inquiry, type Moved } from './moving.server.ts'
import { say, tellOffice } from './telling.server.ts'
import { settled } from './timing.server.ts'

export interface Transfer {
  /** a person of the office; null leaves the owner */
  ownerId: string | null
  office: (typeof offices)[number] | null
  note: string | null
}

/**
 * Gives an open case to a colleague or another office; no stage moves but the first: a case that nobody has taken is
 * taken by whom it is given to. The new owner is told.
 */
export async function transferInquiry(tx: Writer, clerk: Secretary, id: string, { ownerId, office, note }: Transfer): Promise<Moved> {
  const before = await holdOpenInquiry(tx, id)
  if (!before) return alreadyMoved
  const owner = ownerId && (await colleague(tx, ownerId))
  if (ownerId && !owner) return alreadyMoved
  const inquiry = await handOver(tx, clerk, before, { ownerId: ownerId ?? before.ownerId, office: office ?? before.office })
  if (!inquiry) return moved
  if (note) await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: note })
  if (inquiry.ownerId && inquiry.ownerId !== clerk.id) await tellOffice(tx, inquiry, 'transferred')
  return settled(tx, id)
}

/** Somebody of the office who can be given a case. */
export async function colleague(db: Reader, id: string) {
  const [one] = await db.select().from(users).where(and(eq(users.id, id), inArray(users.role, ['secretary', 'manager']), isNull(users.disabledAt)))
  return one ?? null
}

/** Writes who has a case that is held, with its history; null when it is so already. Telling people is up to the caller. */
export async function handOver(tx: Writer, clerk: Secretary, before: Inquiry, change: Pick<Inquiry, 'ownerId' | 'office'>): Promise<Inquiry | null> {
  if (change.ownerId === before.ownerId && change.office === before.office) return null
  const taken = before.stage === 'received' && change.ownerId
  const [inquiry] = await tx.update(inquiries).set({ ...change, escalatedAt: null, ...(taken ? freshStage('checking') : {}) }).where(eq(inquiries.id, before.id)).returning()
  if (taken) await recordCase(tx, before.id, clerk.id, 'taken', { owner: change.ownerId })
  await recordCase(tx, before.id, clerk.id, 'transferred', { from: before.ownerId, to: change.ownerId, office: change.office })
  return inquiry!
}

/** Puts a case before the managers: said by a secretary, or by the clock (`clerkId` null). */
export async function escalate(tx: Writer, inquiry: Inquiry, clerkId: string | null, codes: Record<string, string>): Promise<void> {
  await tx.update(inquiries).set({ escalatedAt: now() }).where(eq(inquiries.id, inquiry.id)).returning()
  await recordCase(tx, inquiry.id, clerkId ?? 'system', 'escalated', codes)
  for (const { email, locale } of await managersFor(tx, inquiry.office)) {
    await queueLetter(tx, { kind: 'inquiry-reminder', subject: subjectOf(inquiry.id), recipient: email, locale, payload: { inquiry: inquiry.id, why: 'escalated', ...codes } })
  }
}

export async function escalateByHand(tx: Writer, clerk: Secretary, id: string, { reason, note }: { reason: EscalationReason; note: string }): Promise<Moved> {
  const inquiry = await holdOpenInquiry(tx, id)
  if (!inquiry) return alreadyMoved
  if ((await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: note })) === null) return moved
  await escalate(tx, inquiry, clerk.id, { reason })
  return moved
}

/** The managers of the case's office, else all of them; without any the office's own address. */
async function managersFor(tx: Reader, office: string | null): Promise<{ email: string; locale: string }[]> {
  const all = await tx.select().from(users).where(and(eq(users.role, 'manager'), isNull(users.disabledAt))).orderBy(asc(users.email))
  const own = all.filter((one) => one.office === office)
  const chosen = own.length > 0 ? own : all
  return chosen.length > 0 ? chosen.map(({ email, locale }) => ({ email, locale })) : [{ email: env.officeMail, locale: 'ja' }]
}
