import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import type { Landing } from '../landing.server.ts'

/** The words of landing pages, and what a page fills them with. */
export function useLanding(landing?: Landing) {
  const { t, i18n } = useTranslation(['landing', 'catalogue'])
  const words = { field: landing?.field.name ?? '', industry: landing?.industry ? t(`industries.${landing.industry}`) : '', n: landing?.total ?? 0 }
  return { t, locale: i18n.language as Locale, words }
}
