import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { templateUses } from '#db/schema/inquiries.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { listTemplates } from '#app/features/inquiries/conversation/templates.server.ts'
import { useReading } from '#app/features/inquiries/ui/reading.ts'
import styles from '#app/features/inquiries/ui/templates.module.css'
import { htmlLang, isLocale, locales } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  return { templates: (await listTemplates(db)).map(({ id, use, locale, title, version, disabledAt }) => ({ id, use, locale, title, version, disabled: disabledAt !== null })) }
}

export default function Templates() {
  const { t } = useTranslation('conversation')
  const locale = useReading()
  const { templates } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('templates.title')} actions={<LinkButton href={`/${locale}/desk/templates/new`}>{t('templates.add')}</LinkButton>}>
      <p>{t('templates.lead')}</p>
      {templateUses.map((use) => (
        <section key={use} aria-labelledby={use}>
          <h2 id={use}>{t(`templates.use.${use}`)}</h2>
          <div className={styles.languages}>
            {locales.map((language) => (
              <ul key={language} className={styles.list} aria-labelledby={`${use}-${language}`}>
                <li id={`${use}-${language}`} className={styles.language}>{t(`languages.${language}`)}</li>
                {templates
                  .filter((one) => one.use === use && one.locale === language)
                  .map((one) => (
                    <li key={one.id} className={one.disabled ? styles.off : undefined}>
                      <a href={`/${locale}/desk/templates/${one.id}`} lang={isLocale(one.locale) ? htmlLang[one.locale] : undefined}>
                        {one.title}
                      </a>
                      <small>{[t('templates.version', { n: one.version }), one.disabled ? t('templates.off') : ''].filter(Boolean).join(' · ')}</small>
                    </li>
                  ))}
              </ul>
            ))}
          </div>
        </section>
      ))}
    </DeskPage>
  )
}
