import type { Writer } from '#db/index.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import type { CloseReason, FailReason } from './choices.ts'
import { withdrawConsents } from './consenting.server.ts'
import { alreadyMoved, endApproaches, holdInquiry, moveApproach, moved, moveInquiry, recordCase, subjectOf, type Inquiry, type Moved } from './moving.server.ts'
import { mayMove, type Move } from './stages.ts'
import { say, tellBuyer, tellFirm, tellOffice } from './telling.server.ts'

/** introduced → in-dialogue: a first meeting or call took place. */
export async function markDialogue(tx: Writer, clerk: Secretary, approachId: string): Promise<Moved> {
  const done = await moveApproach(tx, approachId, ['introduced'], 'in-dialogue')
  if (!done) return alreadyMoved
  await recordCase(tx, done.inquiry.id, clerk.id, 'dialogue', { approach: approachId })
  return moved
}

export type Outcome = { result: 'agreed' } | { result: 'no-deal'; reason: FailReason }

/** The end of an introduction: agreed, or no deal with its reason. Firms asked beside it are told that it is over. */
export async function concludeApproach(tx: Writer, clerk: Secretary, approachId: string, outcome: Outcome, body: string): Promise<Moved> {
  const { result } = outcome
  const done = result === 'agreed'
    ? await moveApproach(tx, approachId, ['in-dialogue'], 'agreed')
    : await moveApproach(tx, approachId, ['introduced', 'in-dialogue'], 'no-deal', { outcomeReason: outcome.reason })
  if (!done) return alreadyMoved
  const { inquiry } = done
  const reason = result === 'no-deal' ? outcome.reason : null
  await recordCase(tx, inquiry.id, clerk.id, result === 'agreed' ? 'agreed' : 'failed', { approach: approachId, reason })
  if (result === 'agreed') {
    for (const other of await endApproaches(tx, inquiry.id, 'closed', ['forwarded', 'interested', 'consenting'])) await tellFirm(tx, other, 'approach-ended')
  }
  await tellEnding(tx, clerk, inquiry, body, 'outcome', approachId)
  return moved
}

/** The office answers itself, or the information asked for has been supplied: no introduction is wanted. */
export async function answerInquiry(tx: Writer, clerk: Secretary, id: string, body: string): Promise<Moved> {
  return end(tx, clerk, id, 'answer', 'answered', {}, body)
}

export async function closeInquiry(tx: Writer, clerk: Secretary, id: string, { reason, body }: { reason: CloseReason; body: string }): Promise<Moved> {
  return end(tx, clerk, id, 'close', 'closed', { closeReason: reason }, body)
}

async function end(tx: Writer, clerk: Secretary, id: string, move: Move, to: 'answered' | 'closed', change: Partial<Inquiry>, body: string): Promise<Moved> {
  const before = await holdInquiry(tx, id)
  if (!before || !mayMove(move, before.stage)) return alreadyMoved
  const inquiry = await moveInquiry(tx, id, move, { ...change, ownerId: before.ownerId ?? clerk.id })
  if (!inquiry) return alreadyMoved
  for (const approach of await endApproaches(tx, id, to)) await tellFirm(tx, approach, 'approach-ended')
  await recordCase(tx, id, clerk.id, to, { reason: inquiry.closeReason })
  await tellEnding(tx, clerk, inquiry, body, to === 'answered' ? 'answer' : 'outcome')
  return moved
}

async function tellEnding(tx: Writer, clerk: Secretary, inquiry: Inquiry, body: string, kind: 'answer' | 'outcome', approachId?: string): Promise<void> {
  const message = await say(tx, inquiry.id, { author: 'desk', authorId: clerk.id, audience: 'buyer', kind, body, approachId: approachId ?? null })
  if (message !== null) await tellBuyer(tx, inquiry, 'inquiry-ended', { message: String(message) })
}

/** The buyer takes an open inquiry back, and with it the consents: whoever was asked is told that it is over. */
export async function withdrawInquiry(tx: Writer, id: string): Promise<Moved> {
  const inquiry = await moveInquiry(tx, id, 'withdraw')
  if (!inquiry) return alreadyMoved
  for (const approach of await endApproaches(tx, id, 'closed')) {
    await tellFirm(tx, approach, 'approach-ended')
    await withdrawConsents(tx, `approach:${approach.id}`)
  }
  await withdrawConsents(tx, subjectOf(id))
  await recordCase(tx, id, 'buyer', 'withdrawn')
  await tellOffice(tx, inquiry, 'withdrawn')
  await tellBuyer(tx, inquiry, 'inquiry-withdrawn')
  return moved
}
