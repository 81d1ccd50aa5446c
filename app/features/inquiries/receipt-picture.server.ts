import sharp from 'sharp'
import { outlines } from '#app/platform/lettering/outlines.server.ts'
import { formatDate, translator, type Locale } from '#app/platform/locale.ts'
import { qrPath } from '#app/platform/qr.server.ts'

interface Shown {
  locale: Locale
  ticket: string
  sentAt: Date
  /** of the receipt page */
  address: string
}

export const receiptPictureSize = { width: 720, height: 900 }
const { width: WIDTH, height: HEIGHT } = receiptPictureSize
const MARGIN = 48
const ROOM = WIDTH - 2 * MARGIN
const BAND = 88
const QR = 408
const INK = '#1c2420'
const SOFT = '#4d5851'
const GREEN = '#14532d'

/** The receipt as one picture to be kept in an album: number, day and the QR code of its page. Nothing in it says who asked what. */
export async function drawReceipt({ locale, ticket, sentAt, address }: Shown): Promise<Buffer> {
  const t = translator(locale)
  const put = async (text: string, y: number, fill: string, style: { size: number; weight?: 'bold'; maxLines?: number }) => {
    const set = await outlines(text, { locale, maxWidth: ROOM, minSize: style.size * 0.8, align: 'center', balance: true, ...style })
    return `<path transform="translate(${MARGIN} ${y})" d="${set.d}" fill="${fill}"/>`
  }
  const { size, path } = qrPath(address)
  const parts = [
    `<path d="M0 0h${WIDTH}v${HEIGHT}H0z" fill="#fff"/><path d="M0 0h${WIDTH}v${BAND}H0z" fill="${GREEN}"/>`,
    await put(t('site:name'), 22, '#fff', { size: 30, weight: 'bold', maxLines: 1 }),
    await put(t('inquiries:receipt.number'), 116, SOFT, { size: 26, maxLines: 1 }),
    await put(ticket, 150, INK, { size: 60, weight: 'bold', maxLines: 1 }),
    await put(`${t('inquiries:receipt.sentOn')} ${formatDate(sentAt, locale)}`, 246, SOFT, { size: 26, maxLines: 1 }),
    `<path transform="translate(${(WIDTH - QR) / 2} 316) scale(${QR / size})" d="${path}" fill="${INK}" shape-rendering="crispEdges"/>`,
    await put(t('inquiries:receipt.pictureHint'), 764, INK, { size: 26, maxLines: 3 }),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 7 }).toBuffer()
}
