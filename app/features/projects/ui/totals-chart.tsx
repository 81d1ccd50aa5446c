import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { ColumnChart } from '#app/ui/chart.tsx'
import { named } from '../../catalogue/naming.ts'
import type { Round } from '../register.server.ts'

/** What was published about each round beside what is registered here; a round without a figure is a gap. */
export function TotalsChart({ rounds, registered }: { rounds: Round[]; registered: number }) {
  const { t, i18n } = useTranslation('projects')
  const locale = i18n.language as Locale
  const last = rounds.findLast((round) => round.cumulative !== null)
  return (
    <ColumnChart
      title={t('totals.title')}
      head={t('totals.head')}
      series={[
        { name: t('totals.announced'), kind: 'bar' },
        { name: t('totals.registered'), kind: 'bar' },
        { name: t('totals.cumulative'), kind: 'line' },
      ]}
      rows={rounds.map((round) => ({ label: String(round.round), values: [round.announced, round.registered || null, round.cumulative] }))}
      summary={last ? t('totals.summary', { round: last.round, total: last.cumulative, registered }) : t('totals.gap')}
    >
      <p>{t('totals.gap')}</p>
      <ul>
        {rounds
          .filter((round) => round.source)
          .map((round) => (
            <li key={round.round}>{t('totals.source', { round: round.round, source: named(round.source!, locale).text })}</li>
          ))}
      </ul>
    </ColumnChart>
  )
}
