import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { inquiryMessages } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { indexWords } from '../inbox/words.server.ts'
import { alreadyMoved, holdApproach, holdOpenInquiry, moved, recordCase, type Moved } from '../moving.server.ts'
import { isAlive } from '../stages.ts'
import { say, tellBuyer, tellFirm } from '../telling.server.ts'
import { settled } from '../timing.server.ts'
import { mustSeeExportControl, seeExportControl } from './export-control.server.ts'
import { outgoingOf, passOn, type PassedFile } from './files.server.ts'
import { isCovered, keepOverride, leaksTowards, type Override } from './leak-check.server.ts'

export interface Relay {
  to: 'buyer' | 'firm'
  /** as edited or translated by the secretary */
  body: string
  /** the same for the desk, in its other language */
  translation?: string | null
  /** the message it passes on, which stays as it was */
  original: number | null
  /** files that go with it, under the names the secretary gives them */
  files?: readonly PassedFile[]
  /** the export-control declaration was seen */
  exportControl?: boolean
  override?: Override | null
}

/**
 * Passes words and files of one side on to the other. What a firm says goes to the buyer only once somebody has looked
 * at the firm's export-control declaration; what looks like a contact goes nowhere without a decision.
 */
export async function relayMessage(tx: Writer, clerk: Secretary, approachId: string, relay: Relay): Promise<Moved> {
  const { to, body, original, files = [], override } = relay
  const held = await holdApproach(tx, approachId)
  if (!held || !isAlive(held.approach.stage) || !(await holdOpenInquiry(tx, held.inquiry.id))) return alreadyMoved
  const { inquiry, approach } = held
  const asksExportControl = to === 'buyer' && (await mustSeeExportControl(tx, approach))
  if (asksExportControl && !relay.exportControl) return { ok: false, reason: 'export-control' }
  const towards = { inquiryId: inquiry.id, to, companyId: approach.companyId }
  const found = await leaksTowards(tx, towards, [{ where: 'text', text: body }, ...(await outgoingOf(tx, inquiry.id, approachId, files))])
  if (found && !isCovered(found, override)) return found
  const message = await say(tx, inquiry.id, { author: 'desk', authorId: clerk.id, audience: to, kind: 'relay', body, approachId, relayOf: original, translation: relay.translation ?? null })
  if (message === null) return moved
  if (asksExportControl) await seeExportControl(tx, clerk, approach)
  const passed = await passOn(tx, clerk, { inquiryId: inquiry.id, approachId, to, messageId: message }, files)
  const about = { message: String(message) }
  const told = to === 'buyer' ? await tellBuyer(tx, inquiry, 'inquiry-relay', about) : await tellFirm(tx, approach, 'approach-relay', about)
  await recordCase(tx, inquiry.id, clerk.id, 'relayed', { to, approach: approachId, letter: told, files: passed })
  await keepOverride(tx, clerk, towards, approachId, found, override)
  return settled(tx, inquiry.id)
}

/** The desk's own reading of a message, beside the original; written again it replaces the earlier one. */
export async function translateMessage(tx: Writer, clerk: Secretary, inquiryId: string, messageId: number, translation: string): Promise<Moved> {
  const [done] = await tx
    .update(inquiryMessages)
    .set({ translation })
    .where(and(eq(inquiryMessages.id, messageId), eq(inquiryMessages.inquiryId, inquiryId), inArray(inquiryMessages.author, ['buyer', 'firm', 'desk'])))
    .returning()
  if (!done) return alreadyMoved
  await recordCase(tx, inquiryId, clerk.id, 'translated', { message: messageId })
  await indexWords(tx, inquiryId)
  return moved
}
