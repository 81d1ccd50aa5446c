import { useTranslation } from 'react-i18next'
import { ColumnChart } from '#app/ui/chart.tsx'
import styles from './campaigns.module.css'

export interface CountsProps {
  scans: { total: number; days: number[] }
  /** the days of `scans.days`, as YYYY-MM-DD */
  dates: string[]
  devices: { device: string; n: number }[]
}

/** How often a code was opened: in figures, day by day, and with what. */
export function Counts({ scans, dates, devices }: CountsProps) {
  const { t, i18n } = useTranslation('campaigns')
  const number = new Intl.NumberFormat(i18n.language)
  const recent = scans.days.reduce((sum, day) => sum + day, 0)
  const figures = [
    [t('counts.total'), scans.total],
    [t('counts.recent', { n: dates.length }), recent],
    [t('counts.today'), scans.days.at(-1) ?? 0],
  ] as const
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{t('counts.title')}</h2>
      {scans.total === 0 ? (
        <p>{t('counts.none')}</p>
      ) : (
        <>
          <dl className={styles.figures}>
            {figures.map(([label, n]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{number.format(n)}</dd>
              </div>
            ))}
            {devices.map(({ device, n }) => (
              <div key={device}>
                <dt>{t(`counts.devices.${device as 'phone'}`)}</dt>
                <dd>{number.format(n)}</dd>
              </div>
            ))}
          </dl>
          <ColumnChart
            title={t('counts.chart')}
            head={t('counts.day')}
            series={[{ name: t('counts.scans'), kind: 'bar' }]}
            rows={dates.map((day, at) => ({ label: dayLabel(day, at), values: [scans.days[at] ?? 0] }))}
            summary={t('counts.summary', { n: dates.length, sum: number.format(recent) })}
          />
        </>
      )}
    </section>
  )
}

/** The month stands where it begins, so that the labels of a month have room side by side. */
function dayLabel(day: string, at: number): string {
  const [, month, date] = day.split('-').map(Number)
  return at === 0 || date === 1 ? `${month}/${date}` : String(date)
}
