import sharp from 'sharp'
import { openCompositor, type Compositor } from '../lettering/setting.server.ts'
import { pathOf } from '../lettering/outlines.server.ts'
import { A4, type Mark, type Paper, type Part } from './paper.ts'

const WIDTH = 1080

/** The first page of a paper as PNG, 1080 pixels wide: what a phone can keep and pass on. */
export async function pictureOfPaper(paper: Paper): Promise<Buffer> {
  const compositor = await openCompositor()
  const drawn = (paper.pages[0] ?? []).map((part) => svgOf(part, compositor)).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" viewBox="0 0 ${A4.width} ${A4.height}"><path d="M0 0h${A4.width}v${A4.height}H0z" fill="#fff"/>${drawn}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png({ compressionLevel: 9, palette: true, quality: 90 }).toBuffer()
}

const svgOf = (part: Part, compositor: Compositor): string => part.marks.map((mark) => shape(mark, compositor)).join('') + (part.parts ?? []).map((inner) => svgOf(inner, compositor)).join('')

function shape(mark: Mark, compositor: Compositor): string {
  if (mark.kind === 'fill') return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" rx="${mark.radius ?? 0}" fill="${mark.colour}"/>`
  if (mark.kind === 'path') return `<path transform="translate(${mark.x} ${mark.y}) scale(${mark.unit})" d="${mark.d}" fill="${mark.colour}" shape-rendering="crispEdges"/>`
  if (mark.kind === 'image') {
    const type = mark.bytes[0] === 0x89 ? 'png' : 'jpeg'
    return `<image x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" href="data:image/${type};base64,${mark.bytes.toString('base64')}"/>`
  }
  return mark.lines.map((line) => `<path d="${pathOf(compositor, line, mark.size, mark.x, mark.y)}" fill="${mark.colour}"/>`).join('')
}
