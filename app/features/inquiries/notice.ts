import { words, type Locale } from '#app/platform/locale.ts'

/** Raised whenever a word of the notice or of a consent changes; a test holds version and texts together. */
export const NOTICE_VERSION = '2026-11'

/** What can be agreed to: the form's two boxes, and each side's consent to be named to the other. */
export type Agreement = 'processing' | 'transfer' | 'buyer' | 'firm'

export const noticeSections = ['who', 'what', 'purpose', 'recipients', 'abroad', 'retention', 'rights', 'withdrawal', 'records'] as const

/** The whole text a reader agrees to, as one string: the notice, then the sentence beside the box. */
export function agreedText(agreement: Agreement, locale: Locale): string {
  const { notice } = words[locale].inquiries
  const sections = noticeSections.map((name) => `${notice.sections[name].title}\n${notice.sections[name].text}`)
  return [notice.title, ...sections, notice.box.title, notice.box.text, notice.agree[agreement]].join('\n\n')
}
