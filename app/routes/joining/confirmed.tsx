import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('joining:confirmed.title') },
  { name: 'robots', content: 'noindex' },
]

export default function Confirmed() {
  const { t, i18n } = useTranslation('joining')
  return (
    <Sheet title={t('confirmed.title')} lead={t('confirmed.lead')}>
      <LinkButton href={`/${i18n.language}/account/sign-in?next=${encodeURIComponent(`/${i18n.language}/account/waiting`)}`}>{t('confirmed.signIn')}</LinkButton>
    </Sheet>
  )
}
