import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { files, type ListingContent } from '#db/schema/catalogue.ts'
import { leaksIn, type FileFacts } from './warnings.ts'

/** Contact details in the text of a document, by its hash and how far it was read: a file never changes. */
const found = new Map<string, readonly string[]>()
const MOST = 2_000
/** A document may be a whole catalogue: what the desk is shown of it is enough to say no. */
const SHOWN = 8

/** What is known of the files of these texts: their QR codes, how far they were read, what leaks in them. */
export async function readFileFacts(db: Reader, contents: readonly ListingContent[]): Promise<Map<string, FileFacts>> {
  const hashes = [...new Set(contents.flatMap(({ images, documents }) => [...images, ...documents].map(({ file }) => file)))]
  if (hashes.length === 0) return new Map()
  const { hash, textState, codes } = files
  const rows = await db.select({ hash, textState, codes }).from(files).where(inArray(hash, hashes))
  const keyOf = (row: (typeof rows)[number]) => `${row.hash} ${row.textState}`
  const unread = rows.filter((row) => (row.textState === 'done' || row.textState === 'cut') && !found.has(keyOf(row)))
  if (unread.length > 0) {
    const texts = await db.select({ hash, text: files.text }).from(files).where(inArray(hash, unread.map((row) => row.hash)))
    const textOf = new Map(texts.map((row) => [row.hash, row.text]))
    for (const row of unread) {
      if (found.size >= MOST) found.clear()
      found.set(keyOf(row), leaksIn(textOf.get(row.hash) ?? '').slice(0, SHOWN))
    }
  }
  return new Map(rows.map((row) => [row.hash, { textState: row.textState, codes: row.codes, leaks: found.get(keyOf(row)) ?? [] }]))
}
