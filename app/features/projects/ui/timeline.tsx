import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Text } from '../../catalogue/ui/text.tsx'
import type { ProjectView } from '../register.server.ts'
import styles from './timeline.module.css'

type Event = ProjectView['events'][number]

/** What happened, the newest first, each with its date and where it is known from. */
export function Timeline({ events }: { events: Event[] }) {
  const { t, i18n } = useTranslation('projects')
  const locale = i18n.language as Locale
  const words = ({ verb, codes }: Event) =>
    t(`events.${verb}`, { status: codes.status ? t(`statuses.${codes.status as 'signed'}`) : '', name: String(codes[locale === 'ja' ? 'nameJa' : 'nameZh'] ?? codes.nameJa ?? codes.nameZh ?? '') })
  return (
    <section>
      <h2>{t('history')}</h2>
      <p>{t('historyLead')}</p>
      <ol className={styles.timeline}>
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <time dateTime={event.on}>{formatDate(event.on, locale)}</time>
            <p>{words(event)}</p>
            {(event.ja || event.zh) && (
              <p>
                <Text text={{ ja: event.ja, zh: event.zh }} />
              </p>
            )}
            <p className={styles.source}>{t('from', { source: t(`sources.${event.source}`) })}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
