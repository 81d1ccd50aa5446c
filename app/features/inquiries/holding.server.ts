import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { countryOf, momentAt } from './calendar/working-days.ts'
import type { HoldReason } from './choices.ts'
import { alreadyMoved, decidingApproaches, freshStage, holdInquiry, moveInquiry, recordCase, type Inquiry, type Moved } from './moving.server.ts'
import { aliveStages, mayMove, stageAfterHold } from './stages.ts'
import { say, tellOffice } from './telling.server.ts'
import { settled } from './timing.server.ts'

export interface Hold {
  reason: HoldReason
  /** the day (`YYYY-MM-DD`) on whose morning the case goes on by itself; in the future */
  until: string
  note: string | null
}

/** any open stage → on-hold: nothing is reminded of until the date. What firms and the buyer send meanwhile is taken in. */
export async function holdCase(tx: Writer, clerk: Secretary, id: string, { reason, until, note }: Hold): Promise<Moved> {
  const before = await holdInquiry(tx, id)
  if (!before || !mayMove('hold', before.stage)) return alreadyMoved
  const resumeAt = momentAt(until, '09:00', countryOf(before.office))
  if (!resumeAt || resumeAt <= now()) return { ok: false, reason: 'not-ahead' }
  const { countedFrom, reminded, toldAt, stage } = before
  const kept = { countedFrom, reminded, toldAt, heldFrom: stage, heldAt: now(), resumeAt, ownerId: before.ownerId ?? clerk.id }
  if (!(await moveInquiry(tx, id, 'hold', kept))) return alreadyMoved
  if (note) await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: note })
  await recordCase(tx, id, clerk.id, 'held', { reason, until, from: stage })
  return settled(tx, id)
}

/** on-hold → where it was left, or where firms have brought it meanwhile: by the clock, or earlier by a secretary. */
export async function returnCase(tx: Writer, id: string, by: Secretary | 'system'): Promise<Moved> {
  const held = await holdInquiry(tx, id)
  if (!held || held.stage !== 'on-hold' || !held.heldFrom) return alreadyMoved
  const stage = stageAfterHold(held.heldFrom, await decidingApproaches(tx, id))
  const pause = now().getTime() - (held.heldAt ?? now()).getTime()
  const counts = stage === held.heldFrom ? { countedFrom: later(held.countedFrom, pause), reminded: held.reminded, toldAt: later(held.toldAt, pause) } : {}
  const [inquiry] = await tx
    .update(inquiries)
    .set({ ...freshStage(stage), ...counts })
    .where(and(eq(inquiries.id, id), eq(inquiries.stage, 'on-hold')))
    .returning()
  if (!inquiry) return alreadyMoved
  await shiftApproaches(tx, held, pause)
  await recordCase(tx, id, by === 'system' ? 'system' : by.id, 'returned', { to: stage })
  if (by === 'system') await tellOffice(tx, inquiry, 'returned')
  return settled(tx, id)
}

const later = (at: Date | null, by: number) => at && new Date(at.getTime() + by)

/** The days of the hold do not count; what moved during it counts from the return. */
async function shiftApproaches(tx: Writer, held: Inquiry, pause: number): Promise<void> {
  const rows = await tx.select().from(approaches).where(and(eq(approaches.inquiryId, held.id), inArray(approaches.stage, [...aliveStages])))
  for (const { id, countedFrom, stageAt } of rows) {
    const from = countedFrom ?? stageAt
    const shifted = held.heldAt && from > held.heldAt ? now() : new Date(from.getTime() + pause)
    await tx.update(approaches).set({ countedFrom: shifted }).where(eq(approaches.id, id)).returning()
  }
}
