import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, erasureHolds, inquiries } from '#db/schema/inquiries.ts'
import type { Manager, Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import type { AttemptChannel } from '../choices.ts'
import { withdrawInquiry } from '../concluding.server.ts'
import { withdrawConsents } from '../consenting.server.ts'
import { alreadyMoved, holdInquiry, recordCase, subjectOf, type Moved } from '../moving.server.ts'
import { isOpen } from '../stages.ts'
import { eraseCase } from './erasing.server.ts'

/**
 * The buyer takes the consents back and wants everything erased: an open case ends, the firms hear that it is over, and
 * what was said and by whom is gone at once. A case that is kept for a dispute ends too, and is erased when that is over.
 * @param spoken who of the office took it down, and how it came
 */
export async function eraseAtRequest(tx: Writer, id: string, spoken: { clerk: Secretary; how: AttemptChannel } | null = null): Promise<Moved> {
  const before = await holdInquiry(tx, id)
  if (!before || before.erasedAt || before.erasureAskedAt) return alreadyMoved
  if (isOpen(before.stage)) await withdrawInquiry(tx, id, spoken?.clerk ?? null)
  else await endConsents(tx, id)
  const actor = spoken?.clerk.id ?? 'buyer'
  await tx.update(inquiries).set({ erasureAskedAt: now() }).where(and(eq(inquiries.id, id), isNull(inquiries.erasureAskedAt))).returning()
  await recordCase(tx, id, actor, 'erasure-asked', { proxy: spoken !== null, how: spoken?.how ?? null })
  await eraseCase(tx, id, actor, 'asked')
  return { ok: true }
}

async function endConsents(tx: Writer, id: string): Promise<void> {
  await withdrawConsents(tx, subjectOf(id))
  for (const approach of await tx.select({ id: approaches.id }).from(approaches).where(eq(approaches.inquiryId, id))) await withdrawConsents(tx, `approach:${approach.id}`)
}

/** Keeps a case beyond its time; false when it is kept already or there is nothing left to keep. */
export async function keepCase(tx: Writer, by: Manager, id: string, reason: string): Promise<boolean> {
  const inquiry = await holdInquiry(tx, id)
  if (!inquiry || inquiry.erasedAt) return false
  const [kept] = await tx.insert(erasureHolds).values({ inquiryId: id, reason, by: by.id, at: now() }).onConflictDoNothing().returning()
  if (kept) await recordCase(tx, id, by.id, 'kept-from-erasure')
  return kept !== undefined
}

/** Ends that; what the buyer had asked for meanwhile is done at once. */
export async function letGo(tx: Writer, by: Manager, id: string): Promise<boolean> {
  const inquiry = await holdInquiry(tx, id)
  const [gone] = await tx.delete(erasureHolds).where(eq(erasureHolds.inquiryId, id)).returning()
  if (!inquiry || !gone) return false
  await recordCase(tx, id, by.id, 'no-longer-kept')
  if (inquiry.erasureAskedAt) await eraseCase(tx, id, by.id, 'asked')
  return true
}
