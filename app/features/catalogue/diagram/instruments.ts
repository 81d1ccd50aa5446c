import { d, disc, shape, stroke, type Pen } from './marks.ts'
import type { Placed, Stream } from './scene.ts'
import { pointsOf } from './streams.ts'

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const RADIUS = 11
const STEM = 16

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

interface Run extends Box {
  dry: boolean
}

function runsOf(streams: readonly Stream[]): Run[] {
  return streams.flatMap((stream) => {
    const points = pointsOf(stream)
    return points.slice(1).map(([x, y], i) => {
      const [fromX, fromY] = points[i]!
      return {
        dry: stream[0] === 'wire' || stream[0] === 'signal',
        left: Math.min(x, fromX) - 8,
        right: Math.max(x, fromX) + 8,
        top: Math.min(y, fromY) - 8,
        bottom: Math.max(y, fromY) + 8,
      }
    })
  })
}

/** Puts up to `wanted` instrument bubbles on level runs of streams, only where they cover nothing else. */
export function drawInstruments(
  pen: Pen,
  placed: readonly Placed[],
  streams: readonly Stream[],
  wanted: number,
): string {
  const taken: Box[] = placed.map(([, x, y, w, h]) => ({
    left: x - w / 2 - 4,
    right: x + w / 2 + 4,
    top: y - h / 2 - 10,
    bottom: y + h / 2 + 4,
  }))
  const lines = runsOf(streams)
  let drawn = ''
  let count = 0
  for (const run of lines) {
    if (count === wanted || run.dry || run.bottom - run.top > 16 || run.right - run.left < 46) continue
    const x = (run.left + run.right) / 2
    const y = (run.top + run.bottom) / 2
    for (const side of [-1, 1]) {
      const cy = y + side * (STEM + RADIUS)
      const box = { left: x - 14, right: x + 14, top: cy - 14, bottom: cy + 14 }
      const free =
        cy > 22 &&
        cy < 226 &&
        ![...taken, ...lines.filter((line) => line !== run)].some((other) => overlaps(box, other))
      if (!free) continue
      drawn +=
        shape(d`M${x} ${y + side * 4}v${side * (STEM - 4)}`) +
        disc(x, cy, RADIUS, pen.card) +
        stroke(d`M${x} ${cy + 3}l4 -7`, pen.ink, 2.5)
      taken.push(box)
      count++
      break
    }
  }
  return drawn
}
