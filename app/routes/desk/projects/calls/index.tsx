import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { listCalls } from '#app/features/projects/candidates/rounds.server.ts'
import styles from '#app/features/projects/ui/desk/desk.module.css'
import { today } from '#app/platform/clock.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  return { calls: await listCalls(db), today: today() }
}

export default function Calls() {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const { calls, today } = useLoaderData<typeof loader>()
  const home = `/${locale}/desk/projects`
  return (
    <DeskPage title={t('calls.title')} actions={<div className={styles.acts}><LinkButton size="small" href={`${home}/calls/new`}>{t('calls.new')}</LinkButton><a href={home}>{t('back')}</a></div>}>
      <p>{t('calls.lead')}</p>
      {calls.length === 0 && <p>{t('calls.none')}</p>}
      <ul className={styles.party}>
        {calls.map(({ call, round }) => (
          <li key={call.id}>
            <a href={`${home}/calls/${call.id}`}>{named({ ja: round.nameJa, zh: round.nameZh }, locale).text}</a>
            <small>
              {t('calls.span', { from: formatDate(call.opensOn, locale), until: formatDate(call.closesOn, locale) })} · {t(today < call.opensOn ? 'calls.coming' : today > call.closesOn ? 'calls.closed' : 'calls.open')}
            </small>
            <span className={styles.links}>
              <a href={`${home}/rounds/${call.forum}`}>{t('calls.candidates')}</a>
              <a href={`/${locale}/projects/proposal`}>{t('calls.public')}</a>
            </span>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
