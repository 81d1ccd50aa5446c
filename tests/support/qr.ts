/** What a phone's camera reads. */
import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'

/** The text of the one QR code in a picture. */
export async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) }, { timeLimit: 10_000 })
}
