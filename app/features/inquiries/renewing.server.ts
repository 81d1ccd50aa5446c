import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { inquiries, inquiryContacts } from '#db/schema/inquiries.ts'
import { privateLinks } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { openLink, renewLink } from '#app/platform/links.server.ts'
import { isLocale, type Locale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import type { Channel } from './choices.ts'
import { recordCase, subjectOf } from './moving.server.ts'
import { addressKey } from './opening.server.ts'

const RECEIPT_LASTS = days(730)

export interface Renewed {
  inquiryId: string
  ticket: string
  locale: Locale
  token: string
  mailed: boolean
}

/**
 * Issues a lost receipt link anew, where ticket number and contact belong together: the old address stops working. Null
 * when they do not; which of the two is wrong is not told.
 */
export async function renewReceipt(tx: Writer, clerk: Secretary, { ticket, channel, address }: { ticket: string; channel: Channel; address: string }): Promise<Renewed | null> {
  const [row] = await tx
    .select({ inquiry: inquiries, contact: inquiryContacts })
    .from(inquiries)
    .innerJoin(inquiryContacts, eq(inquiryContacts.inquiryId, inquiries.id))
    .where(and(eq(inquiries.ticket, ticket), eq(inquiryContacts.addressKey, addressKey(channel, address)), isNull(inquiryContacts.erasedAt)))
  if (!row) return null
  const { inquiry, contact } = row
  const expiresAt = new Date(now().getTime() + RECEIPT_LASTS)
  const [link, ...older] = await tx
    .select()
    .from(privateLinks)
    .where(and(eq(privateLinks.subject, inquiry.id), eq(privateLinks.purpose, 'receipt')))
    .orderBy(desc(privateLinks.createdAt), desc(privateLinks.id))
  for (const { id } of older) await tx.update(privateLinks).set({ revokedAt: now() }).where(and(eq(privateLinks.id, id), isNull(privateLinks.revokedAt))).returning()
  const token = link ? await renewLink(tx, link, expiresAt) : await openLink(tx, 'receipt', inquiry.id, expiresAt)
  await recordCase(tx, inquiry.id, clerk.id, 'receipt-renewed')
  const mailed = contact.channel === 'email'
  if (mailed) await queueLetter(tx, { kind: 'inquiry-renewed', subject: subjectOf(inquiry.id), recipient: contact.address, locale: inquiry.locale, payload: { inquiry: inquiry.id } })
  return { inquiryId: inquiry.id, ticket: inquiry.ticket, locale: isLocale(inquiry.locale) ? inquiry.locale : 'zh', token, mailed }
}
