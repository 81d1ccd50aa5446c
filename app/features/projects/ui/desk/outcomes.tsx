import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Facts } from '#app/ui/facts.tsx'
import type { DeskProject } from '../../desk/project.server.ts'
import styles from './desk.module.css'

/** Reports of what came of it, the newest first; claimed and verified apart. */
export function Outcomes({ outcomes }: { outcomes: DeskProject['outcomes'] }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const count = (n: number | null) => (n === null ? null : n.toLocaleString('en'))
  if (outcomes.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>{t('outcome.title')}</h2>
      {outcomes.map((one) => (
        <div key={one.id}>
          <h3>
            {formatDate(one.on, locale)} · {t(`projects:sources.${one.source}`)} · {t(one.verified ? 'outcome.isVerified' : 'outcome.isClaimed')}
          </h3>
          <Facts
            facts={[
              [t('outcome.kinds'), one.kinds.map((kind) => t(`projects:outcomeKinds.${kind}`)).join('、')],
              [t('outcome.amount'), one.amount && t(`projects:amounts.${one.amount}`)],
              [t('outcome.energySaved'), count(one.energySaved)],
              [t('outcome.co2Saved'), count(one.co2Saved)],
              [t('outcome.turnover'), one.turnover],
              [t('outcome.marketShare'), one.marketShare],
              [t('outcome.jobs'), count(one.jobs)],
              [t('outcome.newProducts'), count(one.newProducts)],
            ]}
          />
        </div>
      ))}
    </section>
  )
}
