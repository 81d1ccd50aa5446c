import { inArray } from 'drizzle-orm'
import { db } from '#db/index.ts'
import { files, type ListingDocument, type textStates } from '#db/schema/catalogue.ts'
import { named } from '../naming.ts'
import { isWritable, textToEdit, type OwnListing } from '../revising/own-listing.server.ts'

/** What both pages of files show of a listing that is being worked on. */
export async function readFilesPage(request: Request, listing: OwnListing) {
  const { technology, working, home, locale } = listing
  const content = await textToEdit(db, technology)
  return {
    home,
    technologyId: technology.id,
    name: named(content.name, locale),
    /** 0: there is no draft yet */
    edition: working?.edition ?? 0,
    writable: isWritable(working),
    images: content.images,
    documents: content.documents,
    done: new URL(request.url).searchParams.get('done'),
  }
}
export type FilesPage = Awaited<ReturnType<typeof readFilesPage>>

/** How far each of these documents was read, by hash. */
export async function readTextStates(documents: readonly ListingDocument[]): Promise<Record<string, (typeof textStates)[number]>> {
  if (documents.length === 0) return {}
  const rows = await db.select({ hash: files.hash, state: files.textState }).from(files).where(inArray(files.hash, documents.map((one) => one.file)))
  return Object.fromEntries(rows.map((row) => [row.hash, row.state]))
}
