import type { Reader } from '#db/index.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { isLocale, translator, type Locale } from '#app/platform/locale.ts'
import type { DeskTask } from './tasks.server.ts'

const wordsOf = {
  'inquiry-receipt': 'receipt', 'inquiry-question': 'question', 'inquiry-relay': 'relay', 'inquiry-consent': 'consent', 'inquiry-ended': 'ended', 'inquiry-introduction': 'introduction',
  'inquiry-publication': 'publication',
} as const

/** What the office tells by phone or WeChat, in the language of who is told; a buyer's words lead to the receipt page. */
export async function wordsForTask(
  db: Reader,
  inquiry: { id: string; ticket: string; locale: string },
  task: Pick<DeskTask, 'kind' | 'about'>,
  firmLocale: Locale,
): Promise<{ words: string; path: string | null; locale: Locale }> {
  if (task.kind === 'phone-firm') return { words: translator(firmLocale)('casework:ready.firm', { ticket: inquiry.ticket }), path: null, locale: firmLocale }
  const locale = isLocale(inquiry.locale) ? inquiry.locale : 'zh'
  const about = wordsOf[task.about as keyof typeof wordsOf] ?? 'relay'
  const words = translator(locale)(`casework:ready.${about}`, { ticket: inquiry.ticket })
  const token = task.kind === 'tell-buyer' ? await currentToken(db, 'receipt', inquiry.id) : null
  const path = token && `/${locale}/receipts/${token}`
  return { words: path ? `${words}\n${env.originOf[locale]}${path}` : words, path, locale }
}
