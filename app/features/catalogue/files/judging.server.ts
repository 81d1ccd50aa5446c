import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { fileKinds } from '#db/schema/catalogue.ts'
import { runReader } from '#app/platform/readers.server.ts'
import type { Upload } from '#app/platform/uploads.server.ts'
import { documentContainerOf, pictureKindOf, type FileRefusal } from './kinds.ts'
import { judgePackage } from './packages.server.ts'
import { sizes, typesOf, type PictureSize } from './sizes.ts'

/** A file that was found good, not yet kept: its bytes still lie among the arrivals. */
export interface Judged {
  hash: string
  kind: (typeof fileKinds)[number]
  size: number
  width: number | null
  height: number | null
  codes: string[]
  /** what to keep, by the ending under which it is kept; '' is the file itself */
  pieces: { from: string; ending: string }[]
}
type Judgement = { ok: true; file: Judged } | { ok: false; reason: FileRefusal }
const refuse = (reason: FileRefusal): Judgement => ({ ok: false, reason })

const PICTURE_TIME = 30_000
const HEAD = 1024
/** The end of a PDF stands within its last bytes; some programs add a few more. */
const TAIL = 2048
const MARKUP = /<(!doctype\s+html|html|head|body|script|svg|iframe|\?php)\b/i

async function bytesOf(path: string, from: number, length: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Takes the pixels of a picture over into files of our own; what was sent is not kept. */
export async function judgePicture(upload: Upload): Promise<Judgement> {
  if (upload.size === 0) return refuse('empty')
  const kind = pictureKindOf(await bytesOf(upload.path, 0, HEAD))
  if (!kind) return refuse('wrong-picture')
  const { lines, end } = await runReader('picture', [upload.path, upload.folder, kind], PICTURE_TIME)
  const told = lines[0] as { refused: FileRefusal } | { width: number; height: number; codes: string[] } | undefined
  if (!told || end !== 'done') return refuse(end === 'killed' ? 'too-many-pixels' : 'broken')
  if ('refused' in told) return refuse(told.refused)
  const large = await readFile(join(upload.folder, 'large.webp'))
  const pieces = (Object.keys(sizes) as PictureSize[]).flatMap((size) => typesOf(size).map((type) => ({ from: join(upload.folder, `${size}.${type}`), ending: `.${size}.${type}` })))
  const whole = { from: join(upload.folder, 'large.webp'), ending: '' }
  const hash = createHash('sha256').update(large).digest('hex')
  return { ok: true, file: { hash, kind, size: large.length, width: told.width, height: told.height, codes: told.codes, pieces: [...pieces.filter((piece) => piece.ending !== '.large.webp'), whole] } }
}

/** Documents are kept as they are, and handed out as downloads only. */
export async function judgeDocument(upload: Upload): Promise<Judgement> {
  if (upload.size === 0) return refuse('empty')
  const container = documentContainerOf(await bytesOf(upload.path, 0, HEAD))
  if (!container) return refuse('wrong-document')
  if (container === 'old') return refuse('old-office')
  const judged = container === 'pdf' ? await judgePdf(upload) : await judgePackage(upload.path, upload.size)
  if (!judged.ok) return judged
  const { size } = await stat(upload.path)
  return { ok: true, file: { hash: await hashOf(upload.path), kind: judged.kind, size, width: null, height: null, codes: [], pieces: [{ from: upload.path, ending: '' }] } }
}

async function judgePdf({ path, size }: Upload): Promise<{ ok: true; kind: 'pdf' } | { ok: false; reason: FileRefusal }> {
  const head = (await bytesOf(path, 0, HEAD)).toString('latin1')
  if (MARKUP.test(head)) return { ok: false, reason: 'two-in-one' }
  const tail = await bytesOf(path, Math.max(0, size - 65_557), 65_557)
  if (!tail.subarray(-TAIL).includes('%%EOF')) return { ok: false, reason: 'cut-off-file' }
  if (endsAsArchive(tail)) return { ok: false, reason: 'two-in-one' }
  if (await mentions(path, ['/JavaScript', '/Launch', '/RichMedia'])) return { ok: false, reason: 'scripts' }
  return { ok: true, kind: 'pdf' }
}

/** True where an archive's last record ends exactly with the file: such a file is also a ZIP or JAR. */
function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0; at = at > 0 ? tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1') : -1) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
  }
  return false
}

async function mentions(path: string, words: readonly string[]): Promise<boolean> {
  const longest = Math.max(...words.map((word) => word.length))
  let before = ''
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 256 * 1024 })) {
    const text = before + (chunk as string)
    if (words.some((word) => text.includes(word))) return true
    before = text.slice(-longest)
  }
  return false
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
