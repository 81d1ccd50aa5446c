/** Lines on two logarithmic axes as an SVG of 360 by 320, legible on a phone, on a light ground whatever the page's. */
export interface Line {
  name: string
  points: readonly { x: number; y: number }[]
}

export interface Chart {
  title: string
  x: string
  y: string
  lines: readonly Line[]
  /** how a value of either axis is written */
  tickX(value: number): string
  tickY(value: number): string
}

const [WIDTH, HEIGHT] = [360, 320]
const PLOT = { left: 58, right: 246, top: 44, bottom: 274 }
const COLOURS = ['#1b6b45', '#b3261e', '#1f5fa8', '#8a5300', '#6b3fa0', '#44505c', '#a0246c']
const LABEL_HEIGHT = 14

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const at = (n: number) => n.toFixed(1)

/** The powers of ten around the values. */
function decades(values: readonly number[]): number[] {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9))
  return Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step))
}

const scale = (ticks: readonly number[], from: number, to: number) => {
  const [low, high] = [Math.log10(ticks[0]!), Math.log10(ticks.at(-1)!)]
  return (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from)
}

/** Moves labels apart, downwards first, then up again from the lower edge. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!)
  const placed = [...wanted]
  let least = PLOT.top
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, least)
    least = placed[index] + LABEL_HEIGHT
  }
  let most = PLOT.bottom + 4
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, most)
    most = placed[index] - LABEL_HEIGHT
  }
  return placed
}

export function drawChart(chart: Chart): string {
  const points = chart.lines.flatMap((line) => line.points)
  const ticksX = decades(points.map((point) => point.x))
  const ticksY = decades(points.map((point) => point.y))
  const x = scale(ticksX, PLOT.left, PLOT.right)
  const y = scale(ticksY, PLOT.bottom, PLOT.top)
  const labels = spread(chart.lines.map((line) => y(line.points.at(-1)!.y)))
  const grid = [
    ...ticksX.flatMap((value) => [
      `<path class="grid" d="M${at(x(value))} ${PLOT.top}V${PLOT.bottom}"/>`,
      `<text x="${at(x(value))}" y="${PLOT.bottom + 16}" text-anchor="middle">${escape(chart.tickX(value))}</text>`,
    ]),
    ...ticksY.flatMap((value) => [
      `<path class="grid" d="M${PLOT.left} ${at(y(value))}H${PLOT.right}"/>`,
      `<text x="${PLOT.left - 5}" y="${at(y(value) + 4)}" text-anchor="end">${escape(chart.tickY(value))}</text>`,
    ]),
  ]
  const lines = chart.lines.map((line, index) => {
    const colour = COLOURS[index % COLOURS.length]!
    const last = line.points.at(-1)!
    const places = line.points.map((point) => `${at(x(point.x))} ${at(y(point.y))}`)
    return [
      `<path class="line" stroke="${colour}"${index === 0 ? ' stroke-width="3.5"' : ''} d="M${places.join('L')}"/>`,
      ...line.points.map((point) => `<circle cx="${at(x(point.x))}" cy="${at(y(point.y))}" r="${index === 0 ? 4 : 3}" fill="${colour}"/>`),
      `<path class="leader" stroke="${colour}" d="M${at(x(last.x) + 5)} ${at(y(last.y))}L${PLOT.right + 14} ${at(labels[index]!)}"/>`,
      `<text x="${PLOT.right + 17}" y="${at(labels[index]! + 4)}" fill="${colour}" style="font-weight: ${index === 0 ? 700 : 600}">${escape(line.name)}</text>`,
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escape(chart.title)}">
<style>
text { font: 12px system-ui, "Segoe UI", Roboto, sans-serif; }
text:not([fill]) { fill: #2a3138; }
.grid { stroke: #d9dee2; stroke-width: 1; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.line[stroke-width] { stroke-width: 3.5; }
.leader { stroke-width: 1; stroke-dasharray: 2 2; fill: none; }
</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="10" y="18" style="font-weight: 700; font-size: 13px">${escape(chart.title)}</text>
<text x="10" y="34">${escape(chart.y)}</text>
${grid.join('\n')}
<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 34}" text-anchor="middle">${escape(chart.x)}</text>
${lines.join('\n')}
</svg>
`
}
