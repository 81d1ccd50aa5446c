import { scaleBand, scaleLinear } from 'd3-scale'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'

export interface Series {
  name: string
  kind: 'bar' | 'line'
}
export interface ChartRow {
  label: string
  /** one per series; null: not known, which is drawn as a gap */
  values: (number | null)[]
}

const WIDTH = 360
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

/** Columns along time, with lines over them on a scale of their own; drawn by the server, legible at 360 px. */
export function ColumnChart({ title, head, series, rows, summary, children }: Drawn) {
  const id = useId()
  const height = 190
  const [top, bottom, left, right] = [18, 168, 6, 354]
  const across = scaleBand<string>().domain(rows.map((row) => row.label)).range([left, right]).paddingInner(0.25).paddingOuter(0.1)
  const bars = series.flatMap(({ kind }, at) => (kind === 'bar' ? [at] : []))
  const lines = series.flatMap(({ kind }, at) => (kind === 'line' ? [at] : []))
  const most = (which: number[]) => Math.max(1, ...rows.flatMap((row) => which.map((at) => row.values[at] ?? 0)))
  const up = scaleLinear().domain([0, most(bars)]).range([bottom, top + 24])
  const upLine = scaleLinear().domain([0, most(lines)]).range([bottom, top])
  const wide = across.bandwidth() / Math.max(1, bars.length)
  const every = Math.ceil(rows.length / 16)
  return (
    <figure className={styles.chart}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
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
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
        <line x1={left} x2={right} y1={bottom} y2={bottom} className={styles.axis} />
        {rows.map(({ label, values }, at) => (
          <g key={label}>
            {bars.map((which, place) => {
              const value = values[which]
              if (value === null || value === undefined) return null
              const x = across(label)! + place * wide
              return (
                <g key={which}>
                  <rect x={x} y={up(value)} width={Math.max(2, wide - 1)} height={bottom - up(value)} className={TONES[place % 2]} />
                  {value > 0 && rows.length <= 16 && (
                    <text x={x + wide / 2} y={up(value) - 3} textAnchor="middle" className={styles.value} fontSize="9">
                      {value}
                    </text>
                  )}
                </g>
              )
            })}
            {at % every === 0 && (
              <text x={across(label)! + across.bandwidth() / 2} y={bottom + 14} textAnchor="middle" className={styles.tick}>
                {label}
              </text>
            )}
          </g>
        ))}
        {lines.map((which) => {
          const known = rows.flatMap(({ label, values }) => {
            const value = values[which]
            return value === null || value === undefined ? [] : [{ x: across(label)! + across.bandwidth() / 2, y: upLine(value), value }]
          })
          return (
            <g key={which}>
              <polyline points={known.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles.line} />
              {known.map(({ x, y, value }) => (
                <g key={x}>
                  <circle cx={x} cy={y} r="3" className={styles.dot} />
                  {rows.length <= 16 && (
                    <text x={x} y={y - 6} textAnchor="middle" className={styles.value}>
                      {value}
                    </text>
                  )}
                </g>
              ))}
            </g>
          )
        })}
      </svg>
      <p id={`${id}-summary`}>{summary}</p>
      <TableBehind head={head} series={series} rows={rows} />
      {children}
    </figure>
  )
}

/** Categories with one number each, the label above its bar, so that long names stay whole on a phone. */
export function BarChart({ title, head, series, rows, summary, children }: Drawn) {
  const id = useId()
  const { i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const along = scaleLinear().domain([0, most]).range([0, WIDTH - 52])
  const row = 16 + 12 * series.length
  return (
    <figure className={styles.chart}>
      <figcaption id={`${id}-title`}>{title}</figcaption>
      {series.length > 1 && (
        <ul className={styles.legend}>
          {series.map(({ name }, at) => (
            <li key={name}>
              <svg viewBox="0 0 14 14" aria-hidden="true">
                <rect x="1" y="2" width="12" height="10" className={TONES[at % 2]} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * (row + 6)}`} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
        {rows.map(({ label, values }, at) => (
          <g key={label} transform={`translate(0 ${at * (row + 6)})`}>
            <text x="0" y="11" className={styles.value}>
              {label}
            </text>
            {values.map((value, place) => (
              <g key={place}>
                <rect x="0" y={16 + place * 12} width={value === null ? 0 : Math.max(1, along(value))} height="10" className={TONES[place % 2]} />
                <text x={(value === null ? 0 : along(value)) + 5} y={25 + place * 12} className={styles.tick}>
                  {value === null ? '–' : number.format(value)}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      <p id={`${id}-summary`}>{summary}</p>
      <TableBehind head={head} series={series} rows={rows} />
      {children}
    </figure>
  )
}
