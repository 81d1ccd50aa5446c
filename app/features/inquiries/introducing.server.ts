import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { technologies } from '#db/schema/catalogue.ts'
import { approaches, inquiryContacts, inquiryTechnologies, provisions } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { openLink } from '#app/platform/links.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { RefusalReason } from './choices.ts'
import { keepConsent, type Spoken } from './consenting.server.ts'
import { buyerFields, firmFields } from './masking.ts'
import { alreadyMoved, holdApproach, moveApproach, onHold, recordCase, settle, type Approach, type Moved } from './moving.server.ts'
import { dropTasks } from './tasks.server.ts'
import { contactOfApproach, tellBuyer, tellFirm, tellOffice } from './telling.server.ts'
import { countAnew, settled } from './timing.server.ts'

const ANSWER_LASTS = days(60)
export type Side = 'buyer' | 'firm'

/** interested → consenting: each side is asked, on its own page, whether it may be named to the other. */
export async function startConsent(tx: Writer, clerk: Secretary, approachId: string): Promise<Moved> {
  const done = await moveApproach(tx, approachId, ['interested'], 'consenting', { buyerConsentAt: null, firmConsentAt: null })
  if (!done) return alreadyMoved
  // A further link of the same page, so that the answer is not lost to the first one's expiry.
  await openLink(tx, 'answer', approachId, new Date(now().getTime() + ANSWER_LASTS))
  const buyerTold = await tellBuyer(tx, done.inquiry, 'inquiry-consent', { approach: approachId })
  await tellFirm(tx, done.approach, 'approach-consent')
  await recordCase(tx, done.inquiry.id, clerk.id, 'consent-asked', { approach: approachId, letter: buyerTold })
  return settled(tx, done.inquiry.id)
}

/** One side agrees to be named, on its page or by word of mouth (`spoken`); a second tap changes nothing. */
export async function giveConsent(tx: Writer, approachId: string, side: Side, locale: Locale, spoken: Spoken | null = null): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held) return alreadyMoved
  const column = side === 'buyer' ? approaches.buyerConsentAt : approaches.firmConsentAt
  const change = side === 'buyer' ? { buyerConsentAt: now() } : { firmConsentAt: now() }
  const [agreed] = await tx
    .update(approaches)
    .set(change)
    .where(and(eq(approaches.id, approachId), eq(approaches.stage, 'consenting'), isNull(column)))
    .returning()
  if (!agreed) return alreadyMoved
  const { inquiry } = held
  const both = Boolean(agreed.buyerConsentAt && agreed.firmConsentAt)
  if (both) await countAnew(tx, approachId)
  if (side === 'buyer') await dropTasks(tx, inquiry.id, { about: 'inquiry-consent', approachId })
  await keepConsent(tx, `approach:${approachId}`, side, locale, spoken)
  await recordCase(tx, inquiry.id, spoken?.clerk.id ?? side, 'consented', { approach: approachId, side, proxy: spoken !== null, how: spoken?.how ?? null })
  if (!spoken) await tellOffice(tx, inquiry, both ? 'both-consented' : 'consented')
  return settled(tx, inquiry.id)
}

/** consenting → refused: nothing was released; the case goes back to the desk unless another firm goes on. */
export async function refuseConsent(tx: Writer, approachId: string, side: Side, reason: RefusalReason, clerk: Secretary | null = null): Promise<Moved> {
  const done = await moveApproach(tx, approachId, ['consenting'], 'refused', { declineReason: reason }, true)
  if (!done) return alreadyMoved
  await dropTasks(tx, done.inquiry.id, { about: 'inquiry-consent', approachId })
  await recordCase(tx, done.inquiry.id, clerk?.id ?? side, 'refused', { approach: approachId, side, reason, proxy: clerk !== null })
  if (side === 'buyer') await tellFirm(tx, done.approach, 'approach-ended')
  if (!clerk) await tellOffice(tx, done.inquiry, 'refused')
  return settled(tx, done.inquiry.id)
}

/**
 * True unless every technology of this firm in the inquiry declares itself free of export control. An approach
 * without a listed technology counts as not assessed.
 */
export async function needsExportControl(db: Reader, approach: Pick<Approach, 'inquiryId' | 'companyId'>): Promise<boolean> {
  const rows = await db
    .select({ id: technologies.id })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .where(and(eq(inquiryTechnologies.inquiryId, approach.inquiryId), eq(technologies.companyId, approach.companyId)))
  const listed = await namesOfTechnologies(db, { ids: rows.map((row) => row.id) })
  return listed.length < rows.length || rows.length === 0 || listed.some((one) => one.exportControl !== 'not-controlled')
}

/**
 * consenting → introduced, with both consents and, where it applies, the export-control declaration seen. The letters
 * queued here are the only place where contacts travel; what was provided to whom is kept apart from the case.
 */
export async function introduce(tx: Writer, clerk: Secretary, approachId: string, seen: { exportControl: boolean }): Promise<Moved> {
  const held = await holdApproach(tx, approachId)
  if (!held || held.approach.stage !== 'consenting') return alreadyMoved
  if (held.inquiry.stage === 'on-hold') return onHold
  const contact = await contactOfApproach(tx, held.approach)
  if (!contact?.email) return { ok: false, reason: 'company-unreachable' }
  if (!seen.exportControl && held.approach.exportControlSeenBy === null && (await needsExportControl(tx, held.approach))) return { ok: false, reason: 'export-control' }
  const [approach] = await tx
    .update(approaches)
    .set({ stage: 'introduced', stageAt: now(), countedFrom: now(), reminded: 0, exportControlSeenBy: held.approach.exportControlSeenBy ?? (seen.exportControl ? clerk.id : null) })
    .where(and(eq(approaches.id, approachId), eq(approaches.stage, 'consenting'), isNotNull(approaches.buyerConsentAt), isNotNull(approaches.firmConsentAt)))
    .returning()
  if (!approach) return { ok: false, reason: 'consent-missing' }
  const inquiry = await settle(tx, held.inquiry)
  await tellFirm(tx, approach, 'approach-introduction')
  const buyerTold = await tellBuyer(tx, inquiry, 'inquiry-introduction', { approach: approachId })
  await keepProvisions(tx, clerk, approach, inquiry.ticket)
  await recordCase(tx, inquiry.id, clerk.id, 'introduced', { approach: approachId, exportControlSeen: approach.exportControlSeenBy !== null, letter: buyerTold })
  return settled(tx, inquiry.id)
}

async function keepProvisions(tx: Writer, clerk: Secretary, approach: Approach, ticket: string): Promise<void> {
  const contact = await contactOfApproach(tx, approach)
  const [buyer] = await tx.select({ channel: inquiryContacts.channel }).from(inquiryContacts).where(eq(inquiryContacts.inquiryId, approach.inquiryId))
  const toFirm = buyerFields.map((field) => (field === 'address' ? (buyer?.channel ?? field) : field))
  const toBuyer = firmFields.filter((field) => field === 'company' || Boolean(contact?.[field]))
  const common = { ticket, companyId: approach.companyId, at: now(), actor: clerk.id }
  await tx.insert(provisions).values([
    { ...common, toParty: 'firm' as const, fields: toFirm },
    { ...common, toParty: 'buyer' as const, fields: [...toBuyer] },
  ])
}
