import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { planRecipients } from '#app/features/projects/surveys/planning.server.ts'
import { openRound } from '#app/features/projects/surveys/rounds.server.ts'
import { RefusedNotice } from '#app/features/projects/surveys/ui/refused-notice.tsx'
import styles from '#app/features/projects/surveys/ui/surveys.module.css'
import { formData } from '#app/platform/form.server.ts'
import { isLocale, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openDeskRound(request, params)
  if (round.state !== 'draft') throw redirect(href)
  return { href, event: round.kind === 'event', planned: round.kind === 'event' ? [] : await planRecipients(db, round.rule) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { round, clerk, href } = await openDeskRound(request, params)
  const chosen = new Set((await formData(request)).getAll('party').map(String))
  const done = await transact((tx) => openRound(tx, clerk, round, chosen))
  return done.ok ? redirect(href) : data({ reason: done.reason }, 409)
}

const COLUMNS = ['party', 'project', 'contact', 'language', 'how'] as const

/** Who gets what, before anything is sent. */
export default function Opening() {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { href, event, planned } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t(event ? 'desk.open' : 'desk.preview')} actions={<a href={href}>{t('desk.backRound')}</a>}>
      <RefusedNotice reason={useActionData<typeof action>()?.reason} />
      {!event && <p>{planned.length > 0 ? t('desk.previewLead', { projects: new Set(planned.map(({ projectId }) => projectId)).size, parties: planned.length }) : t('desk.previewNone')}</p>}
      <form method="post">
        {planned.length > 0 && (
          <div className={styles.scroll}>
            <table className={`${styles.table} ${styles.cards}`}>
              <thead>
                <tr>
                  {COLUMNS.map((key) => (
                    <th key={key} scope="col">
                      {t(`desk.table.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {planned.map((one) => {
                  const name = named(one.name, locale).text
                  return (
                    <tr key={one.partyId}>
                      <td>
                        <label>
                          <input type="checkbox" name="party" value={one.partyId} defaultChecked aria-label={t('desk.tick', { party: name })} /> {name}
                        </label>
                      </td>
                      <td>{named(one.title, locale).text}</td>
                      <td className={styles.state}>{one.contact ? (one.contact.role ?? t('desk.contactSet')) : t('desk.noContact')}</td>
                      <td className={styles.state}>{t(`languages.${isLocale(one.locale) ? one.locale : 'ja'}`)}</td>
                      <td className={styles.state}>{t(`how.${one.how}`)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
        {(event || planned.length > 0) && <Button>{t('desk.open')}</Button>}
      </form>
    </DeskPage>
  )
}
