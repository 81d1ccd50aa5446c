/** How a picture is written for pages: the best quality that fits, so that nobody waits for it on a weak line. */
import sharp from 'sharp'

/** `most`: bytes of a file of this size. */
const PAGE_SIZES = [
  { name: 'medium', box: { width: 800, height: 800, fit: 'inside', withoutEnlargement: true }, most: 36 * 1024 },
  { name: 'small', box: { width: 480, height: 480, fit: 'inside', withoutEnlargement: true }, most: 20 * 1024 },
  { name: 'card', box: { width: 336, height: 252, fit: 'cover', position: 'centre' }, most: 12 * 1024 },
]
const FORMATS = {
  avif: { qualities: [54, 42, 32], options: { effort: 2 } },
  webp: { qualities: [76, 60, 44], options: { effort: 4 } },
  jpg: { qualities: [78, 62, 46], options: { mozjpeg: true } },
}
const SHRINK = 0.75
const SMALLEST = 0.2

/**
 * Every page size in every format.
 * @param {() => import('sharp').Sharp} pixels
 * @param {(name: string, bytes: Buffer) => Promise<void>} keep
 */
export async function writeSizes(pixels, keep) {
  for (const { name, box, most } of PAGE_SIZES) {
    const { data, info } = await pixels().resize(box).raw().toBuffer({ resolveWithObject: true })
    const sized = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    for (const format of Object.keys(FORMATS)) await keep(`${name}.${format}`, await fitted(sized, info.width, format, most))
  }
}

/** Quality goes first, then pixels: a page shows the picture in a box of its own either way. */
async function fitted(sized, width, format, most) {
  const { qualities, options } = FORMATS[format]
  const encoded = (image, quality) => image.toFormat(format === 'jpg' ? 'jpeg' : format, { quality, ...options }).toBuffer()
  for (const quality of qualities) {
    const bytes = await encoded(sized(), quality)
    if (bytes.length <= most) return bytes
  }
  for (let scale = SHRINK; ; scale *= SHRINK) {
    const bytes = await encoded(sized().resize({ width: Math.max(1, Math.round(width * scale)) }), qualities.at(-1))
    if (bytes.length <= most || scale < SMALLEST) return bytes
  }
}
