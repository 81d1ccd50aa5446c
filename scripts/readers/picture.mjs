/**
 * `picture.mjs FILE FOLDER KIND`: writes a picture anew in the sizes that pages show. Only its pixels are taken over:
 * position, camera, comments and whatever hides behind the picture stay behind.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import decodeQR from 'qr/decode.js'
import { writeSizes } from './picture-sizes.mjs'
import { tell, watchMemory } from './watch.mjs'

const MOST_PIXELS = 40_000_000
const MOST_MEMORY = 480
const LARGEST = 1600
const SMALLEST = 64
const QR_TIME = 1_500

const [file, folder, kind] = process.argv.slice(2)
await watchMemory(MOST_MEMORY)
sharp.concurrency(1)
sharp.cache(false)

const refuse = (refused) => {
  tell({ refused })
  process.exit(0)
}

async function readPixels() {
  const source = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const about = await source.metadata().catch((error) => refuse(/pixel limit/i.test(error.message) ? 'too-many-pixels' : 'broken'))
  if (about.format !== kind) refuse('broken')
  if (about.width * about.height > MOST_PIXELS) refuse('too-many-pixels')
  if (Math.min(about.width, about.height) < SMALLEST) refuse('too-small')
  try {
    return await source
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
  } catch {
    return refuse('broken')
  }
}

function codesIn(data, width, height) {
  try {
    return [decodeQR({ width, height, data }, { format: 'RGB', timeLimit: QR_TIME }).slice(0, 500)]
  } catch {
    return []
  }
}

const { data, info } = await readPixels()
const pixels = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
const keep = (name, bytes) => writeFile(join(folder, name), bytes)

// The large one is for those who ask for it; pages show the others.
await keep('large.webp', await pixels().webp({ quality: 80, effort: 4 }).toBuffer())
await keep('large.jpg', await pixels().jpeg({ quality: 80, progressive: true }).toBuffer())
await writeSizes(pixels, keep)
tell({ width: info.width, height: info.height, codes: info.channels === 3 ? codesIn(data, info.width, info.height) : [] })
process.exit(0)
