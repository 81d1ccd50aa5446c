import { eq } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import type { CloseReason, FailReason } from './choices.ts'
import { isCovered, keepOverride, leaksTowards, type Override } from './conversation/leak-check.server.ts'
import { seeExportControl, unseenDeclarations } from './conversation/export-control.server.ts'
import { withdrawConsents } from './consenting.server.ts'
import { alreadyMoved, endApproaches, holdInquiry, moveApproach, moveInquiry, recordCase, subjectOf, type Inquiry, type Moved } from './moving.server.ts'
import { mayMove, type Move } from './stages.ts'
import { dropTasks } from './tasks.server.ts'
import { say, tellBuyer, tellFirm, tellOffice } from './telling.server.ts'
import { settled } from './timing.server.ts'

/** introduced → in-dialogue: a first meeting or call took place, as the office heard or one of the sides says. */
export async function markDialogue(tx: Writer, by: Secretary | 'buyer' | 'firm', approachId: string): Promise<Moved> {
  const outside = typeof by === 'string'
  const done = await moveApproach(tx, approachId, ['introduced'], 'in-dialogue', {}, outside)
  if (!done) return alreadyMoved
  await recordCase(tx, done.inquiry.id, outside ? by : by.id, 'dialogue', { approach: approachId })
  return settled(tx, done.inquiry.id)
}

export type Outcome = { result: 'agreed' } | { result: 'no-deal'; reason: FailReason }

/** The end of an introduction: agreed, or no deal with its reason. Firms asked beside it are told that it is over. */
export async function concludeApproach(tx: Writer, clerk: Secretary, approachId: string, outcome: Outcome, body: string, override: Override | null = null): Promise<Moved> {
  const { result } = outcome
  const [known] = await tx.select({ inquiryId: approaches.inquiryId }).from(approaches).where(eq(approaches.id, approachId))
  const towards = { inquiryId: known?.inquiryId ?? '', to: 'buyer' } as const
  const found = await leaksTowards(tx, towards, [{ where: 'text', text: body }])
  if (found && !isCovered(found, override)) return found
  const done = result === 'agreed'
    ? await moveApproach(tx, approachId, ['in-dialogue'], 'agreed')
    : await moveApproach(tx, approachId, ['introduced', 'in-dialogue'], 'no-deal', { outcomeReason: outcome.reason })
  if (!done) return alreadyMoved
  const { inquiry } = done
  const reason = result === 'no-deal' ? outcome.reason : null
  await dropTasks(tx, inquiry.id, { approachId })
  await recordCase(tx, inquiry.id, clerk.id, result === 'agreed' ? 'agreed' : 'failed', { approach: approachId, reason })
  await keepOverride(tx, clerk, towards, approachId, found, override)
  if (result === 'agreed') {
    for (const other of await endApproaches(tx, inquiry.id, 'closed', ['forwarded', 'interested', 'consenting'])) await tellFirm(tx, other, 'approach-ended')
    await dropTasks(tx, inquiry.id, { kind: 'phone-firm' })
    await dropTasks(tx, inquiry.id, { about: 'inquiry-consent' })
  }
  await tellEnding(tx, clerk.id, inquiry, body, 'outcome', approachId)
  return settled(tx, inquiry.id)
}

/** What a secretary has looked at and decided before words go out. */
export interface Sending {
  /** the export-control declaration was seen */
  exportControl?: boolean
  override?: Override | null
}

/** The office answers itself, or the information asked for has been supplied: no introduction is wanted. */
export async function answerInquiry(tx: Writer, clerk: Secretary, id: string, body: string, { exportControl = false, override = null }: Sending = {}): Promise<Moved> {
  const unseen = await unseenDeclarations(tx, id)
  if (unseen.length > 0 && !exportControl) return { ok: false, reason: 'export-control' }
  const done = await end(tx, clerk, id, 'answer', 'answered', {}, body, override)
  if (done.ok) for (const approach of unseen) await seeExportControl(tx, clerk, approach)
  return done
}

export async function closeInquiry(tx: Writer, clerk: Secretary, id: string, { reason, body, override = null }: { reason: CloseReason; body: string; override?: Override | null }): Promise<Moved> {
  return end(tx, clerk, id, 'close', 'closed', { closeReason: reason }, body, override)
}

async function end(tx: Writer, clerk: Secretary, id: string, move: Move, to: 'answered' | 'closed', change: Partial<Inquiry>, body: string, override: Override | null): Promise<Moved> {
  const before = await holdInquiry(tx, id)
  if (!before || !mayMove(move, before.stage)) return alreadyMoved
  const towards = { inquiryId: id, to: 'buyer' } as const
  const found = await leaksTowards(tx, towards, [{ where: 'text', text: body }])
  if (found && !isCovered(found, override)) return found
  const inquiry = await moveInquiry(tx, id, move, { ...change, ownerId: before.ownerId ?? clerk.id })
  if (!inquiry) return alreadyMoved
  for (const approach of await endApproaches(tx, id, to)) await tellFirm(tx, approach, 'approach-ended')
  await dropTasks(tx, id)
  await recordCase(tx, id, clerk.id, to, { reason: inquiry.closeReason })
  await keepOverride(tx, clerk, towards, null, found, override)
  await tellEnding(tx, clerk.id, inquiry, body, to === 'answered' ? 'answer' : 'outcome')
  return settled(tx, id)
}

/**
 * needs-info → lapsed, by the clock: the buyer was told and has not answered. A held case never gets here.
 * @param body what the buyer is told, in the buyer's language
 */
export async function lapseInquiry(tx: Writer, id: string, body: string): Promise<Moved> {
  const inquiry = await moveInquiry(tx, id, 'lapse', { closeReason: 'no-answer' })
  if (!inquiry) return alreadyMoved
  await dropTasks(tx, id)
  await recordCase(tx, id, 'system', 'lapsed')
  await tellEnding(tx, null, inquiry, body, 'outcome')
  await tellOffice(tx, inquiry, 'lapsed')
  return settled(tx, id)
}

async function tellEnding(tx: Writer, clerkId: string | null, inquiry: Inquiry, body: string, kind: 'answer' | 'outcome', approachId?: string): Promise<void> {
  const message = await say(tx, inquiry.id, { author: clerkId ? 'desk' : 'system', authorId: clerkId, audience: 'buyer', kind, body, approachId: approachId ?? null })
  if (message !== null) await tellBuyer(tx, inquiry, 'inquiry-ended', { message: String(message) })
}

/**
 * The buyer takes an open inquiry back, and with it the consents: whoever was asked is told that it is over.
 * @param clerk who took it down, where the buyer said so by phone or WeChat
 */
export async function withdrawInquiry(tx: Writer, id: string, clerk: Secretary | null = null): Promise<Moved> {
  const inquiry = await moveInquiry(tx, id, 'withdraw')
  if (!inquiry) return alreadyMoved
  for (const approach of await endApproaches(tx, id, 'closed')) {
    await tellFirm(tx, approach, 'approach-ended')
    await withdrawConsents(tx, `approach:${approach.id}`)
  }
  await withdrawConsents(tx, subjectOf(id))
  await dropTasks(tx, id)
  await recordCase(tx, id, clerk?.id ?? 'buyer', 'withdrawn', { proxy: clerk !== null })
  if (!clerk) await tellOffice(tx, inquiry, 'withdrawn')
  await tellBuyer(tx, inquiry, 'inquiry-withdrawn')
  return settled(tx, id)
}
