import { eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import type { ReopenReason } from './choices.ts'
import { alreadyMoved, holdInquiry, moveInquiry, recordCase, type Moved } from './moving.server.ts'
import { say, tellBuyer } from './telling.server.ts'
import { settled } from './timing.server.ts'

export interface Reopening {
  reason: ReopenReason
  /** the buyer asked for it: without that a withdrawn case stays closed */
  atBuyersRequest: boolean
  /** what the buyer is told */
  body: string
}

/** An ended case → checking. What firms had answered before stays in the history and decides no more. */
export async function reopenInquiry(tx: Writer, clerk: Secretary, id: string, { reason, atBuyersRequest, body }: Reopening): Promise<Moved> {
  const before = await holdInquiry(tx, id)
  if (!before || before.erasedAt) return alreadyMoved
  const move = before.stage === 'withdrawn' ? 'reopen-withdrawn' : 'reopen'
  if (move === 'reopen-withdrawn' && !atBuyersRequest) return { ok: false, reason: 'not-requested' }
  const inquiry = await moveInquiry(tx, id, move, { closeReason: null, ownerId: before.ownerId ?? clerk.id })
  if (!inquiry) return alreadyMoved
  await tx.update(approaches).set({ earlier: true }).where(eq(approaches.inquiryId, id)).returning()
  await recordCase(tx, id, clerk.id, 'reopened', { reason, from: before.stage, requested: atBuyersRequest })
  const message = await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'buyer', kind: 'relay', body })
  if (message !== null) await tellBuyer(tx, inquiry, 'inquiry-relay', { message: String(message) })
  return settled(tx, id)
}
