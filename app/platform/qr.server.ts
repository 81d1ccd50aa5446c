import QRCode from 'qrcode'

/** A QR code of an address as PNG, made on the server: long-press in WeChat only recognises real images. */
export const qrPng = (url: string): Promise<Buffer> =>
  QRCode.toBuffer(url, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 8, color: { dark: '#1c2420', light: '#ffffff' } })
