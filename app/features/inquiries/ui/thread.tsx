import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import { useReading } from './reading.ts'
import styles from './thread.module.css'

interface Said {
  id: number
  author: 'buyer' | 'firm' | 'desk' | 'system'
  body: string
  at: Date
}

/** What was said between the office and the reader of a private page, who is either the buyer or the firm. */
export function Thread({ messages, reader }: { messages: readonly Said[]; reader: 'buyer' | 'firm' }) {
  const { t } = useTranslation('inquiries')
  const locale = useReading()
  return (
    <ol className={styles.thread}>
      {messages.map((message) => {
        const own = message.author === reader
        return (
          <li key={message.id} className={own ? styles.own : undefined}>
            <div className={styles.head}>
              <strong>{own ? t(reader === 'buyer' ? 'receipt.you' : 'answer.you') : t('receipt.office')}</strong>
              <time dateTime={message.at.toISOString()}>{formatTime(message.at, locale)}</time>
            </div>
            <p className={styles.body}><Written text={message.body} /></p>
          </li>
        )
      })}
    </ol>
  )
}
