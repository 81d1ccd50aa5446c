import { eq } from 'drizzle-orm'
import type { i18n } from 'i18next'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches } from '#db/schema/inquiries.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { Letter, QueuedLetter } from '#app/platform/mail.server.ts'
import type { Inquiry } from './moving.server.ts'

/** What the words of a letter are made from. */
export interface Told {
  db: Reader
  letter: QueuedLetter
  locale: Locale
  inquiry: Inquiry
  t: i18n['t']
}

/** The letter's one link. Nothing secret is stored: it is made when the letter is delivered, and left out once it has expired. */
export async function linkToReceipt({ db, inquiry, locale, t }: Told, page = ''): Promise<Pick<Letter, 'link'>> {
  const token = await currentToken(db, 'receipt', inquiry.id)
  return token ? { link: { label: t('letters:inquiry.receiptLink'), url: `${env.originOf[locale]}/${locale}/receipts/${token}${page}` } } : {}
}

export async function linkToAnswer({ db, letter, locale, t }: Told, page = ''): Promise<Pick<Letter, 'link'>> {
  const token = await currentToken(db, 'answer', letter.payload.approach ?? '')
  return token ? { link: { label: t('letters:inquiry.answerLink'), url: `${env.originOf[locale]}/${locale}/answers/${token}${page}` } } : {}
}

export async function readApproachFor({ db, letter }: Told) {
  const [row] = await db
    .select({ approach: approaches, ja: companies.nameJa, zh: companies.nameZh })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(eq(approaches.id, letter.payload.approach ?? ''))
  return row ? { ...row.approach, company: { ja: row.ja, zh: row.zh } } : null
}
