import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { files } from '#db/schema/catalogue.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { schedule } from '#app/platform/jobs.server.ts'
import { attachmentNamed } from './file-names.ts'
import type { Judged } from './judging.server.ts'
import { mimeOf } from './kinds.ts'
import { pictureTypes, readSize, type PictureSize, type PictureType } from './sizes.ts'

export type StoredFile = typeof files.$inferSelect

export const PDF_TEXT = 'pdf-text'
const HASH = /^[0-9a-f]{64}$/
const storeFolder = () => join(env.dataDir, 'files')
const folderOf = (hash: string) => join(storeFolder(), hash.slice(0, 2))

/**
 * Keeps a judged file, in the transaction that also says where it is used. Files go to their names whole, the one that
 * the row is named by last; the text of a PDF is read afterwards by a job.
 */
export async function keepFile(tx: Writer, { hash, kind, size, width, height, codes, pieces }: Judged, by: string): Promise<void> {
  await mkdir(folderOf(hash), { recursive: true, mode: 0o700 })
  for (const { from, ending } of pieces) await rename(from, join(folderOf(hash), hash + ending))
  const at = now()
  const textState = kind === 'pdf' ? ('waiting' as const) : ('none' as const)
  const [kept] = await tx
    .insert(files)
    .values({ hash, kind, size, width, height, codes, textState, uploadedBy: by, createdAt: at })
    // Sent again: not to be swept away as old before it is used.
    .onConflictDoUpdate({ target: files.hash, set: { createdAt: at } })
    .returning()
  if (kept?.textState === 'waiting') await schedule(tx, PDF_TEXT, `${PDF_TEXT}:${hash}`, at, { hash })
}

export async function readFileRow(db: Reader, hash: string): Promise<StoredFile | null> {
  if (!HASH.test(hash)) return null
  const [row] = await db.select().from(files).where(eq(files.hash, hash))
  return row ?? null
}

export const pathOf = (hash: string) => join(folderOf(hash), hash)

/** Bytes of strangers: never opened as a page, never guessed at, nothing in them may run or load. */
const FENCED = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cross-Origin-Resource-Policy': 'same-origin' }

/** A picture in one of its sizes, or null. */
export async function pictureResponse(hash: string, file: string, cacheControl: string): Promise<Response | null> {
  const asked = readSize(file)
  if (!asked || !HASH.test(hash)) return null
  const found = await readPiece(hash, asked)
  if (!found) return null
  const name = `${hash.slice(0, 12)}-${asked.size}.${found.type}`
  return new Response(new Uint8Array(found.bytes), { headers: { ...FENCED, 'Content-Type': pictureTypes[found.type], 'Content-Disposition': attachmentNamed(name), 'Cache-Control': cacheControl } })
}

/** What was taken before there were so many sizes has fewer; whoever knows a type knows WebP too. */
async function readPiece(hash: string, { size, type }: { size: PictureSize; type: PictureType }): Promise<{ bytes: Buffer; type: PictureType } | null> {
  const older = size === 'small' ? 'medium' : size
  const kept = type === 'avif' ? 'webp' : type
  for (const piece of [{ size, type }, { size: older, type: kept }] as const) {
    const ending = piece.size === 'large' && piece.type === 'webp' ? '' : `.${piece.size}.${piece.type}`
    const bytes = await readFile(pathOf(hash) + ending).catch(() => null)
    if (bytes) return { bytes, type: piece.type }
  }
  return null
}

/** A document as a download, straight from the disk; null when its bytes are not there. */
export async function documentResponse(request: Request, document: { file: string; name: string; kind: keyof typeof mimeOf }, cacheControl: string): Promise<Response | null> {
  if (!HASH.test(document.file)) return null
  const path = pathOf(document.file)
  const found = await stat(path).catch(() => null)
  if (!found) return null
  const etag = `"${document.file}"`
  const headers = {
    ...FENCED, 'Content-Type': mimeOf[document.kind], 'Content-Disposition': attachmentNamed(document.name), 'Cache-Control': cacheControl,
    ...(cacheControl.includes('no-store') ? {} : { ETag: etag }),
  }
  if (!cacheControl.includes('no-store') && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>)
  return new Response(body, { headers: { ...headers, 'Content-Length': String(found.size) } })
}

/** Takes everything of a hash off the disk. */
export async function dropBytes(hash: string): Promise<void> {
  for (const name of await readdir(folderOf(hash)).catch(() => [])) {
    if (name.startsWith(hash)) await rm(join(folderOf(hash), name), { force: true })
  }
}

/** Every hash of which something lies in the store, with the time of its newest piece in ms. */
export async function hashesOnDisk(): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const folder of await readdir(storeFolder()).catch(() => [])) {
    for (const name of await readdir(join(storeFolder(), folder)).catch(() => [])) {
      const hash = name.slice(0, 64)
      const seen = HASH.test(hash) ? await stat(join(storeFolder(), folder, name)).catch(() => null) : null
      if (seen) found.set(hash, Math.max(found.get(hash) ?? 0, seen.mtimeMs))
    }
  }
  return found
}
