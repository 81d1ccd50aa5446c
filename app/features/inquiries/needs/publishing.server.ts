import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { consents, needs } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { cancel } from '#app/platform/jobs.server.ts'
import { locales, type Locale } from '#app/platform/locale.ts'
import type { Spoken } from '../consenting.server.ts'
import { isCovered, keepOverride, leaksTowards, type Override } from '../conversation/leak-check.server.ts'
import { alreadyMoved, holdInquiry, holdOpenInquiry, recordCase, subjectOf, type Inquiry, type Moved } from '../moving.server.ts'
import { NOTICE_VERSION } from '../notice.ts'
import { dropTasks } from '../tasks.server.ts'
import { tellBuyer, tellOffice } from '../telling.server.ts'
import { settled } from '../timing.server.ts'
import { isClosingDay, needOf, type Need } from './drafting.server.ts'
import { closingKey, scheduleClosing, shut } from './ending.server.ts'
import { publicationHash } from './publication-words.server.ts'

const ofPublication = (inquiryId: string) => and(eq(consents.subject, subjectOf(inquiryId)), eq(consents.purpose, 'publication'), isNull(consents.withdrawnAt))

/** When the buyer agreed that exactly these words are published; null: not, or not to these. */
export async function agreedTo(db: Reader, need: Need): Promise<Date | null> {
  const [consent] = await db
    .select({ at: consents.at })
    .from(consents)
    .where(and(ofPublication(need.inquiryId), inArray(consents.textHash, locales.map((locale) => publicationHash(need, locale)))))
  return consent?.at ?? null
}

const drafted = async (tx: Writer, inquiryId: string): Promise<{ inquiry: Inquiry; need: Need } | null> => {
  const inquiry = await holdOpenInquiry(tx, inquiryId)
  const need = inquiry && (await needOf(tx, inquiryId))
  return inquiry && need?.state === 'draft' ? { inquiry, need } : null
}

/** Asks the buyer whether these words may be published, by letter or through a task to tell them. */
export async function askForPublication(tx: Writer, clerk: Secretary, inquiryId: string): Promise<Moved> {
  const held = await drafted(tx, inquiryId)
  if (!held || (await agreedTo(tx, held.need))) return alreadyMoved
  const [asked] = await tx.update(needs).set({ askedAt: now(), refusedAt: null }).where(and(eq(needs.id, held.need.id), isNull(needs.askedAt))).returning()
  if (!asked) return alreadyMoved
  const letter = await tellBuyer(tx, held.inquiry, 'inquiry-publication')
  await recordCase(tx, inquiryId, clerk.id, 'publication-asked', { letter })
  return settled(tx, inquiryId)
}

/**
 * The buyer agrees, on the receipt page or by word of mouth (`spoken`).
 * @param words the hash of what was shown: of other words than the present ones nobody has said yes
 */
export async function agreeToPublication(tx: Writer, inquiryId: string, words: string, locale: Locale, spoken: Spoken | null = null): Promise<Moved> {
  const held = await drafted(tx, inquiryId)
  const textHash = held && publicationHash(held.need, locale)
  if (!held || textHash !== words || (await agreedTo(tx, held.need))) return alreadyMoved
  await tx.insert(consents).values({
    subject: subjectOf(inquiryId), party: 'buyer', purpose: 'publication', noticeVersion: NOTICE_VERSION, locale, textHash,
    how: spoken?.how ?? null, takenBy: spoken?.clerk.id ?? null, at: spoken?.at ?? now(),
  })
  await tx.update(needs).set({ refusedAt: null }).where(eq(needs.id, held.need.id)).returning()
  await dropTasks(tx, inquiryId, { about: 'inquiry-publication' })
  await recordCase(tx, inquiryId, spoken?.clerk.id ?? 'buyer', 'publication-agreed', { proxy: spoken !== null, how: spoken?.how ?? null })
  if (!spoken) await tellOffice(tx, held.inquiry, 'publication-agreed')
  return settled(tx, inquiryId)
}

/** The buyer says no, or takes an earlier yes back: what is public disappears at once. */
export async function refusePublication(tx: Writer, inquiryId: string, clerk: Secretary | null = null): Promise<Moved> {
  const inquiry = await holdInquiry(tx, inquiryId)
  const need = inquiry && (await needOf(tx, inquiryId))
  if (!need || (need.state !== 'published' && need.refusedAt)) return alreadyMoved
  await tx.update(consents).set({ withdrawnAt: now() }).where(ofPublication(inquiryId)).returning()
  await tx.update(needs).set({ refusedAt: now(), state: need.state === 'published' ? 'closed' : need.state, closedAt: now() }).where(eq(needs.id, need.id)).returning()
  await cancel(tx, closingKey(need.id))
  await dropTasks(tx, inquiryId, { about: 'inquiry-publication' })
  await recordCase(tx, inquiryId, clerk?.id ?? 'buyer', 'publication-refused', { public: need.state === 'published', proxy: clerk !== null })
  if (!clerk) await tellOffice(tx, inquiry, 'publication-refused')
  return settled(tx, inquiryId)
}

/** What looks like a contact or a name in the words that would be public. */
export const leaksOfNeed = (db: Reader, need: Pick<Need, 'inquiryId' | 'titleJa' | 'titleZh' | 'textJa' | 'textZh'>) =>
  leaksTowards(db, { inquiryId: need.inquiryId, to: 'public' }, [need.titleJa, need.textJa, need.titleZh, need.textZh].map((text) => ({ where: 'text', text })))

/** draft → published: the buyer has agreed to these words, and nothing in them tells who it is. */
export async function publishNeed(tx: Writer, clerk: Secretary, inquiryId: string, override: Override | null = null): Promise<Moved> {
  const held = await drafted(tx, inquiryId)
  if (!held) return alreadyMoved
  const { need } = held
  if (!(await agreedTo(tx, need))) return { ok: false, reason: 'publication-consent' }
  if (!isClosingDay(need.closesOn)) return { ok: false, reason: 'closing-day' }
  const found = await leaksOfNeed(tx, need)
  if (found && !isCovered(found, override)) return found
  const at = now()
  await tx.update(needs).set({ state: 'published', publishedAt: at, updatedAt: at, closedAt: null }).where(eq(needs.id, need.id)).returning()
  await scheduleClosing(tx, need)
  await recordCase(tx, inquiryId, clerk.id, 'need-published', { until: need.closesOn })
  await keepOverride(tx, clerk, { inquiryId, to: 'public' }, null, found, override)
  return settled(tx, inquiryId)
}

/** published → draft, to be worded anew, or → closed: it was answered, or is not wanted any more. */
export async function takeNeedBack(tx: Writer, clerk: Secretary, inquiryId: string, to: 'draft' | 'closed'): Promise<Moved> {
  await holdInquiry(tx, inquiryId)
  if (!(await shut(tx, inquiryId, to))) return alreadyMoved
  await recordCase(tx, inquiryId, clerk.id, to === 'draft' ? 'need-unpublished' : 'need-closed')
  return settled(tx, inquiryId)
}
