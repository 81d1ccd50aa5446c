import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { keptBytes } from '#app/platform/kept-bytes.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { turns } from '#app/platform/turns.server.ts'

/** What stands on a picture for a shared link: a kept photograph, a drawing, or nothing but the site's own mark. */
export type PictureSource = { photo: string } | { svg: string } | null

const SIDE = 300
/** of the picture itself, 4:3 */
const HEIGHT = 225
const GREEN = '#14532d'
const MARK = '<path d="M4 24V8h6v16zM22 24V8h6v16z" fill="#fff"/><path d="M10 12h12M10 20h12" stroke="#fff" stroke-width="2.5"/>'
const ground = (width: number, height: number, rest: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h${width}v${height}H0z" fill="${GREEN}"/>${rest}</svg>`
/** The foot of every picture, by which a passed-on link is recognised. */
const band = Buffer.from(ground(SIDE, SIDE - HEIGHT, `<svg x="122" y="10" width="56" height="56" viewBox="0 0 32 32">${MARK}</svg>`))
const emblem = ground(SIDE, SIDE, `<svg x="54" y="54" width="192" height="192" viewBox="0 0 32 32">${MARK}</svg>`)

const kept = keptBytes(6 * 1024 * 1024)
const drawn = turns(1, 60)

/**
 * A square JPEG of 300 × 300 for the card of a shared link. Drawn one at a time; the last few hundred are kept by what they
 * show. Null when the photograph's bytes are not there.
 */
export async function sharePicture(source: PictureSource): Promise<Buffer | null> {
  const bytes = source && 'photo' in source ? await readFile(source.photo).catch(() => null) : Buffer.from(source?.svg ?? emblem)
  if (!bytes) return null
  const key = sha256(bytes)
  return (
    kept.find(key) ??
    drawn(async () => {
      const picture = kept.find(key) ?? (await draw(bytes, source !== null))
      kept.keep(key, picture)
      return picture
    })
  )
}

async function draw(bytes: Buffer, banded: boolean): Promise<Buffer> {
  const picture = sharp(bytes, { density: 96 }).resize(SIDE, banded ? HEIGHT : SIDE, { fit: 'cover' })
  const whole = banded ? picture.extend({ bottom: SIDE - HEIGHT, background: GREEN }).composite([{ input: band, left: 0, top: HEIGHT }]) : picture
  return whole.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}
