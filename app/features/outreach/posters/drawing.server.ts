import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { outlines } from '#app/platform/lettering/outlines.server.ts'
import { openCompositor } from '#app/platform/lettering/setting.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { qrPath } from '#app/platform/qr.server.ts'
import { evenLines, phrases } from './headline.ts'

interface Words {
  text: string
  lang: Locale
}
/** Everything a poster depends on: two alike are the same picture. */
export interface Poster {
  locale: Locale
  eyebrow: string | null
  name: Words
  by: Words | null
  line: Words | null
  /** a drawing of 400 × 300, and a photograph's file that takes its place where there is one */
  picture: { svg: string; photo?: string }
  /** where the QR code leads */
  address: string
}

export const WIDTH = 1080
export const HEIGHT = 1440
/** Raised when the drawing changes, so that kept pictures are made anew. */
export const LAYOUT = 1

const GREEN = '#14532d'
const INK = '#1c2420'
const SOFT = '#4d5851'
const MARGIN = 72
const ACROSS = WIDTH - 2 * MARGIN
const BAND = 96
const PICTURE = 652
const FOOT = 1120
const QR = 268
/** What is left out above a drawing of 400 × 300: nothing stands there. */
const SKY = 12
const MARK = '<path d="M4 24V8h6v16zM22 24V8h6v16z" fill="#fff"/><path d="M10 12h12M10 20h12" stroke="#fff" stroke-width="2.5"/>'

type Lettering = Awaited<ReturnType<typeof outlines>>
const put = (words: Lettering, x: number, y: number, fill: string) => `<path transform="translate(${x} ${y})" d="${words.d}" fill="${fill}"/>`

/** Size and number of lines, the most wished for first. */
const HEADLINES = [[84, 1], [84, 2], [76, 2], [68, 2], [58, 3], [50, 3], [44, 4]] as const

/** A name in letters as large as it allows, its words whole; the longest is set as it comes and may end in an ellipsis. */
async function setName({ text, lang }: Words): Promise<Lettering> {
  const { measure } = await openCompositor()
  const parts = phrases(text, lang)
  const style = { locale: lang, weight: 'bold', maxWidth: ACROSS, leading: 1.25 } as const
  for (const [size, count] of HEADLINES) {
    const lines = evenLines(parts, count, ACROSS, (line) => measure(line, { ...style, size }))
    if (lines) return outlines(lines.join('\n'), { ...style, size })
  }
  return outlines(text, { ...style, size: 60, minSize: 42, maxLines: 4, balance: true })
}

/** The band on top: whose poster this is. */
async function drawBand(locale: Locale): Promise<string> {
  const bank = await outlines(translator(locale)('site:name'), { locale, weight: 'bold', size: 34, minSize: 28, maxWidth: ACROSS - 76, maxLines: 1 })
  return `<path d="M0 0h${WIDTH}v${BAND}H0z" fill="${GREEN}"/><svg x="${MARGIN - 8}" y="${(BAND - 64) / 2}" width="64" height="64" viewBox="0 0 32 32">${MARK}</svg>${put(bank, MARGIN + 72, (BAND - bank.height) / 2, '#fff')}`
}

/** Field, name and firm between the picture and the foot. */
async function drawHead({ locale, eyebrow, name, by }: Poster): Promise<string> {
  const top = BAND + PICTURE
  const [field, title, firm] = await Promise.all([
    eyebrow ? outlines(eyebrow, { locale, weight: 'bold', size: 28, maxWidth: ACROSS, maxLines: 1 }) : null,
    setName(name),
    by ? outlines(by.text, { locale: by.lang, size: 32, minSize: 26, maxWidth: ACROSS, maxLines: 1 }) : null,
  ])
  const height = (field ? field.height + 4 : 0) + title.height + (firm ? firm.height + 6 : 0)
  let y = top + (FOOT - top - height) / 2 + 4
  const parts: string[] = []
  if (field) {
    parts.push(put(field, MARGIN, y, GREEN))
    y += field.height + 4
  }
  parts.push(put(title, MARGIN, y, INK))
  if (firm) parts.push(put(firm, MARGIN, y + title.height + 6, SOFT))
  return parts.join('')
}

