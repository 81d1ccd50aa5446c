import { useTranslation } from 'react-i18next'
import { formatTime, htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import { attemptChannels } from '../choices.ts'
import type { TaskToDo } from '../tasks.server.ts'
import { Chip } from './chip.tsx'
import { nameFor, useReading } from './reading.ts'
import styles from './task-page.module.css'

export interface TaskPageProps {
  task: TaskToDo
  ticket: string
  href: string
  told: { words: string; path: string | null; locale: Locale }
  country: 'JP' | 'CN'
  /** the moment at the office, as a form field writes it */
  now: string
  kept: Kept | null
}

/** Something to do by phone or WeChat: what to say, to whom, and what came of it. */
export function TaskPage({ task, ticket, href, told, country, now, kept }: TaskPageProps) {
  const { t } = useTranslation(['casework', 'site'])
  const locale = useReading()
  const title = [t(`tasks.kind.${task.kind}`), task.firm && nameFor(task.firm, locale)].filter(Boolean).join(locale === 'ja' ? ': ' : '：')
  return (
    <Sheet title={title} lead={t(`tasks.about.${task.about}` as 'tasks.about.inquiry-relay')} back={{ href, label: ticket }}>
      {task.doneAt ? (
        <Notice role="status">
          <p>{t(task.doneBy === 'system' ? 'tasks.overtaken' : 'tasks.gone')}</p>
        </Notice>
      ) : (
        <p>
          {t('due.at', { at: formatTime(task.dueAt, locale) })}
        </p>
      )}
      <section className={styles.say}>
        <h2 id="words">{t('tasks.words')}</h2>
        <p>{t('tasks.wordsHint')}</p>
        <div className={styles.words}>
          <textarea readOnly rows={6} lang={htmlLang[told.locale]} aria-labelledby="words" defaultValue={told.words} />
          {told.path && <img src={`${told.path}/qr.png`} width="140" height="140" alt={`${ticket} ${t('tasks.qr')}`} />}
        </div>
        <form method="post" action={`${href}/tasks/${task.id}/contact`}>
          <Button tone="quiet">{t('tasks.contact')}</Button>
          <p>{t('tasks.contactNote')}</p>
        </form>
      </section>
      <h2>{t('tasks.attempts')}</h2>
      {task.attempts.length === 0 && <p>{t('tasks.noAttempt')}</p>}
      <ul className={styles.attempts}>
        {task.attempts.map((attempt) => (
          <li key={attempt.id}>
            <time dateTime={attempt.at.toISOString()}>{formatTime(attempt.at, locale)}</time> {t(`attempt.${attempt.channel}`)}{' '}
            <Chip tone={attempt.reached ? 'good' : 'ours'}>{t(attempt.reached ? 'tasks.attemptReached' : 'tasks.attemptMissed')}</Chip> <Written text={attempt.name} />
            {attempt.note && <p><Written text={attempt.note} /></p>}
          </li>
        ))}
      </ul>
      {!task.doneAt && (
        <form method="post" noValidate>
          {task.about === 'inquiry-question' && <p>{t('tasks.lapseNote')}</p>}
          <Choices name="channel" label={t('tasks.channel')} required kept={kept} options={attemptChannels.map((one) => ({ value: one, label: t(`attempt.${one}`) }))} />
          <TextField name="at" type="datetime-local" label={t('tasks.at')} hint={t('tasks.atHint', { zone: t(`tasks.zone.${country}`) })} required defaultValue={now} kept={kept} />
          <Choices name="reached" label={t('tasks.reached')} required kept={kept} options={[{ value: 'yes', label: t('tasks.yes') }, { value: 'no', label: t('tasks.no') }]} />
          <TextArea name="note" label={t('tasks.note')} rows={3} maxLength={2000} kept={kept} />
          <Button>{t('tasks.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}
