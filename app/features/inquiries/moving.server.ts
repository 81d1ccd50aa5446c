import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import type { LeakRefusal } from './conversation/leak-check.server.ts'
import { aliveStages, isOpen, stageOf, startsOf, transition, type ApproachStage, type Move, type Stage } from './stages.ts'

export type Inquiry = typeof inquiries.$inferSelect
export type Approach = typeof approaches.$inferSelect

export type Refusal = LeakRefusal | { ok: false; reason: 'already-moved' | 'company-unreachable' | 'export-control' | 'consent-missing' | 'on-hold' | 'not-ahead' | 'not-requested' | 'publication-consent' | 'closing-day' }
export type Moved = { ok: true } | Refusal
export const moved = { ok: true } as const
export const alreadyMoved = { ok: false, reason: 'already-moved' } as const
export const onHold = { ok: false, reason: 'on-hold' } as const

export const subjectOf = (inquiryId: string) => `inquiry:${inquiryId}`

/** One line of a case's history. */
export const recordCase = (tx: Writer, inquiryId: string, actor: string, verb: string, codes: Codes = {}) =>
  record(tx, subjectOf(inquiryId), actor, verb, codes)

/** What a case takes with it into a new stage: nothing. Counts begin anew, a hold is over. */
export const freshStage = (stage: Stage) => {
  const at = now()
  return { stage, stageAt: at, updatedAt: at, countedFrom: at, reminded: 0, toldAt: null, heldFrom: null, heldAt: null, resumeAt: null, escalatedAt: null }
}
const freshApproach = (stage: ApproachStage) => {
  const at = now()
  return { stage, stageAt: at, countedFrom: at, reminded: 0, dueAt: null }
}

/**
 * Moves an inquiry for which no firm decides, if it is still where the move starts.
 * Null: somebody was first.
 */
export async function moveInquiry(tx: Writer, id: string, move: Move, change: Partial<Inquiry> = {}): Promise<Inquiry | null> {
  const [row] = await tx
    .update(inquiries)
    .set({ ...freshStage(transition(move).to as Stage), ...change })
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

/**
 * Moves one firm's approach, if it is still at one of `from`, and lets the approaches decide the inquiry's stage. While a
 * case is held, only what comes from outside (`heard`) is taken in.
 */
export async function moveApproach(
  tx: Writer,
  id: string,
  from: readonly ApproachStage[],
  to: ApproachStage,
  change: Partial<Approach> = {},
  heard = false,
): Promise<{ inquiry: Inquiry; approach: Approach } | null> {
  const held = await holdApproach(tx, id)
  if (!held || (held.inquiry.stage === 'on-hold' && !heard)) return null
  const [approach] = await tx
    .update(approaches)
    .set({ ...freshApproach(to), ...change })
    .where(and(eq(approaches.id, id), inArray(approaches.stage, [...from])))
    .returning()
  return approach ? { inquiry: await settle(tx, held.inquiry), approach } : null
}

/** Writes the stage that the approaches decide; a case on hold keeps waiting for its date. The row must be held. */
export async function settle(tx: Writer, inquiry: Inquiry): Promise<Inquiry> {
  if (inquiry.stage === 'on-hold') return inquiry
  const stage = stageOf(await decidingApproaches(tx, inquiry.id))
  if (!stage || stage === inquiry.stage) return inquiry
  const [row] = await tx.update(inquiries).set(freshStage(stage)).where(eq(inquiries.id, inquiry.id)).returning()
  return row!
}

/** The approaches of a case but for those that had ended before it was reopened. */
export const decidingApproaches = (tx: Writer, inquiryId: string) =>
  tx.select({ stage: approaches.stage }).from(approaches).where(and(eq(approaches.inquiryId, inquiryId), eq(approaches.earlier, false)))

/** Ends what is still under way with firms; returns those approaches, so that the firms can be told. */
export async function endApproaches(
  tx: Writer,
  inquiryId: string,
  to: 'closed' | 'answered',
  still: readonly ApproachStage[] = aliveStages,
): Promise<Approach[]> {
  return tx
    .update(approaches)
    .set(freshApproach(to))
    .where(and(eq(approaches.inquiryId, inquiryId), inArray(approaches.stage, [...still])))
    .returning()
}