async function setLine({ text, lang }: Words, room: number): Promise<Lettering> {
  const three = await outlines(text, { locale: lang, size: 32, minSize: 29, maxWidth: room, maxLines: 3, leading: 1.56 })
  return three.cut ? outlines(text, { locale: lang, size: 28, maxWidth: room, maxLines: 4, leading: 1.5 }) : three
}

/** What it is in a few lines, and the QR code with how to read it. */
async function drawFoot({ locale, line, address }: Poster): Promise<string> {
  const t = translator(locale)
  const room = ACROSS - QR - 48
  const code = qrPath(address)
  const dot = Math.floor(QR / code.size)
  const left = WIDTH - MARGIN - dot * code.size
  const [says, scan, hint] = await Promise.all([
    line ? setLine(line, room) : null,
    outlines(t('posters:scan'), { locale, weight: 'bold', size: 30, maxWidth: room, maxLines: 1 }),
    outlines(t('posters:scanHint'), { locale, size: 26, maxWidth: room, maxLines: 1 }),
  ])
  const bottom = FOOT + dot * code.size
  const read = bottom - scan.height - hint.height + 10
  return [
    says ? put(says, MARGIN, FOOT - 8, INK) : '',
    `<path d="M${MARGIN} ${read + 4}v${bottom - read - 4}" stroke="${GREEN}" stroke-width="5"/>`,
    put(scan, MARGIN + 22, read - 4, GREEN),
    put(hint, MARGIN + 22, read + scan.height - 8, SOFT),
    `<path transform="translate(${left} ${FOOT}) scale(${dot})" d="${code.path}" fill="${INK}" shape-rendering="crispEdges"/>`,
  ].join('')
}

async function compose(poster: Poster): Promise<Buffer> {
  const [band, head, foot] = await Promise.all([drawBand(poster.locale), drawHead(poster), drawFoot(poster)])
  const drawing = poster.picture.svg.replace('viewBox="0 0 400 300"', `x="0" y="${BAND}" width="${WIDTH}" height="${PICTURE}" viewBox="0 ${SKY} 400 ${(PICTURE / WIDTH) * 400}"`)
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><path d="M0 0h${WIDTH}v${HEIGHT}H0z" fill="#fff"/>${drawing}${band}${head}${foot}</svg>`)
}

/** Of a photograph within a poster, so that the whole stays below 250 KB. */
const MOST_PHOTO = 180 * 1024
/** A grainy photograph is smoothed until it can be passed on over a weak line: as little as will do. */
const SMOOTHINGS = [0, 0.8, 1.6, 3, 8]

/**
 * A poster as PNG, to be saved by a long press.
 * @throws MissingGlyph
 */
export async function drawPoster(poster: Poster): Promise<Buffer> {
  const sheet = sharp(await compose(poster)).flatten({ background: '#fff' })
  const { photo } = poster.picture
  const taken = photo && (await readFile(photo).catch(() => null))
  if (!taken) return pack(sheet)
  const whole = await sheet.composite([{ input: await smoothed(taken), left: 0, top: BAND }]).toBuffer()
  return pack(sharp(whole))
}

/** Tried on the middle quarter, which takes a quarter of the time. */
async function smoothed(photo: Buffer): Promise<Buffer> {
  const [width, height] = [WIDTH / 2, PICTURE / 2]
  let picture = await sharp(photo).resize(WIDTH, PICTURE, { fit: 'cover' }).toBuffer()
  const sharpest = picture
  for (const blur of SMOOTHINGS) {
    if (blur > 0) picture = await sharp(sharpest).blur(blur).toBuffer()
    const quarter = await pack(sharp(picture).extract({ left: width / 2, top: height / 2, width, height }))
    if (quarter.length * 4 <= MOST_PHOTO) break
  }
  return picture
}

const pack = (picture: Sharp): Promise<Buffer> => picture.png({ palette: true, dither: 0, effort: 1, compressionLevel: 9 }).toBuffer()
