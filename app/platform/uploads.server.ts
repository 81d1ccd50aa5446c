import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { hours, minutes } from './clock.ts'
import { env } from './env.server.ts'
import { limit } from './form.server.ts'
import { log } from './log.server.ts'
import { boundaryOf, BrokenForm, readParts, type PartHead, type PartSink } from './multipart.ts'

/** A file that has arrived whole and lies in a folder of its own, which goes away with the request. */
export interface Upload {
  path: string
  folder: string
  size: number
  /** as the sender named it; for show only, and to be cleaned first */
  name: string
}
export interface Sent {
  data: FormData
  /** null: none was chosen */
  file: Upload | null
}
/** Why nothing was taken: keys of files.json, errors.*. */
export type UploadRefusal = 'too-large' | 'too-many' | 'cut-off' | 'busy' | 'too-often'

export const MAX_FILE = 20 * 1024 * 1024
const MAX_FORM = MAX_FILE + 2 * 1024 * 1024
/** Above its limit a form is read on, up to here, so that its sender gets an answer instead of a broken line. */
export const MAX_DRAINED = 64 * 1024 * 1024
const MAX_FIELDS = 128 * 1024
const MAX_PARTS = 40
/** A line on which nothing arrives is given up. */
const IDLE = 30_000
/** So many at a time, each streamed to disk: more of them would only slow each other down. */
const AT_A_TIME = 4
const FORGOTTEN = hours(1)

/** Why the rest is read without being kept, and the file being written. */
interface Drain {
  reason: UploadRefusal | null
  handle: FileHandle | null
}

const incoming = () => join(env.dataDir, 'incoming')
let running = 0
const uploadsPerPerson = limit(120, minutes(10))

class Refused extends Error {
  constructor(readonly reason: UploadRefusal) {
    super(reason)
  }
}

/** Addresses to which files may be sent; everywhere else a form is small. */
export const takesFiles = (path: string) => /^\/(ja|zh)\/(desk\/projects\/import\/upload|account\/(import|technologies\/[^/]+\/(images|documents))|(receipts|answers|desk\/inquiries)\/[^/]+\/files)$/.test(path)

/**
 * Takes a form with at most one file in and hands it to `use`. Whatever becomes of it, what was written on the way is
 * gone afterwards: `use` moves away what shall stay.
 * @param who counts against the limit of uploads
 */
export async function withUpload<T>(request: Request, who: string, use: (sent: Sent) => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; reason: UploadRefusal }> {
  if (!(await uploadsPerPerson(who))) return { ok: false, reason: 'too-often' }
  if (running >= AT_A_TIME) return { ok: false, reason: 'busy' }
  running++
  const folder = join(incoming(), crypto.randomUUID())
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const sent = await receive(request, folder)
    return { ok: true, value: await use(sent) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason }
    throw error
  } finally {
    running--
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(request: Request, folder: string): Promise<Sent> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) throw new Refused('cut-off')
  const data = new FormData()
  const sent: Sent = { data, file: null }
  const drain: Drain = { reason: null, handle: null }
  let parts = 0
  let fields = 0

  const openPart = async (head: PartHead): Promise<PartSink> => {
    if (++parts > MAX_PARTS) drain.reason ??= 'too-many'
    if (drain.reason) return nowhere
    if (head.fileName !== null) {
      if (sent.file) drain.reason = 'too-many'
      return sent.file ? nowhere : fileSink(folder, head.fileName, sent, drain)
    }
    const chunks: Buffer[] = []
    return {
      async write(chunk) {
        if ((fields += chunk.length) > MAX_FIELDS) drain.reason ??= 'too-large'
        else chunks.push(Buffer.from(chunk))
      },
      async end() {
        data.append(head.name, Buffer.concat(chunks).toString('utf8'))
      },
    }
  }

  try {
    await readParts(counted(request.body, drain), boundary, openPart)
  } catch (error) {
    if (error instanceof Refused) throw error
    if (!(error instanceof BrokenForm) && !drain.reason) log.info({ error: String(error) }, 'an upload broke off')
    throw new Refused(drain.reason ?? 'cut-off')
  } finally {
    await drain.handle?.close()
  }
  if (drain.reason) throw new Refused(drain.reason)
  return sent
}

const nowhere: PartSink = { write: async () => undefined, end: async () => undefined }

async function fileSink(folder: string, name: string, sent: Sent, drain: Drain): Promise<PartSink> {
  const path = join(folder, 'upload')
  const handle = (drain.handle = await open(path, 'wx', 0o600))
  let size = 0
  return {
    async write(chunk) {
      size += chunk.length
      if (size > MAX_FILE) drain.reason ??= 'too-large'
      if (!drain.reason) await handle.write(chunk)
    },
    async end() {
      await handle.close()
      drain.handle = null
      // Browsers send an empty part where nothing was chosen; an empty file has a name.
      if (name !== '' || size > 0) sent.file = { path, folder, size, name }
    },
  }
}

async function* counted(body: ReadableStream<Uint8Array>, drain: Drain): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let total = 0
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read())
      if (done) return
      total += value.length
      if (total > MAX_FORM) drain.reason ??= 'too-large'
      if (total > MAX_DRAINED) throw new Refused('too-large')
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function withinTime<T>(read: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Refused('cut-off')), IDLE)))
  try {
    return await Promise.race([read, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What a crash has left of uploads; called at the start and once a day. */
export async function sweepIncoming(olderThanMs = FORGOTTEN): Promise<void> {
  const names = await readdir(incoming()).catch(() => [])
  for (const name of names) {
    const path = join(incoming(), name)
    const seen = await stat(path).catch(() => null)
    if (seen && Date.now() - seen.mtimeMs > olderThanMs) await rm(path, { recursive: true, force: true })
  }
}
