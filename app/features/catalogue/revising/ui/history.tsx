import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import type { ListingEvent } from '../review.server.ts'
import { useLocale } from './both-names.tsx'
import styles from './review.module.css'

/** What happened, newest first, and who did it. */
export function History({ events }: { events: readonly ListingEvent[] }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  return (
    <ol className={styles.story}>
      {[...events].reverse().map(({ id, verb, codes, at, actor }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatTime(at, locale)}</time>
          {t(`verbs.${verb}` as 'verbs.listing-published', { defaultValue: verb })}
          {typeof codes.revision === 'number' && ` ${t('history.revision', { n: codes.revision })}`}
          {(codes.language === 'ja' || codes.language === 'zh') && ` ${t(`language.${codes.language}`)}`}
          {typeof codes.contacts === 'string' && ` ${t('history.contacts', { reason: t(`publication.reason.${codes.contacts}` as 'publication.reason.agreed') })}`}
          {typeof codes.way === 'string' && ` ${t(`waiver.ways.${codes.way}` as 'waiver.ways.phone')}`}
          <span className={styles.caption}>{actor ?? t('history.system')}</span>
        </li>
      ))}
    </ol>
  )
}
