import { eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import type { DeclineReason } from './choices.ts'
import { isCovered, keepOverride, leaksTowards, type Override } from './conversation/leak-check.server.ts'
import { alreadyMoved, holdApproach, holdOpenInquiry, moveApproach, moved, moveInquiry, recordCase, type Moved } from './moving.server.ts'
import { isAlive } from './stages.ts'
import { dropTasks } from './tasks.server.ts'
import { say, tellOffice } from './telling.server.ts'
import { settled } from './timing.server.ts'

/** The firm on its private page, or a secretary who heard it by phone. */
export type Answerer = 'firm' | Secretary
const actorOf = (by: Answerer) => (by === 'firm' ? 'firm' : by.id)
const voiceOf = (by: Answerer, approachId: string) => ({ author: 'firm' as const, authorId: by === 'firm' ? null : by.id, audience: 'desk' as const, approachId })

/** What the desk writes down for a firm shows on the firm's page; what a firm writes itself arrives as it is. */
async function heardLeaks(tx: Writer, approachId: string, text: string, by: Answerer) {
  if (by === 'firm') return null
  const [approach] = await tx.select().from(approaches).where(eq(approaches.id, approachId))
  if (!approach) return null
  const towards = { inquiryId: approach.inquiryId, to: 'firm', companyId: approach.companyId } as const
  const found = await leaksTowards(tx, towards, [{ where: 'text', text }])
  return found && { towards, found }
}

/** forwarded → interested, with what the firm has to say to the question. */
export async function answerInterested(tx: Writer, approachId: string, body: string, by: Answerer, override: Override | null = null): Promise<Moved> {
  const heard = await heardLeaks(tx, approachId, body, by)
  if (heard && !isCovered(heard.found, override)) return heard.found
  const done = await moveApproach(tx, approachId, ['forwarded'], 'interested', {}, true)
  if (!done) return alreadyMoved
  await say(tx, done.inquiry.id, { ...voiceOf(by, approachId), kind: 'answer', body })
  await dropTasks(tx, done.inquiry.id, { kind: 'phone-firm', approachId })
  await recordCase(tx, done.inquiry.id, actorOf(by), 'interested', { approach: approachId, proxy: by !== 'firm' })
  if (heard && by !== 'firm') await keepOverride(tx, by, heard.towards, approachId, heard.found, override)
  if (by === 'firm') await tellOffice(tx, done.inquiry, 'interested')
  return settled(tx, done.inquiry.id)
}

/** forwarded → declined; the case goes back to the desk unless another firm is still being asked. */
export async function declineApproach(
  tx: Writer,
  approachId: string,
  { reason, body }: { reason: DeclineReason; body: string | null },
  by: Answerer,
  override: Override | null = null,
): Promise<Moved> {
  const heard = body ? await heardLeaks(tx, approachId, body, by) : null
  if (heard && !isCovered(heard.found, override)) return heard.found
  const done = await moveApproach(tx, approachId, ['forwarded'], 'declined', { declineReason: reason }, true)
  if (!done) return alreadyMoved
  if (body) await say(tx, done.inquiry.id, { ...voiceOf(by, approachId), kind: 'answer', body })
  await dropTasks(tx, done.inquiry.id, { kind: 'phone-firm', approachId })
  await recordCase(tx, done.inquiry.id, actorOf(by), 'declined', { approach: approachId, reason, proxy: by !== 'firm' })
  if (heard && by !== 'firm') await keepOverride(tx, by, heard.towards, approachId, heard.found, override)
  if (by === 'firm') await tellOffice(tx, done.inquiry, 'declined')
  return settled(tx, done.inquiry.id)
}

/** A question back, or something to add: nothing moves, the desk passes it on. */
export async function askBack(tx: Writer, approachId: string, body: string): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || !isAlive(held.approach.stage)) return alreadyMoved
  const message = await say(tx, held.inquiry.id, { ...voiceOf('firm', approachId), kind: 'question', body })
  if (message === null) return moved
  await recordCase(tx, held.inquiry.id, 'firm', 'firm-asked', { approach: approachId })
  await tellOffice(tx, held.inquiry, 'firm-asked')
  return moved
}

/** The buyer writes on the receipt page; where the desk had asked, the case goes on (needs-info → checking). */
export async function replyAsBuyer(tx: Writer, inquiryId: string, body: string): Promise<Moved> {
  const held = await holdOpenInquiry(tx, inquiryId)
  if (!held) return alreadyMoved
  const message = await say(tx, inquiryId, { author: 'buyer', audience: 'desk', kind: 'answer', body })
  if (message === null) return moved
  await moveInquiry(tx, inquiryId, 'reply')
  // A held case keeps its date, but returns to where the answer leads.
  if (held.heldFrom === 'needs-info') await tx.update(inquiries).set({ heldFrom: 'checking' }).where(eq(inquiries.id, inquiryId)).returning()
  await dropTasks(tx, inquiryId, { about: 'inquiry-question' })
  await recordCase(tx, inquiryId, 'buyer', 'replied')
  await tellOffice(tx, held, 'replied')
  return settled(tx, inquiryId)
}
