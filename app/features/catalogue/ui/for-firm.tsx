import { useTranslation } from 'react-i18next'
import type { Bilingual } from '#db/schema/catalogue.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { named } from '../naming.ts'

/** Reminds the office in whose place it acts. */
export function ForFirm({ name }: { name: Bilingual }) {
  const { t, i18n } = useTranslation('tables')
  return (
    <Notice tone="waiting">
      <p>{t('forFirm', { company: named(name, i18n.language as Locale).text })}</p>
    </Notice>
  )
}
