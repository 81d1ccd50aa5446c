import { open, type Entry, type ZipFile } from 'yauzl'
import type { FileRefusal } from './kinds.ts'

export type PackageKind = 'docx' | 'pptx' | 'xlsx'

const MOST_ENTRIES = 4_000
const MOST_BYTES = 300 * 1024 * 1024
const MOST_TIMES = 100
/** Below this size, tight packing is no trouble to anybody. */
const SMALL = 10 * 1024 * 1024
const MOST_TYPES = 512 * 1024
const TYPES = '[Content_Types].xml'
/** Programs inside a document. */
const MACROS = /(^|\/)(vba|activeX\/|macrosheets\/|dialogsheets\/|customUI)|vbaProject|\.(exe|dll|js|vbs|bat|cmd|scr|hta|jar|lnk|msi|ps1)$/i
const MAIN = [
  ['docx', 'word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['pptx', 'ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
  ['xlsx', 'xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
] as const

type Judged = { ok: true; kind: PackageKind } | { ok: false; reason: FileRefusal }
const refuse = (reason: FileRefusal): Judged => ({ ok: false, reason })

/** Looks into the directory of an Office file; of its parts only the list of content types is unpacked. */
export async function judgePackage(path: string, size: number): Promise<Judged> {
  let zip: ZipFile
  try {
    zip = await opened(path)
  } catch {
    return refuse('broken')
  }
  try {
    return await judge(zip, size)
  } catch {
    // Names that lead elsewhere, parts that overlap, headings that contradict each other: the reader says no.
    return refuse('broken')
  } finally {
    zip.close()
  }
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

async function judge(zip: ZipFile, size: number): Promise<Judged> {
  if (zip.entryCount > MOST_ENTRIES) return refuse('zip-bomb')
  const entries = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  for await (const entry of entriesOf(zip)) {
    if (entry.generalPurposeBitFlag & 1) return refuse('locked')
    if (entries.has(entry.fileName)) return refuse('broken')
    entries.set(entry.fileName, entry)
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    // Parts that share their bytes are how a small file unpacks to a giant.
    if (packed > size || unpacked > MOST_BYTES || (unpacked > SMALL && unpacked > packed * MOST_TIMES)) return refuse('zip-bomb')
    if (MACROS.test(entry.fileName)) return refuse('macros')
  }
  const types = entries.get(TYPES)
  if (!types || types.uncompressedSize > MOST_TYPES) return refuse('wrong-document')
  const text = await unpack(zip, types)
  if (/macroEnabled|vbaProject/i.test(text)) return refuse('macros')
  const main = MAIN.find(([, part, type]) => entries.has(part) && text.includes(type))
  return main ? { ok: true, kind: main[0] } : refuse('wrong-document')
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = () => {
        zip.removeListener('entry', onEntry)
        zip.removeListener('end', onEnd)
        zip.removeListener('error', onError)
      }
      const onEntry = (found: Entry) => (settle(), resolve(found))
      const onEnd = () => (settle(), resolve(null))
      const onError = (error: Error) => (settle(), reject(error))
      zip.once('entry', onEntry)
      zip.once('end', onEnd)
      zip.once('error', onError)
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

const unpack = (zip: ZipFile, entry: Entry): Promise<string> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_TYPES) stream.destroy(new Error('longer than it said'))
        else chunks.push(chunk)
      })
      stream.once('error', reject)
      stream.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    })
  })
