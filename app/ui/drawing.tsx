import { scaleBand, scaleLinear } from 'd3-scale'

/** Class names of what is drawn: of the site's own style, or of a document that carries its style along. */
export type Look = Partial<Record<'axis' | 'tick' | 'value' | 'first' | 'second' | 'line' | 'dot', string>>

export interface Series {
  name: string
  kind: 'bar' | 'line'
}
export interface ChartRow {
  label: string
  /** one per series; null: not known, which is drawn as a gap */
  values: (number | null)[]
}
export interface Drawing {
  series: readonly Series[]
  rows: readonly ChartRow[]
  look: Look
  /** ids of the elements that name and describe it */
  title: string
  summary: string
}

const WIDTH = 360
const toneOf = (look: Look, at: number) => (at % 2 === 0 ? look.first : look.second)
const called = ({ title, summary }: Pick<Drawing, 'title' | 'summary'>) => ({ role: 'img', 'aria-labelledby': title, 'aria-describedby': summary })
/** Coordinates of one decimal, so that a drawing is the same text wherever it is made. */
const at1 = (n: number) => Math.round(n * 10) / 10

/** Columns along time, with lines over them on a scale of their own. */
export function Columns({ series, rows, look, ...ids }: Drawing) {
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
    <svg viewBox={`0 0 ${WIDTH} ${height}`} {...called(ids)}>
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={look.axis} />
      {rows.map(({ label, values }, at) => (
        <g key={label}>
          {bars.map((which, place) => {
            const value = values[which]
            if (value === null || value === undefined) return null
            const x = across(label)! + place * wide
            return (
              <g key={which}>
                <rect x={at1(x)} y={at1(up(value))} width={at1(Math.max(2, wide - 1))} height={at1(bottom - up(value))} className={toneOf(look, place)} />
                {value > 0 && rows.length <= 16 && (
                  <text x={at1(x + wide / 2)} y={at1(up(value) - 3)} textAnchor="middle" className={look.value} fontSize="9">
                    {value}
                  </text>
                )}
              </g>
            )
          })}
          {at % every === 0 && (
            <text x={at1(across(label)! + across.bandwidth() / 2)} y={bottom + 14} textAnchor="middle" className={look.tick}>
              {label}
            </text>
          )}
        </g>
      ))}
      {lines.map((which) => {
        const known = rows.flatMap(({ label, values }) => {
          const value = values[which]
          return value === null || value === undefined ? [] : [{ x: at1(across(label)! + across.bandwidth() / 2), y: at1(upLine(value)), value }]
        })
        return (
          <g key={which}>
            <polyline points={known.map(({ x, y }) => `${x},${y}`).join(' ')} className={look.line} />
            {known.map(({ x, y, value }) => (
              <g key={x}>
                <circle cx={x} cy={y} r="3" className={look.dot} />
                {rows.length <= 16 && (
                  <text x={x} y={at1(y - 6)} textAnchor="middle" className={look.value} fontSize="9">
                    {value}
                  </text>
                )}
              </g>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/** Categories with one number each, the label above its bar, so that long names stay whole on a phone. */
export function Bars({ series, rows, look, language, ...ids }: Drawing & { language: string }) {
  const number = new Intl.NumberFormat(language)
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const along = scaleLinear().domain([0, most]).range([0, WIDTH - 52])
  const row = 16 + 12 * series.length
  return (
    <svg viewBox={`0 0 ${WIDTH} ${rows.length * (row + 6)}`} {...called(ids)}>
      {rows.map(({ label, values }, at) => (
        <g key={label} transform={`translate(0 ${at * (row + 6)})`}>
          <text x="0" y="11" className={look.value}>
            {label}
          </text>
          {values.map((value, place) => (
            <g key={place}>
              <rect x="0" y={16 + place * 12} width={value === null ? 0 : at1(Math.max(1, along(value)))} height="10" className={toneOf(look, place)} />
              <text x={at1((value === null ? 0 : along(value)) + 5)} y={25 + place * 12} className={look.tick}>
                {value === null ? '–' : number.format(value)}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

/**
 * One small picture a category, all on one scale: how each goes through the same years. Rows are the categories, series
 * the years; nothing is told by colour alone.
 */
export function Panels({ series, rows, look, ...ids }: Drawing) {
  const [across, down, gap] = [WIDTH / 2, 96, 14]
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const [top, bottom] = [30, 76]
  const up = scaleLinear().domain([0, most]).range([bottom, top])
  const place = scaleBand<number>().domain(series.map((_, at) => at)).range([0, across - gap]).padding(0.2)
  const short = (name: string) => (series.length > 7 ? name.slice(-2) : name)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${Math.ceil(rows.length / 2) * down}`} {...called(ids)}>
      {rows.map(({ label, values }, at) => (
        <g key={label} transform={`translate(${(at % 2) * (across + gap / 2)} ${Math.floor(at / 2) * down})`}>
          <text x="0" y="12" className={look.value} fontWeight="600">
            {label}
          </text>
          <line x1="0" x2={across - gap} y1={bottom} y2={bottom} className={look.axis} />
          {series.map(({ name }, which) => {
            const value = values[which] ?? null
            const x = at1(place(which)! + place.bandwidth() / 2)
            return (
              <g key={name}>
                {value !== null && <rect x={at1(place(which)!)} y={at1(up(value))} width={at1(place.bandwidth())} height={at1(bottom - up(value))} className={look.first} />}
                <text x={x} y={value === null ? bottom - 4 : at1(up(value) - 3)} textAnchor="middle" className={look.value} fontSize="9">
                  {value === null ? '–' : value}
                </text>
                <text x={x} y={bottom + 12} textAnchor="middle" className={look.tick} fontSize="9">
                  {short(name)}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}
