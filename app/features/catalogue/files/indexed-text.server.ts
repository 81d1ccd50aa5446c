import { inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { files, listingFiles, type ListingContent } from '#db/schema/catalogue.ts'
import { batches } from '../batches.ts'

/** Of all documents of a listing together; a brochure has some ten to twenty thousand characters. */
const MOST_INDEXED = 60_000

const publicDocuments = (content: ListingContent) => content.documents.filter((one) => one.access === 'public')

/** What the public documents of these listings say, by listing; documents on request are nobody's find. */
export async function documentTexts(db: Reader, listed: readonly { id: string; content: ListingContent }[]): Promise<Map<string, { name: string; text: string }[]>> {
  const hashes = [...new Set(listed.flatMap(({ content }) => publicDocuments(content).map((one) => one.file)))]
  const texts = new Map<string, string>()
  for (const batch of batches(hashes)) {
    for (const row of await db.select({ hash: files.hash, text: files.text }).from(files).where(inArray(files.hash, batch))) if (row.text) texts.set(row.hash, row.text)
  }
  const found = new Map<string, { name: string; text: string }[]>()
  for (const { id, content } of listed) {
    let left = MOST_INDEXED
    const own: { name: string; text: string }[] = []
    for (const { file, name } of publicDocuments(content)) {
      const text = (texts.get(file) ?? '').slice(0, left)
      left -= text.length
      if (text) own.push({ name, text })
    }
    if (own.length > 0) found.set(id, own)
  }
  return found
}

interface Listed {
  id: string
  content: ListingContent
  live: boolean
}

/** Says anew which files these listings show, and to whom; nothing of those that nobody sees. */
export async function storeListingFiles(tx: Writer, listed: readonly Listed[]): Promise<void> {
  if (listed.length === 0) return
  await tx.delete(listingFiles).where(inArray(listingFiles.technologyId, listed.map((one) => one.id)))
  const wanted = listed.filter((one) => one.live).flatMap(({ id, content }) => [
    ...content.images.map((image) => ({ technologyId: id, hash: image.file, access: 'public' as const })),
    ...content.documents.map((document) => ({ technologyId: id, hash: document.file, access: document.access })),
  ])
  const hashes = [...new Set(wanted.map((row) => row.hash))]
  // Content that came in from elsewhere may name files that did not.
  const known = new Set<string>()
  for (const batch of batches(hashes)) for (const row of await tx.select({ hash: files.hash }).from(files).where(inArray(files.hash, batch))) known.add(row.hash)
  const rows = [...new Map(wanted.filter((row) => known.has(row.hash)).map((row) => [`${row.technologyId} ${row.hash} ${row.access}`, row])).values()]
  for (const batch of batches(rows)) await tx.insert(listingFiles).values(batch)
}
