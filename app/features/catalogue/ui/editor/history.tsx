import { useTranslation } from 'react-i18next'
import type { Overview } from '../../revising/overview.server.ts'
import styles from './editor.module.css'

/** What happened, in plain words; newest first. */
export function History({ events }: { events: Overview['history'] }) {
  const { t } = useTranslation(['editor', 'site'])
  return (
    <section className={styles.card}>
      <h2>{t('history.title')}</h2>
      <ol className={styles.history}>
        {events.map(({ at, verb, codes, who }, n) => (
          <li key={n}>
            <span className={styles.when}>{at}</span>{' '}
            {t([`history.verbs.${verb}` as 'history.verbs.other', 'history.verbs.other'])}
            {typeof codes.revision === 'number' && <span className={styles.when}> {t('history.revision', { n: codes.revision })}</span>}
            <span className={styles.when}> {who ? (who.office ? [t('site:office'), who.name].filter(Boolean).join(' ') : who.name) : t('history.system')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
