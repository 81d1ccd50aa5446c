import { and, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { openLink } from '#app/platform/links.server.ts'
import { alreadyMoved, holdApproach, holdInquiry, holdOpenInquiry, moved, moveInquiry, recordCase, settle, type Moved } from './moving.server.ts'
import { isAlive, mayMove } from './stages.ts'
import { firmContact, say, tellBuyer, tellFirm } from './telling.server.ts'

const ANSWER_LASTS = days(60)

/** received → checking: the first secretary who takes a case owns it. */
export async function takeInquiry(tx: Writer, clerk: Secretary, id: string): Promise<Moved> {
  const at = now()
  const [taken] = await tx
    .update(inquiries)
    .set({ stage: 'checking', ownerId: clerk.id, office: clerk.office, stageAt: at, updatedAt: at })
    .where(and(eq(inquiries.id, id), eq(inquiries.stage, 'received'), isNull(inquiries.ownerId)))
    .returning()
  if (!taken) return alreadyMoved
  await recordCase(tx, id, clerk.id, 'taken', { owner: clerk.id })
  return moved
}

/** checking → needs-info: a question to the buyer, answered on the receipt page. */
export async function askForMore(tx: Writer, clerk: Secretary, id: string, body: string): Promise<Moved> {
  const inquiry = await moveInquiry(tx, id, 'ask')
  if (!inquiry) return alreadyMoved
  const message = await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'buyer', kind: 'question', body })
  const told = await tellBuyer(tx, inquiry, 'inquiry-question', { message: String(message) })
  await recordCase(tx, id, clerk.id, 'asked', { letter: told })
  return moved
}

/** needs-info → checking without the buyer's page: the answer came by phone or WeChat, or is not needed any more. */
export async function resumeInquiry(tx: Writer, clerk: Secretary, id: string, heard: string | null): Promise<Moved> {
  if (!(await moveInquiry(tx, id, 'resume'))) return alreadyMoved
  if (heard) await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: heard })
  await recordCase(tx, id, clerk.id, 'resumed')
  return moved
}

/**
 * Asks one firm: the masked question goes out on a private link. Refused when the firm has nobody to write to, or
 * was asked already.
 */
export async function forwardInquiry(tx: Writer, clerk: Secretary, id: string, firm: { companyId: string; question: string }): Promise<Moved> {
  const inquiry = await holdInquiry(tx, id)
  if (!inquiry || !mayMove('forward', inquiry.stage)) return alreadyMoved
  const contact = await firmContact(tx, firm.companyId)
  if (!contact) return { ok: false, reason: 'company-unreachable' }
  const at = now()
  const [approach] = await tx
    .insert(approaches)
    .values({ inquiryId: id, companyId: firm.companyId, stage: 'forwarded', question: firm.question, contactId: contact.id, createdAt: at, stageAt: at })
    .onConflictDoNothing()
    .returning()
  if (!approach) return alreadyMoved
  await settle(tx, inquiry)
  await openLink(tx, 'answer', approach.id, new Date(at.getTime() + ANSWER_LASTS))
  await tellFirm(tx, approach, 'approach-question')
  await recordCase(tx, id, clerk.id, 'forwarded', { approach: approach.id, company: firm.companyId })
  return moved
}

export interface Relay {
  to: 'buyer' | 'firm'
  /** as edited or translated by the secretary */
  body: string
  /** the message it passes on, which stays as it was */
  original: number | null
}

/** Passes words of one side on to the other. */
export async function relayMessage(tx: Writer, clerk: Secretary, approachId: string, { to, body, original }: Relay): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || !isAlive(held.approach.stage) || !(await holdOpenInquiry(tx, held.inquiry.id))) return alreadyMoved
  const { inquiry, approach } = held
  const message = await say(tx, inquiry.id, { author: 'desk', authorId: clerk.id, audience: to, kind: 'relay', body, approachId, relayOf: original })
  if (message === null) return moved
  const about = { message: String(message) }
  const told = to === 'buyer' ? await tellBuyer(tx, inquiry, 'inquiry-relay', about) : await tellFirm(tx, approach, 'approach-relay', about)
  await recordCase(tx, inquiry.id, clerk.id, 'relayed', { to, approach: approachId, letter: told })
  return moved
}

/** A remark for colleagues; nobody outside the desk reads it. */
export async function addNote(tx: Writer, clerk: Secretary, id: string, body: string): Promise<Moved> {
  if (!(await holdInquiry(tx, id))) return alreadyMoved
  const note = await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body })
  if (note !== null) await recordCase(tx, id, clerk.id, 'noted')
  return moved
}
