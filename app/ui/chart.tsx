import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { Bars, Columns, Panels, type ChartRow, type Drawing, type Series } from './drawing.tsx'

const TONES = [styles.first, styles.second]

/** The same figures as a table, for whoever cannot see the drawing or wants to copy them. */
function TableBehind({ head, series, rows }: { head: string; series: readonly { name: string }[]; rows: readonly ChartRow[] }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <details className={styles.table}>
      <summary>{t('chart.table')}</summary>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {values.map((value, at) => (
                  <td key={at}>{value === null ? t('chart.unknown') : number.format(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

interface Drawn {
  title: string
  /** what the rows are, e.g. “round” */
  head: string
  series: readonly Series[]
  rows: readonly ChartRow[]
  /** a sentence that says what the drawing shows */
  summary: string
  children?: ReactNode
}

/** A drawing with its title, what its marks mean, a sentence that says it, and the same figures as a table. */
function Chart({ title, head, series, rows, summary, children, legend, draw }: Drawn & { legend: boolean; draw: (drawing: Drawing) => ReactNode }) {
  const id = useId()
  const bars = series.flatMap(({ kind }, at) => (kind === 'bar' ? [at] : []))
  return (
    <figure className={styles.chart}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      {legend && (
        <ul className={styles.legend}>
          {series.map(({ name, kind }, at) => (
            <li key={name}>
              <svg viewBox="0 0 14 14" aria-hidden="true">
                {kind === 'bar' ? <rect x="1" y="2" width="12" height="10" className={TONES[bars.indexOf(at) % 2]} /> : <path d="M0 7h14" className={styles.line} />}
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {draw({ series, rows, look: styles, title: `${id}-title`, summary: `${id}-summary` })}
      <p id={`${id}-summary`}>{summary}</p>
      <TableBehind head={head} series={series} rows={rows} />
      {children}
    </figure>
  )
}

/** Columns along time, with lines over them; drawn by the server, legible at 360 px. */
export const ColumnChart = (drawn: Drawn) => <Chart {...drawn} legend draw={(drawing) => <Columns {...drawing} />} />

/** Categories with one number each. */
export function BarChart(drawn: Drawn) {
  const { i18n } = useTranslation()
  return <Chart {...drawn} legend={drawn.series.length > 1} draw={(drawing) => <Bars {...drawing} language={i18n.language} />} />
}

/** Categories through the years, a small picture each: series are the years. */
export const PanelChart = (drawn: Drawn) => <Chart {...drawn} legend={false} draw={(drawing) => <Panels {...drawing} />} />
