import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { inquiries, needs } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import { cancel, schedule } from '#app/platform/jobs.server.ts'
import { recordCase } from '../moving.server.ts'
import { isOpen } from '../stages.ts'

export const NEED_CLOSING = 'need-closing'
export const closingKey = (needId: string) => `${NEED_CLOSING}:${needId}`

/** When the last day is over in Japan. */
const endOf = (day: string) => new Date(Date.parse(`${day}T24:00:00+09:00`))

export const scheduleClosing = (tx: Writer, need: { id: string; inquiryId: string; closesOn: string }) =>
  schedule(tx, NEED_CLOSING, closingKey(need.id), endOf(need.closesOn), { inquiry: need.inquiryId }, `need:${need.id}`)

/** Takes what is public off the site; false when nothing was. */
export async function shut(tx: Writer, inquiryId: string, to: 'draft' | 'closed'): Promise<boolean> {
  const [need] = await tx
    .update(needs)
    .set({ state: to, closedAt: to === 'closed' ? now() : null, updatedAt: now() })
    .where(and(eq(needs.inquiryId, inquiryId), eq(needs.state, 'published')))
    .returning()
  if (need) await cancel(tx, closingKey(need.id))
  return Boolean(need)
}

/** A case that has ended asks the public no more. */
export async function closeWithCase(tx: Writer, inquiryId: string): Promise<void> {
  const [published] = await tx.select({ stage: inquiries.stage }).from(needs).innerJoin(inquiries, eq(inquiries.id, needs.inquiryId)).where(and(eq(needs.inquiryId, inquiryId), eq(needs.state, 'published')))
  if (!published || isOpen(published.stage)) return
  await shut(tx, inquiryId, 'closed')
  await recordCase(tx, inquiryId, 'system', 'need-closed')
}
