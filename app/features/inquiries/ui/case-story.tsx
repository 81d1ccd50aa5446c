import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import type { Case } from '../case.server.ts'
import { CaseEvent, useFirmOf } from './case-event.tsx'
import { useReading } from './reading.ts'
import styles from './case-page.module.css'

type Message = Case['messages'][number]
type Letter = Case['letters'][number]

/** What happened stands above what was said and sent with it: all was written in one transaction, some milliseconds apart. */
const second = (at: Date) => Math.floor(at.getTime() / 1000)

/** The buyer's first words stand above, as what the case is about. */
export const isOpening = (message: Message) => message.author === 'buyer' && message.kind === 'question'

/** History, words and letters in one line of time. Words of the office's own are grey. */
export function CaseStory({ opened }: { opened: Case }) {
  const first = opened.messages.find(isOpening)
  const entries = [
    ...opened.events.map((event) => ({ key: `e${event.id}`, at: event.at, place: 0, line: <CaseEvent event={event} opened={opened} /> })),
    ...opened.messages.filter((message) => message !== first).map((message) => ({ key: `m${message.id}`, at: message.at, place: 1, line: <MessageLine message={message} opened={opened} /> })),
    ...opened.letters.map((letter) => ({ key: `l${letter.id}`, at: letter.createdAt, place: 2, line: <LetterLine letter={letter} /> })),
  ].sort((a, b) => second(a.at) - second(b.at) || a.place - b.place)
  return (
    <ol className={styles.story}>
      {entries.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ol>
  )
}

function LetterLine({ letter }: { letter: Letter }) {
  const { t } = useTranslation('inbox')
  const locale = useReading()
  const kind = t(`letterKind.${letter.kind}` as 'letterKind.inquiry-news', { defaultValue: letter.kind })
  return (
    <>
      <time dateTime={letter.createdAt.toISOString()}>{formatTime(letter.createdAt, locale)}</time>
      <span className={styles.letter}>{letter.failed ? t('story.failed', { kind }) : letter.sentAt ? t('story.sent', { kind, at: formatTime(letter.sentAt, locale) }) : t('story.waiting', { kind })}</span>
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
        <p className={`${styles.body} ${message.author === 'desk' ? styles.inside : ''}`}><Written text={message.body} /></p>
        {message.translation && <p className={`${styles.body} ${styles.inside}`}><Written text={message.translation} /></p>}
      </div>
      {message.kind !== 'note' && message.author !== 'system' && <TranslationLink message={message} inquiryId={opened.inquiry.id} />}
    </>
  )
}

function TranslationLink({ message, inquiryId }: { message: Message; inquiryId: string }) {
  const { t } = useTranslation('conversation')
  const locale = useReading()
  return (
    <a className={styles.translate} href={`/${locale}/desk/inquiries/${inquiryId}/messages/${message.id}/translation`}>
      {t(message.translation ? 'translation.change' : 'translation.write')}
    </a>
  )
}

/** What the case is about, in the buyer's own words, with the office's translation beside them. */
export function OpeningWords({ opened }: { opened: Case }) {
  const { t } = useTranslation('inbox')
  const first = opened.messages.find(isOpening)
  const lang = opened.inquiry.locale === 'zh' ? 'zh-Hans' : 'ja'
  return (
    <>
      <div className={first?.translation ? styles.pair : undefined}>
        <div>
          {first?.translation && <small>{t('story.original')}</small>}
          <p className={styles.message} lang={lang}>
            {opened.inquiry.message}
          </p>
        </div>
        {first?.translation && (
          <div>
            <small>{t('story.translation')}</small>
            <p className={styles.message} lang={lang === 'ja' ? 'zh-Hans' : 'ja'}>
              {first.translation}
            </p>
          </div>
        )}
      </div>
      {first && <TranslationLink message={first} inquiryId={opened.inquiry.id} />}
    </>
  )
}
