import { d, patch, shape, stroke, type Pen } from './marks.ts'
import type { Stream } from './scene.ts'

export type StreamStyle = 'solid' | 'walled' | 'beaded'

type Point = readonly [x: number, y: number]

export function pointsOf([, ...numbers]: Stream): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const)
}

function towards([x, y]: Point, [tx, ty]: Point, distance: number): Point {
  const length = Math.hypot(tx - x, ty - y) || 1
  const part = Math.min(distance, length / 2) / length
  return [x + (tx - x) * part, y + (ty - y) * part]
}

function rounded(points: readonly Point[]): string {
  let path = d`M${points[0]![0]} ${points[0]![1]}`
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i]!
    const before = towards([x, y], points[i - 1]!, 10)
    const after = towards([x, y], points[i + 1]!, 10)
    path += d`L${before[0]} ${before[1]}Q${x} ${y} ${after[0]} ${after[1]}`
  }
  const [x, y] = points.at(-1)!
  return path + d`L${x} ${y}`
}

const HEAD = 15

function arrowHead(points: readonly Point[]): { tip: string; neck: Point } {
  const [x, y] = points.at(-1)!
  const [fromX, fromY] = points.at(-2)!
  const length = Math.hypot(x - fromX, y - fromY) || 1
  const ux = (x - fromX) / length
  const uy = (y - fromY) / length
  const neck: Point = [x - ux * HEAD, y - uy * HEAD]
  return {
    neck,
    tip: d`M${x} ${y}L${neck[0] - uy * 10} ${neck[1] + ux * 10}L${neck[0] + uy * 10} ${neck[1] - ux * 10}z`,
  }
}

/** Draws all streams of one picture, one set of paths per kind. */
export function drawStreams(pen: Pen, streams: readonly Stream[], style: StreamStyle): string {
  const lines: Partial<Record<Stream[0], string>> = {}
  const tips: Partial<Record<Stream[0], string>> = {}
  for (const stream of streams) {
    const kind = stream[0]
    const points = pointsOf(stream)
    if (kind === 'wire' || kind === 'signal') {
      lines[kind] = (lines[kind] ?? '') + rounded(points)
      continue
    }
    const { tip, neck } = arrowHead(points)
    lines[kind] = (lines[kind] ?? '') + rounded([...points.slice(0, -1), neck])
    tips[kind] = (tips[kind] ?? '') + tip
  }
  const piped = (['plain', 'hot', 'cold'] as const).filter((kind) => lines[kind])
  const colour = (kind: (typeof piped)[number]) => (kind === 'plain' ? pen.ink : pen[kind].strong)
  const cores = style === 'solid' ? '' : piped.map((kind) => lines[kind]).join('')
  return (
    (lines.wire ? shape(lines.wire) : '') +
    (lines.signal ? `<path d="${lines.signal}" stroke-width="4" stroke-dasharray="1 8"/>` : '') +
    piped.map((kind) => stroke(lines[kind]!, colour(kind), 7)).join('') +
    (cores
      ? `<path d="${cores}" stroke="${pen.card}" stroke-width="2"${style === 'beaded' ? ' stroke-dasharray="1 11"' : ''}/>`
      : '') +
    piped.map((kind) => patch(tips[kind]!, colour(kind))).join('')
  )
}
