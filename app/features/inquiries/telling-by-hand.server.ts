import type { Reader } from '#db/index.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import type { Case } from './case.server.ts'

/** What the office tells a buyer whom no letter reaches, in the buyer's language; null when a letter does. */
export async function wordsForBuyer(db: Reader, { inquiry, channel }: Pick<Case, 'inquiry' | 'channel'>): Promise<{ path: string; words: string } | null> {
  const token = channel === 'email' ? null : await currentToken(db, 'receipt', inquiry.id)
  if (!token) return null
  const locale = isLocale(inquiry.locale) ? inquiry.locale : 'zh'
  const path = `/${locale}/receipts/${token}`
  return { path, words: `${i18nOf[locale].t('desk:inquiries.case.tell.words', { ticket: inquiry.ticket })}\n${env.originOf[locale]}${path}` }
}
