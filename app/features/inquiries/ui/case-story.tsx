import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import type { Case } from '../case.server.ts'
import { nameFor, useReading } from './reading.ts'
import styles from './case-page.module.css'

type Event = Case['events'][number]
type Message = Case['messages'][number]

/** What happened stands above what was said with it: both were written in one transaction, some milliseconds apart. */
const second = (at: Date) => Math.floor(at.getTime() / 1000)

/** The buyer's first words stand above, as what the case is about. */
const isOpening = (message: Message) => message.author === 'buyer' && message.kind === 'question'

/** History and words in one line of time. Words of the office's own are grey. */
export function CaseStory({ opened }: { opened: Case }) {
  const entries = [
    ...opened.events.map((event) => ({ key: `e${event.id}`, at: event.at, event, message: null })),
    ...opened.messages.filter((message) => !isOpening(message)).map((message) => ({ key: `m${message.id}`, at: message.at, event: null, message })),
  ].sort((a, b) => second(a.at) - second(b.at) || Number(a.event === null) - Number(b.event === null))
  return (
    <ol className={styles.story}>
      {entries.map(({ key, event, message }) => (
        <li key={key}>{event ? <EventLine event={event} opened={opened} /> : <MessageLine message={message} opened={opened} />}</li>
      ))}
    </ol>
  )
}

function useFirmOf(opened: Case) {
  const locale = useReading()
  return (approachId: unknown) => {
    const approach = opened.approaches.find((one) => one.id === approachId)
    return approach ? nameFor(approach.company, locale) : null
  }
}

function EventLine({ event, opened }: { event: Event; opened: Case }) {
  const { t } = useTranslation('desk')
  const locale = useReading()
  const firm = useFirmOf(opened)(event.codes.approach)
  const actor = event.name ?? t(`inquiries.actor.${event.actor}` as 'inquiries.actor.buyer', { defaultValue: '' })
  return (
    <>
      <time dateTime={event.at.toISOString()}>{formatTime(event.at, locale)}</time>
      <strong>{t(`inquiries.event.${event.verb}` as 'inquiries.event.opened', { defaultValue: event.verb })}</strong> {[actor, firm].filter(Boolean).join(' / ')}
    </>
  )
}

function MessageLine({ message, opened }: { message: Message; opened: Case }) {
  const { t } = useTranslation(['desk', 'conversation'])
  const locale = useReading()
  const firm = useFirmOf(opened)(message.approachId)
  const author = message.author === 'firm' && firm ? firm : t(`inquiries.actor.${message.author}`)
  const to = message.audience === 'firm' && firm ? firm : t(`inquiries.actor.${message.audience}`)
  const direction = message.kind === 'note' ? t('inquiries.messageKind.note') : t('inquiries.case.said', { kind: t(`inquiries.messageKind.${message.kind}`), author, to })
  return (
    <>
      <time dateTime={message.at.toISOString()}>{formatTime(message.at, locale)}</time>
      {direction}
      <div className={message.translation ? styles.pair : undefined}>
        <p className={`${styles.body} ${message.author === 'desk' ? styles.inside : ''}`}>{message.body}</p>
        {message.translation && <p className={`${styles.body} ${styles.inside}`}>{message.translation}</p>}
      </div>
      {message.kind !== 'note' && message.author !== 'system' && (
        <a className={styles.translate} href={`/${locale}/desk/inquiries/${opened.inquiry.id}/messages/${message.id}/translation`}>
          {t(message.translation ? 'conversation:translation.change' : 'conversation:translation.write')}
        </a>
      )}
    </>
  )
}
