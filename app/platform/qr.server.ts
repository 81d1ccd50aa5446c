import QRCode from 'qrcode'

const INK = '#1c2420'
const CORRECTION = 'M'

/** A QR code of an address as PNG, made on the server: long-press in WeChat only recognises real images. `scale` is the pixels of a module. */
export const qrPng = (url: string, { scale = 8, margin = 2 } = {}): Promise<Buffer> =>
  QRCode.toBuffer(url, { type: 'png', errorCorrectionLevel: CORRECTION, margin, scale, color: { dark: INK, light: '#ffffff' } })

/** The dark modules of a QR code as the data of one path, a unit a module, without a margin; `size` modules a side. */
export function qrPath(url: string): { size: number; path: string } {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: CORRECTION })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!modules.get(row, from)) continue
      let to = from + 1
      while (to < size && modules.get(row, to)) to++
      path += `M${from} ${row}h${to - from}v1h${from - to}z`
      from = to
    }
  }
  return { size, path }
}

/** The same as a drawing for print, with the margin that readers need. */
export function qrSvg(url: string): string {
  const { size, path } = qrPath(url)
  const side = size + 8
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${side} ${side}" shape-rendering="crispEdges"><path d="M-4-4h${side}v${side}h-${side}z" fill="#fff"/><path d="${path}" fill="${INK}"/></svg>`
}
