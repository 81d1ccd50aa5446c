import { fieldScheme } from './diagram/fields.ts'
import { drawInstruments } from './diagram/instruments.ts'
import { d, patch, repeat, shape, stroke, type Pen } from './diagram/marks.ts'
import { penFor } from './diagram/palette.ts'
import { FLOOR, type Placed } from './diagram/scene.ts'
import { drawStreams } from './diagram/streams.ts'
import { beneathStreams, symbols } from './diagram/symbols.ts'
import { variationOf, type Variation } from './diagram/variation.ts'

function drawBackdrop(pen: Pen, { backdrop, offset }: Variation): string {
  const ground = patch('M0 0h400v300H0z', pen.paper)
  const soft = `fill="${pen.tint}" stroke="none" opacity=".6"/>`
  switch (backdrop) {
    case 'horizon':
      return `${ground}<path d="M0 ${160 + offset * 6}h400V300H0z" ${soft}`
    case 'disc':
      return `${ground}<circle cx="${130 + offset * 10}" cy="150" r="132" ${soft}`
    case 'grid': {
      const pitch = 40 + offset
      const lines = (length: number, each: (at: number) => string) =>
        repeat(Math.ceil(length / pitch) - 1, (i) => each((i + 1) * pitch))
      return ground + stroke(lines(400, (x) => d`M${x} 0v300`) + lines(300, (y) => d`M0 ${y}h400`), pen.tint, 1)
    }
    case 'panel': {
      const inset = 8 + offset
      return `${ground}<rect x="${inset}" y="${inset}" width="${400 - 2 * inset}" height="${300 - 2 * inset}" rx="18" ${soft}`
    }
  }
}

function drawPlaced(pen: Pen, [name, x, y, w, h, tone]: Placed): string {
  return `<g transform="translate(${x} ${y})">${symbols[name](pen, w, h, pen[tone ?? 'plain'])}</g>`
}

/**
 * Draws the process scheme of a field as an SVG document without words, for technologies that have no photograph.
 * The field, a top or child id of the taxonomy, chooses what is shown; the seed, a technology id, varies colours and
 * layout. The same input always gives the same bytes.
 */
export function drawDiagram({ field, seed }: { field: string; seed: string }): string {
  const { family, scene, instruments } = fieldScheme(field)
  const variation = variationOf(seed)
  const pen = penFor(family, variation.shift, variation.density)
  const end = scene.ends?.[variation.end % scene.ends.length]
  const placed = [...scene.symbols, ...(end?.symbols ?? [])]
  const streams = [...(scene.streams ?? []), ...(end?.streams ?? [])]
  const beneath = placed.filter(([name]) => beneathStreams.has(name))
  const above = placed.filter(([name]) => !beneathStreams.has(name))
  const mirrored = variation.mirrored && scene.mirror !== false
  const picture =
    (scene.floor === false ? '' : shape(`M20 ${FLOOR}H380`)) +
    beneath.map((part) => drawPlaced(pen, part)).join('') +
    drawStreams(pen, streams, variation.style) +
    above.map((part) => drawPlaced(pen, part)).join('') +
    drawInstruments(pen, placed, streams, instruments ? variation.bubbles : 0)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" fill="none" stroke="${pen.ink}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round">` +
    drawBackdrop(pen, variation) +
    (mirrored ? `<g transform="matrix(-1 0 0 1 400 0)">${picture}</g>` : picture) +
    '</svg>'
  )
}
