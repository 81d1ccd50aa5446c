import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { env } from '#app/platform/env.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'

export type FirmNews =
  | 'listing-published' | 'listing-returned' | 'listing-rejected' | 'listing-translated' | 'listing-unpublished' | 'listing-deleted' | 'listing-restored'
  | 'listing-expiring' | 'listing-hidden' | 'company-published' | 'company-returned'
export type OfficeNews = 'listing-submitted' | 'listing-signed-off' | 'listing-sent-back' | 'listing-unpublished' | 'listing-deleted' | 'company-submitted'
type Payload = Record<string, string>

/** The people of a firm who get its letters. */
export const peopleOf = (db: Reader, companyId: string) =>
  db
    .select()
    .from(users)
    .where(and(eq(users.companyId, companyId), eq(users.role, 'registrant'), isNotNull(users.confirmedAt), isNull(users.disabledAt)))

/** A letter to everybody of a firm, each in their language. */
export async function tellFirmPeople(tx: Writer, companyId: string, kind: FirmNews, payload: Payload): Promise<void> {
  for (const person of await peopleOf(tx, companyId)) {
    await queueLetter(tx, { kind, subject: `company:${companyId}`, recipient: person.email, locale: person.locale, payload: { company: companyId, ...payload } })
  }
}

/** A letter to the office. */
export async function tellOffice(tx: Writer, kind: OfficeNews, payload: Payload): Promise<void> {
  const subject = payload.technology ? `technology:${payload.technology}` : `company:${payload.company}`
  await queueLetter(tx, { kind: `office-${kind}`, subject, recipient: env.officeMail, locale: 'ja', payload })
}
