import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companyContacts } from '#db/schema/catalogue.ts'
import { inquiryContacts, inquiryMessages } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { indexWords } from './inbox/words.server.ts'
import { openTask } from './tasks.server.ts'
import { subjectOf, type Approach, type Inquiry } from './moving.server.ts'

/** What the office is told of a case; the words are in letters.json under inquiry.news. */
export type News = 'received' | 'replied' | 'interested' | 'declined' | 'firm-asked' | 'consented' | 'both-consented' | 'refused' | 'withdrawn' | 'lapsed' | 'returned' | 'transferred' | 'offered' | 'publication-agreed' | 'publication-refused' | 'need-closed'
export type BuyerLetter = 'inquiry-release' | 'inquiry-receipt' | 'inquiry-question' | 'inquiry-relay' | 'inquiry-consent' | 'inquiry-introduction' | 'inquiry-ended' | 'inquiry-withdrawn' | 'inquiry-publication'
export type FirmLetter = 'approach-question' | 'approach-link' | 'approach-relay' | 'approach-consent' | 'approach-introduction' | 'approach-ended'
type Payload = Record<string, string>

/**
 * Queues a letter to the buyer. False when no letter reaches them: the office has to tell them by phone or WeChat, and
 * a task says so.
 */
export async function tellBuyer(tx: Writer, inquiry: Inquiry, kind: BuyerLetter, payload: Payload = {}): Promise<boolean> {
  const [contact] = await tx.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, inquiry.id))
  if (!contact || contact.erasedAt) return false
  if (contact.channel !== 'email') {
    // Who sent the form has seen the receipt; who withdraws knows.
    const known = kind === 'inquiry-withdrawn' || (kind === 'inquiry-receipt' && inquiry.origin === 'site')
    if (!known) await openTask(tx, inquiry, kind === 'inquiry-introduction' ? 'pass-contact' : 'tell-buyer', kind, payload.approach ?? null)
    return false
  }
  await queueLetter(tx, { kind, subject: subjectOf(inquiry.id), recipient: contact.address, locale: inquiry.locale, payload: { inquiry: inquiry.id, ...payload } })
  return true
}

/** The person of a firm who gets its letters: the first on record with an e-mail address. */
export async function firmContact(db: Reader, companyId: string) {
  const [contact] = await db
    .select()
    .from(companyContacts)
    .where(and(eq(companyContacts.companyId, companyId), isNotNull(companyContacts.email)))
    .orderBy(asc(companyContacts.createdAt), asc(companyContacts.id))
    .limit(1)
  return contact ?? null
}

export async function contactOfApproach(db: Reader, approach: { contactId: string | null; companyId: string }) {
  const [chosen] = await db.select().from(companyContacts).where(eq(companyContacts.id, approach.contactId ?? ''))
  return chosen ?? firmContact(db, approach.companyId)
}

/** Queues a letter to the firm's contact; false when there is none to write to. */
export async function tellFirm(tx: Writer, approach: Approach, kind: FirmLetter, payload: Payload = {}): Promise<boolean> {
  const contact = await contactOfApproach(tx, approach)
  if (!contact?.email) return false
  const about = { inquiry: approach.inquiryId, approach: approach.id, ...payload }
  await queueLetter(tx, { kind, subject: subjectOf(approach.inquiryId), recipient: contact.email, locale: contact.locale, payload: about })
  return true
}

/** Tells the office what happened in a case. */
export async function tellOffice(tx: Writer, inquiry: Inquiry, news: News): Promise<void> {
  const { email, locale } = await recipientOfNews(tx, inquiry)
  await queueLetter(tx, { kind: 'inquiry-news', subject: subjectOf(inquiry.id), recipient: email, locale, payload: { inquiry: inquiry.id, news } })
}

/** Who hears of a case: its owner, or the office as long as nobody owns it. */
export async function recipientOfNews(tx: Reader, inquiry: Inquiry): Promise<{ email: string; locale: string }> {
  const [owner] = await tx.select().from(users).where(and(eq(users.id, inquiry.ownerId ?? ''), isNull(users.disabledAt)))
  return owner ?? { email: env.officeMail, locale: 'ja' }
}

type Message = Pick<typeof inquiryMessages.$inferInsert, 'author' | 'authorId' | 'audience' | 'kind' | 'body' | 'approachId' | 'relayOf' | 'translation'>

/**
 * Keeps what was said; returns its id, or null when the same was said just before (a double tap).
 * The case must be held.
 */
export async function say(tx: Writer, inquiryId: string, message: Message): Promise<number | null> {
  const { author, audience, kind, body, approachId } = message
  const [last] = await tx
    .select()
    .from(inquiryMessages)
    .where(and(eq(inquiryMessages.inquiryId, inquiryId), eq(inquiryMessages.author, author), eq(inquiryMessages.audience, audience)))
    .orderBy(desc(inquiryMessages.id))
    .limit(1)
  if (last && last.body === body && last.kind === kind && last.approachId === (approachId ?? null)) return null
  const [row] = await tx.insert(inquiryMessages).values({ ...message, inquiryId, at: now() }).returning()
  await indexWords(tx, inquiryId)
  return row!.id
}
