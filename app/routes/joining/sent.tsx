import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('joining:sent.title') },
  { name: 'robots', content: 'noindex' },
]

export default function Sent() {
  const { t, i18n } = useTranslation('joining')
  return (
    <Sheet title={t('sent.title')} lead={t('sent.lead')}>
      <p>{t('sent.missing')}</p>
      <LinkButton tone="quiet" href={`/${i18n.language}/join`}>
        {t('sent.again')}
      </LinkButton>
    </Sheet>
  )
}
