import type { Industry } from './industries.ts'
import { translator, type Locale } from '#app/platform/locale.ts'

export const landingPath = (locale: Locale, field: string, industry?: Industry | null) => `/${locale}/fields/${field}${industry ? `/${industry}` : ''}`

/** What people type who look for it: 钢铁行业余热回收利用. */
export function landingTitle(locale: Locale, field: string, industry: Industry | null): string {
  const t = translator(locale)
  return industry ? t('landing:title', { field, industry: t(`landing:industries.${industry}`) }) : t('landing:titleField', { field })
}
