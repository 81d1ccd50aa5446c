import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { formatTime } from '#app/platform/locale.ts'
import { pendingLetters } from '#app/platform/mail.server.ts'
import { shownLetters, type ShownLetter } from '#app/platform/outbox.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import styles from './letters.module.css'

const SHOWN = 100

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const time = (at: Date | null) => at && formatTime(at, locale)
  const letters = await shownLetters(db, SHOWN)
  return {
    locale,
    waiting: await pendingLetters(db),
    letters: letters.map((letter) => ({ ...letter, createdAt: formatTime(letter.createdAt, locale), sentAt: time(letter.sentAt), nextAt: time(letter.nextAt) })),
  }
}

type Row = Omit<ShownLetter, 'createdAt' | 'sentAt' | 'nextAt'> & { createdAt: string; sentAt: string | null; nextAt: string | null }

export default function Letters() {
  const { t } = useTranslation(['accounts', 'inbox'])
  const { letters, waiting, locale } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('letters.title')} actions={<p>{waiting > 0 ? t('letters.waiting', { n: waiting }) : t('letters.noneWaiting')}</p>}>
      <p>{letters.length > 0 ? t('letters.lead', { n: letters.length }) : t('letters.none')}</p>
      {letters.length > 0 && (
        <RecordTable className={styles.letters}>
          <thead>
            <tr>
              {(['state', 'kind', 'subject', 'recipient', 'since', 'reply'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`letters.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.id} className={styles[letter.state]}>
                <td>
                  <State letter={letter} />
                </td>
                <td data-label={t('letters.kind')}>{t(`inbox:letterKind.${letter.kind}` as 'inbox:letterKind.inquiry-news', { defaultValue: letter.kind })}</td>
                <td data-label={t('letters.subject')}>
                  <Subject subject={letter.subject} locale={locale} />
                </td>
                <td data-label={t('letters.recipient')}>{letter.domain}</td>
                <td data-label={t('letters.since')}>{letter.createdAt}</td>
                <td data-label={t('letters.reply')}>{letter.reply ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      )}
    </DeskPage>
  )
}

function State({ letter }: { letter: Row }) {
  const { t } = useTranslation('accounts')
  return (
    <>
      <strong>{t(`letters.states.${letter.state}`)}</strong>
      {letter.state === 'sent' && <small>{t('letters.sentAt', { at: letter.sentAt })}</small>}
      {(letter.state === 'retrying' || letter.state === 'stuck') && <small>{t('letters.attempts', { n: letter.attempts, at: letter.nextAt })}</small>}
    </>
  )
}

function Subject({ subject, locale }: { subject: string; locale: string }) {
  const [kind, id = ''] = subject.split(':')
  return kind === 'inquiry' ? <a href={`/${locale}/desk/inquiries/${id}`}>{id.slice(0, 8)}</a> : <>{subject}</>
}
