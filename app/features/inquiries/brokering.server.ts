import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { approaches, inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { openLink } from '#app/platform/links.server.ts'
import { isCovered, keepOverride, leaksTowards, type Override } from './conversation/leak-check.server.ts'
import { indexWords } from './inbox/words.server.ts'
import { alreadyMoved, freshStage, holdApproach, holdInquiry, moved, moveInquiry, recordCase, settle, type Approach, type Moved } from './moving.server.ts'
import { mayMove } from './stages.ts'
import { dropTasks } from './tasks.server.ts'
import { firmContact, say, tellBuyer, tellFirm } from './telling.server.ts'
import { countAnew, settled } from './timing.server.ts'

const ANSWER_LASTS = days(60)

/** received → checking: the first secretary who takes a case owns it. */
export async function takeInquiry(tx: Writer, clerk: Secretary, id: string): Promise<Moved> {
  const [known] = await tx.select({ office: inquiries.office }).from(inquiries).where(eq(inquiries.id, id))
  const [taken] = await tx
    .update(inquiries)
    .set({ ...freshStage('checking'), ownerId: clerk.id, office: clerk.office ?? known?.office ?? null })
    .where(and(eq(inquiries.id, id), eq(inquiries.stage, 'received'), isNull(inquiries.ownerId)))
    .returning()
  if (!taken) return alreadyMoved
  await recordCase(tx, id, clerk.id, 'taken', { owner: clerk.id })
  return settled(tx, id)
}

/** checking → needs-info: a question to the buyer, answered on the receipt page. */
export async function askForMore(tx: Writer, clerk: Secretary, id: string, body: string, override: Override | null = null): Promise<Moved> {
  const found = await leaksTowards(tx, { inquiryId: id, to: 'buyer' }, [{ where: 'text', text: body }])
  if (found && !isCovered(found, override)) return found
  const inquiry = await moveInquiry(tx, id, 'ask')
  if (!inquiry) return alreadyMoved
  const message = await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'buyer', kind: 'question', body })
  const told = await tellBuyer(tx, inquiry, 'inquiry-question', { message: String(message) })
  if (told) await tx.update(inquiries).set({ toldAt: inquiry.stageAt }).where(eq(inquiries.id, id)).returning()
  await recordCase(tx, id, clerk.id, 'asked', { letter: told })
  await keepOverride(tx, clerk, { inquiryId: id, to: 'buyer' }, null, found, override)
  return settled(tx, id)
}

/** needs-info → checking without the buyer's page: the answer came by phone or WeChat, or is not needed any more. */
export async function resumeInquiry(tx: Writer, clerk: Secretary, id: string, heard: string | null): Promise<Moved> {
  if (!(await moveInquiry(tx, id, 'resume'))) return alreadyMoved
  if (heard) await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body: heard })
  await dropTasks(tx, id, { about: 'inquiry-question' })
  await recordCase(tx, id, clerk.id, 'resumed')
  return settled(tx, id)
}

export const MOST_FIRMS = 10

/** As `forwardToFirms`, for one. */
export const forwardInquiry = (tx: Writer, clerk: Secretary, id: string, { companyId, ...sent }: { companyId: string; question: string; override?: Override | null }): Promise<Moved> =>
  forwardToFirms(tx, clerk, id, { companyIds: [companyId], ...sent })

/**
 * Asks firms, each on a private link of its own: the same masked question goes out to all of them or to none. Refused
 * when one of them has nobody to write to, or was asked already; what it answered before a case was reopened does not count.
 */
export async function forwardToFirms(tx: Writer, clerk: Secretary, id: string, { companyIds, question, override }: { companyIds: readonly string[]; question: string; override?: Override | null }): Promise<Moved> {
  const inquiry = await holdInquiry(tx, id)
  const firms = [...new Set(companyIds)].slice(0, MOST_FIRMS)
  if (!inquiry || !mayMove('forward', inquiry.stage) || firms.length === 0) return alreadyMoved
  const reached: { companyId: string; contactId: string }[] = []
  for (const companyId of firms) {
    const contact = await firmContact(tx, companyId)
    if (!contact) return { ok: false, reason: 'company-unreachable' }
    reached.push({ companyId, contactId: contact.id })
  }
  const [known] = await tx.select({ id: approaches.id }).from(approaches).where(and(eq(approaches.inquiryId, id), inArray(approaches.companyId, firms), eq(approaches.earlier, false))).limit(1)
  if (known) return alreadyMoved
  const towards = { inquiryId: id, to: 'firm', companyId: firms.length === 1 ? firms[0]! : null } as const
  const found = await leaksTowards(tx, towards, [{ where: 'text', text: question }])
  if (found && !isCovered(found, override)) return found
  let last = ''
  for (const firm of reached) last = await askFirm(tx, clerk, id, firm, question)
  await settle(tx, inquiry)
  await keepOverride(tx, clerk, towards, reached.length === 1 ? last : null, found, override)
  await indexWords(tx, id)
  return settled(tx, id)
}

/** One firm's approach, private link and letter. The case is held, and the firm was not asked yet. */
async function askFirm(tx: Writer, clerk: Secretary, id: string, { companyId, contactId }: { companyId: string; contactId: string }, question: string): Promise<string> {
  const at = now()
  const [approach] = await tx
    .insert(approaches)
    .values({ inquiryId: id, companyId, ...asked(question, contactId), createdAt: at })
    .onConflictDoUpdate({ target: [approaches.inquiryId, approaches.companyId], set: { ...asked(question, contactId), ...unanswered } })
    .returning()
  await openLink(tx, 'answer', approach!.id, new Date(at.getTime() + ANSWER_LASTS))
  await tellFirm(tx, approach!, 'approach-question')
  await recordCase(tx, id, clerk.id, 'forwarded', { approach: approach!.id, company: companyId })
  return approach!.id
}

const asked = (question: string, contactId: string) => ({ stage: 'forwarded' as const, question, contactId, stageAt: now(), countedFrom: now(), reminded: 0 })
const unanswered = { earlier: false, offered: false, declineReason: null, outcomeReason: null, buyerConsentAt: null, firmConsentAt: null, exportControlSeenBy: null } satisfies Partial<Approach>

/** A sign of life between the two sides: the count of silent days begins anew. */
export async function logProgress(tx: Writer, clerk: Secretary, approachId: string, body: string): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || held.approach.stage !== 'in-dialogue' || held.inquiry.stage === 'on-hold') return alreadyMoved
  const note = await say(tx, held.inquiry.id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body, approachId })
  if (note === null) return moved
  await countAnew(tx, approachId)
  await recordCase(tx, held.inquiry.id, clerk.id, 'progress', { approach: approachId })
  return settled(tx, held.inquiry.id)
}

/** A remark for colleagues; nobody outside the desk reads it. */
export async function addNote(tx: Writer, clerk: Secretary, id: string, body: string): Promise<Moved> {
  if (!(await holdInquiry(tx, id))) return alreadyMoved
  const note = await say(tx, id, { author: 'desk', authorId: clerk.id, audience: 'desk', kind: 'note', body })
  if (note !== null) await recordCase(tx, id, clerk.id, 'noted')
  return moved
}
