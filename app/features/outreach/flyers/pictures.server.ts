import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'
import { pathOf } from '#app/features/catalogue/files/store.server.ts'

const SIZE = { width: 640, height: 480 }

/** The photograph of a technology, or its drawing, as a JPEG of 4:3 for print. */
export async function printedPicture(id: string, field: string | undefined, photo: string | null | undefined): Promise<Buffer> {
  const bytes = photo ? await readFile(`${pathOf(photo)}.card.jpg`).catch(() => null) : null
  const source = bytes ? sharp(bytes) : sharp(Buffer.from(drawDiagram({ field: field ?? 'other', seed: id })), { density: 144 })
  return source.resize({ ...SIZE, fit: 'cover' }).flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
}
