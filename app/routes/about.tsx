import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('catalogue:about.title') })
}

export const handle = { shared: meta }

export default function About() {
  const { t, i18n } = useTranslation(['catalogue', 'flyers'])
  return (
    <Sheet title={t('about.title')}>
      <p>{t('about.p1')}</p>
      <p>
        <a href={`/${i18n.language}/flyer`}>{t('flyers:page.link')}</a>
      </p>
      <h2>{t('about.brokering')}</h2>
      <p>{t('about.p2')}</p>
      <h2>{t('about.orders')}</h2>
      <p>{t('about.p3')}</p>
      <h2>{t('about.demo')}</h2>
      <p>{t('about.p4')}</p>
    </Sheet>
  )
}
