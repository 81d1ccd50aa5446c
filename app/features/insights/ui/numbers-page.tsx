import { useTranslation } from 'react-i18next'
import { offices } from '#db/schema/accounts.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { BarChart, ColumnChart } from '#app/ui/chart.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { reasonVerbs, steps } from '../brokering-numbers.ts'
import type { readNumbers } from '../brokering-numbers.server.ts'
import { writePeriod, type Period } from '../period.ts'
import { useNumberTables, type NumberTable } from './number-tables.ts'
import styles from './numbers-page.module.css'

type Numbers = Awaited<ReturnType<typeof readNumbers>>
const SPEEDS = ['firstAnswer', 'forward', 'introduction'] as const

/** The desk's numbers of a period: speed, way, and why not; every drawing has its table, every table goes into the CSV. */
export function NumbersPage({ period, numbers, years }: { period: Period; numbers: Numbers; years: { label: string; from: string; to: string }[] }) {
  const { t, i18n } = useTranslation(['numbers', 'casework'])
  const locale = i18n.language as Locale
  const here = `/${locale}/desk/numbers`
  const tables = useNumberTables(numbers)
  const { funnel, months } = numbers
  return (
    <DeskPage title={t('title')} actions={<a href={`/${locale}/desk/numbers.csv${writePeriod(period)}`}>{t('period.csv')}</a>}>
      <p>{t('lead')}</p>
      <form method="get" action={here} className={styles.period}>
        <TextField name="from" type="date" label={t('period.from')} defaultValue={period.from} />
        <TextField name="to" type="date" label={t('period.to')} defaultValue={period.to} />
        <Select name="office" label={t('period.office')} empty={t('period.all')} defaultValue={period.office ?? ''} options={offices.map((value) => ({ value, label: t(`casework:offices.${value}`) }))} />
        <Button>{t('period.send')}</Button>
      </form>
      <ul className={styles.years}>
        {years.map(({ label, from, to }) => (
          <li key={label}>
            <a href={here + writePeriod({ from, to, office: period.office })} aria-current={from === period.from && to === period.to ? 'true' : undefined}>
              {t('period.fiscal', { year: label })}
            </a>
          </li>
        ))}
      </ul>
      <p role="status">
        <strong>{t('total', { from: formatDate(period.from, locale), to: formatDate(period.to, locale), n: numbers.total })}</strong>
      </p>
      {numbers.total === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <h2>{t('speed.title')}</h2>
          <dl className={styles.speed}>
            {SPEEDS.map((name) => {
              const { days, n } = numbers.speed[name]
              return (
                <div key={name}>
                  <dt>{t(`speed.${name}`)}</dt>
                  <dd>
                    {days === null ? t('speed.none') : <strong>{t('speed.days', { n: days })}</strong>} {n > 0 && <span className={styles.small}>{t('speed.of', { n })}</span>}
                  </dd>
                </div>
              )
            })}
          </dl>
          <div className={styles.charts}>
            <BarChart
              title={t('funnel.title')}
              head={t('funnel.head')}
              series={[{ name: t('funnel.count'), kind: 'bar' }]}
              rows={steps.map((step) => ({ label: t(`funnel.steps.${step}`), values: [funnel[step]] }))}
              summary={t('funnel.summary', { received: funnel.received, forwarded: funnel.forwarded, introduced: funnel.introduced, agreed: funnel.agreed })}
            />
            <ColumnChart
              title={t('months.title')}
              head={t('months.head')}
              series={[
                { name: t('months.received'), kind: 'bar' },
                { name: t('months.introduced'), kind: 'bar' },
              ]}
              rows={months.map(({ key, received, introduced }) => ({ label: key.slice(2).replace('-', '/'), values: [received, introduced] }))}
              summary={t('months.summary', { received: numbers.total, introduced: months.reduce((sum, month) => sum + month.introduced, 0) })}
            />
          </div>
          {tables.filter(({ name }) => !reasonVerbs.some((verb) => verb === name)).map((table) => (
            <Table key={table.name} table={table} />
          ))}
          <p className={styles.small}>{t('lines.fieldNote')}</p>
          <h2>{t('reasons.title')}</h2>
          {tables.filter(({ name }) => reasonVerbs.some((verb) => verb === name)).map((table) => (
            <Table key={table.name} table={table} />
          ))}
        </>
      )}
    </DeskPage>
  )
}

function Table({ table: { title, head, rows } }: { table: NumberTable }) {
  const { t } = useTranslation('numbers')
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{title}</caption>
        {rows.length === 0 ? (
          <tbody>
            <tr>
              <th scope="row">{t('reasons.none')}</th>
            </tr>
          </tbody>
        ) : (
          <>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...cells]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, at) => (
                    <td key={at}>{cell ?? '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
    </div>
  )
}
