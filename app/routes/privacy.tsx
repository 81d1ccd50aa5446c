import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NOTICE_VERSION, noticeSections } from '#app/features/inquiries/notice.ts'
import { toldPurposes } from '#app/features/trust/retention.ts'
import { KeptHowLong } from '#app/features/trust/ui/kept-how-long.tsx'
import { env } from '#app/platform/env.server.ts'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction<typeof loader> = (asked) => headOf(asked, { title: i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja'].t('inquiries:notice.title') })

export const loader = () => ({ mail: env.privacyMail, periods: toldPurposes.map((purpose) => ({ purpose, days: env.retain[purpose] })) })

/** The whole notice, with how to withdraw; the form shows its purpose box and leads here. */
export const handle = { shared: meta }

export default function Privacy() {
  const { t } = useTranslation('inquiries')
  return (
    <Sheet title={t('notice.title')} lead={t('notice.lead')}>
      <Notice>
        <h2>{t('notice.box.title')}</h2>
        <p>{t('notice.box.text')}</p>
      </Notice>
      {noticeSections.map((name) => (
        <section key={name} id={name}>
          <h2>{t(`notice.sections.${name}.title`)}</h2>
          <p>{t(`notice.sections.${name}.text`)}</p>
        </section>
      ))}
      <KeptHowLong {...useLoaderData<typeof loader>()} />
      <p>{t('notice.version', { version: NOTICE_VERSION })}</p>
    </Sheet>
  )
}
