import type { Writer } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { alreadyMoved, holdApproach, holdOpenInquiry, moveApproach, moved, moveInquiry, recordCase, type Moved } from './moving.server.ts'
import type { DeclineReason } from './choices.ts'
import { isAlive } from './stages.ts'
import { say, tellOffice } from './telling.server.ts'

/** The firm on its private page, or a secretary who heard it by phone. */
export type Answerer = 'firm' | Secretary
const actorOf = (by: Answerer) => (by === 'firm' ? 'firm' : by.id)
const voiceOf = (by: Answerer, approachId: string) => ({ author: 'firm' as const, authorId: by === 'firm' ? null : by.id, audience: 'desk' as const, approachId })

/** forwarded → interested, with what the firm has to say to the question. */
export async function answerInterested(tx: Writer, approachId: string, body: string, by: Answerer): Promise<Moved> {
  const done = await moveApproach(tx, approachId, ['forwarded'], 'interested')
  if (!done) return alreadyMoved
  await say(tx, done.inquiry.id, { ...voiceOf(by, approachId), kind: 'answer', body })
  await recordCase(tx, done.inquiry.id, actorOf(by), 'interested', { approach: approachId, proxy: by !== 'firm' })
  if (by === 'firm') await tellOffice(tx, done.inquiry, 'interested')
  return moved
}

/** forwarded → declined; the case goes back to the desk unless another firm is still being asked. */
export async function declineApproach(
  tx: Writer,
  approachId: string,
  { reason, body }: { reason: DeclineReason; body: string | null },
  by: Answerer,
): Promise<Moved> {
  const done = await moveApproach(tx, approachId, ['forwarded'], 'declined', { declineReason: reason })
  if (!done) return alreadyMoved
  if (body) await say(tx, done.inquiry.id, { ...voiceOf(by, approachId), kind: 'answer', body })
  await recordCase(tx, done.inquiry.id, actorOf(by), 'declined', { approach: approachId, reason, proxy: by !== 'firm' })
  if (by === 'firm') await tellOffice(tx, done.inquiry, 'declined')
  return moved
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
  await recordCase(tx, inquiryId, 'buyer', 'replied')
  await tellOffice(tx, held, 'replied')
  return moved
}
