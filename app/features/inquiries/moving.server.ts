import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import { aliveStages, isOpen, stageOf, startsOf, transition, type ApproachStage, type Move } from './stages.ts'

export type Inquiry = typeof inquiries.$inferSelect
export type Approach = typeof approaches.$inferSelect

export type Refusal = { ok: false; reason: 'already-moved' | 'company-unreachable' | 'export-control' | 'consent-missing' }
export type Moved = { ok: true } | Refusal
export const moved = { ok: true } as const
export const alreadyMoved = { ok: false, reason: 'already-moved' } as const

export const subjectOf = (inquiryId: string) => `inquiry:${inquiryId}`

/** One line of a case's history. */
export const recordCase = (tx: Writer, inquiryId: string, actor: string, verb: string, codes: Codes = {}) =>
  record(tx, subjectOf(inquiryId), actor, verb, codes)

/**
 * Moves an inquiry for which no firm decides, if it is still where the move starts.
 * Null: somebody was first.
 */
export async function moveInquiry(tx: Writer, id: string, move: Move, change: Partial<Inquiry> = {}): Promise<Inquiry | null> {
  const at = now()
  const [row] = await tx
    .update(inquiries)
    .set({ ...change, stage: transition(move).to, stageAt: at, updatedAt: at })
    .where(and(eq(inquiries.id, id), inArray(inquiries.stage, startsOf(move))))
    .returning()
  return row ?? null
}

/** Takes hold of a case until the transaction ends, so that two firms answering at once do not decide past each other. */
export async function holdInquiry(tx: Writer, id: string): Promise<Inquiry | null> {
  const [row] = await tx.update(inquiries).set({ updatedAt: now() }).where(eq(inquiries.id, id)).returning()
  return row ?? null
}

/** As `holdInquiry`, and only while the case is open. */
export async function holdOpenInquiry(tx: Writer, id: string): Promise<Inquiry | null> {
  const inquiry = await holdInquiry(tx, id)
  return inquiry && isOpen(inquiry.stage) ? inquiry : null
}

/** Holds the case that an approach belongs to. */
export async function holdApproach(tx: Writer, id: string): Promise<{ inquiry: Inquiry; approach: Approach } | null> {
  const [known] = await tx.select({ inquiryId: approaches.inquiryId }).from(approaches).where(eq(approaches.id, id))
  const inquiry = known ? await holdInquiry(tx, known.inquiryId) : null
  if (!inquiry) return null
  const [approach] = await tx.select().from(approaches).where(eq(approaches.id, id))
  return approach ? { inquiry, approach } : null
}

/** Moves one firm's approach, if it is still at one of `from`, and lets the approaches decide the inquiry's stage. */
export async function moveApproach(
  tx: Writer,
  id: string,
  from: readonly ApproachStage[],
  to: ApproachStage,
  change: Partial<Approach> = {},
): Promise<{ inquiry: Inquiry; approach: Approach } | null> {
  const held = await holdApproach(tx, id)
  if (!held) return null
  const [approach] = await tx
    .update(approaches)
    .set({ ...change, stage: to, stageAt: now() })
    .where(and(eq(approaches.id, id), inArray(approaches.stage, [...from])))
    .returning()
  return approach ? { inquiry: await settle(tx, held.inquiry), approach } : null
}

/** Writes the stage that the approaches decide. The case must be held. */
export async function settle(tx: Writer, inquiry: Inquiry): Promise<Inquiry> {
  const all = await tx.select({ stage: approaches.stage }).from(approaches).where(eq(approaches.inquiryId, inquiry.id))
  const stage = stageOf(all)
  if (!stage || stage === inquiry.stage) return inquiry
  const at = now()
  const [row] = await tx.update(inquiries).set({ stage, stageAt: at, updatedAt: at }).where(eq(inquiries.id, inquiry.id)).returning()
  return row!
}

/** Ends what is still under way with firms; returns those approaches, so that the firms can be told. */
export async function endApproaches(
  tx: Writer,
  inquiryId: string,
  to: 'closed' | 'answered',
  still: readonly ApproachStage[] = aliveStages,
): Promise<Approach[]> {
  return tx
    .update(approaches)
    .set({ stage: to, stageAt: now() })
    .where(and(eq(approaches.inquiryId, inquiryId), inArray(approaches.stage, [...still])))
    .returning()
}
