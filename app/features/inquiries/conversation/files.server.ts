import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { files as storedFiles } from '#db/schema/catalogue.ts'
import { inquiryFiles } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { cleanName } from '#app/features/catalogue/files/file-names.ts'
import { judgeDocument, judgePicture, type Judged } from '#app/features/catalogue/files/judging.server.ts'
import type { FileRefusal } from '#app/features/catalogue/files/kinds.ts'
import { documentResponse, keepFile } from '#app/features/catalogue/files/store.server.ts'
import { now } from '#app/platform/clock.ts'
import type { Upload } from '#app/platform/uploads.server.ts'
import { indexWords } from '../inbox/words.server.ts'
import { alreadyMoved, holdOpenInquiry, moved, recordCase, type Moved } from '../moving.server.ts'
import { tellOffice } from '../telling.server.ts'
import type { Outgoing } from './leak-check.server.ts'

export type CaseFile = typeof inquiryFiles.$inferSelect

/** So many from one side; whoever needs more talks to the office. */
export const MOST_FILES = 10

/** A file as its own bytes say it is: a picture is taken over pixel by pixel, a document is kept as it came. */
export async function judgeAttachment(upload: Upload): Promise<{ ok: true; file: Judged; kind: string } | { ok: false; reason: FileRefusal }> {
  const document = await judgeDocument(upload)
  if (document.ok) return { ...document, kind: document.file.kind }
  if (document.reason !== 'wrong-document') return document
  const picture = await judgePicture(upload)
  if (!picture.ok) return picture.reason === 'wrong-picture' ? document : picture
  return { ...picture, kind: 'webp' }
}

export interface Sender {
  inquiryId: string
  /** the firm's, or the one a desk's file is for */
  approachId: string | null
  author: CaseFile['author']
  authorId: string | null
}
type Kept = Moved | { ok: false; reason: 'too-many-files' }

/** Keeps what a side sends for the desk to look at; nobody else sees it until the desk passes it on. */
export async function receiveFile(tx: Writer, sender: Sender, judged: { file: Judged; kind: string }, name: string): Promise<Kept> {
  const inquiry = await holdOpenInquiry(tx, sender.inquiryId)
  if (!inquiry) return alreadyMoved
  const own = await tx.select({ hash: inquiryFiles.hash, name: inquiryFiles.name }).from(inquiryFiles).where(and(ownOf(sender), isNull(inquiryFiles.relayOf)))
  // Sent again because the answer was lost on the way.
  const named = cleanName(name, judged.kind)
  if (own.some((one) => one.hash === judged.file.hash && one.name === named)) return moved
  if (own.length >= MOST_FILES) return { ok: false, reason: 'too-many-files' }
  await keepFile(tx, judged.file, sender.authorId ?? sender.author)
  const { inquiryId, approachId, author, authorId } = sender
  const [row] = await tx
    .insert(inquiryFiles)
    .values({ inquiryId, approachId, author, authorId, audience: 'desk', hash: judged.file.hash, name: named, kind: judged.kind, size: judged.file.size, at: now() })
    .returning()
  await recordCase(tx, inquiryId, authorId ?? author, 'file-received', { file: row!.id, approach: approachId, by: author })
  await indexWords(tx, inquiryId)
  if (author === 'buyer') await tellOffice(tx, inquiry, 'replied')
  if (author === 'firm') await tellOffice(tx, inquiry, 'firm-asked')
  return moved
}

const ownOf = ({ inquiryId, approachId, author }: Pick<Sender, 'inquiryId' | 'approachId' | 'author'>) =>
  and(eq(inquiryFiles.inquiryId, inquiryId), eq(inquiryFiles.author, author), author === 'firm' && approachId ? eq(inquiryFiles.approachId, approachId) : undefined)

export const filesOfCase = (db: Reader, inquiryId: string): Promise<CaseFile[]> =>
  db.select().from(inquiryFiles).where(eq(inquiryFiles.inquiryId, inquiryId)).orderBy(asc(inquiryFiles.at), asc(inquiryFiles.id))

/** What one side's private page may show and hand out: its own files, and those the desk has passed on to it. */
const visibleTo = (side: 'buyer' | 'firm', subject: string) =>
  side === 'buyer'
    ? and(eq(inquiryFiles.inquiryId, subject), or(eq(inquiryFiles.author, 'buyer'), eq(inquiryFiles.audience, 'buyer')))
    : and(eq(inquiryFiles.approachId, subject), or(eq(inquiryFiles.author, 'firm'), eq(inquiryFiles.audience, 'firm')))

export interface ShownFile {
  id: string
  name: string
  kind: string
  size: number
  at: Date
  own: boolean
  messageId: number | null
}

/** @param subject the inquiry of a receipt, the approach of a firm's page */
export async function filesShown(db: Reader, side: 'buyer' | 'firm', subject: string): Promise<ShownFile[]> {
  const rows = await db.select().from(inquiryFiles).where(visibleTo(side, subject)).orderBy(asc(inquiryFiles.at), asc(inquiryFiles.id))
  return rows.map(({ id, name, kind, size, at, author, messageId }) => ({ id, name, kind, size, at, own: author === side, messageId }))
}

/** The file of a private page, or null when it is none of its own. */
export async function fileOfPage(db: Reader, side: 'buyer' | 'firm', subject: string, id: string): Promise<CaseFile | null> {
  const [row] = await db.select().from(inquiryFiles).where(and(visibleTo(side, subject), eq(inquiryFiles.id, id)))
  return row ?? null
}

export async function fileOfCase(db: Reader, inquiryId: string, id: string): Promise<CaseFile | null> {
  const [row] = await db.select().from(inquiryFiles).where(and(eq(inquiryFiles.inquiryId, inquiryId), eq(inquiryFiles.id, id)))
  return row ?? null
}

/** A file as a download that no cache keeps. */
export const fileResponse = (request: Request, file: CaseFile) =>
  documentResponse(request, { file: file.hash, name: file.name, kind: file.kind as Parameters<typeof documentResponse>[1]['kind'] }, 'private, no-store')

export interface PassedFile {
  id: string
  /** as the other side will read it */
  name: string
}

/** What may be passed on within an approach: files of the firm, of the buyer, and of the desk, none of them passed on already. */
export const filesToPassOn = (db: Reader, inquiryId: string, approachId: string): Promise<CaseFile[]> =>
  db
    .select()
    .from(inquiryFiles)
    .where(and(eq(inquiryFiles.inquiryId, inquiryId), isNull(inquiryFiles.relayOf), or(isNull(inquiryFiles.approachId), eq(inquiryFiles.approachId, approachId))))
    .orderBy(asc(inquiryFiles.at), asc(inquiryFiles.id))

async function chosen(db: Reader, inquiryId: string, approachId: string, files: readonly PassedFile[]) {
  const known = files.length > 0 ? await filesToPassOn(db, inquiryId, approachId) : []
  return files.flatMap(({ id, name }) => {
    const file = known.find((one) => one.id === id)
    return file ? [{ file, name: cleanName(name || file.name, file.kind) }] : []
  })
}

/** What the leak check has to read of files that are about to go out: their names, and the words of a PDF. */
export async function outgoingOf(db: Reader, inquiryId: string, approachId: string, files: readonly PassedFile[]): Promise<Outgoing[]> {
  const going = await chosen(db, inquiryId, approachId, files)
  if (going.length === 0) return []
  const texts = await db.select({ hash: storedFiles.hash, text: storedFiles.text }).from(storedFiles).where(inArray(storedFiles.hash, going.map(({ file }) => file.hash)))
  const textOf = new Map(texts.map((row) => [row.hash, row.text]))
  return going.flatMap(({ file, name }): Outgoing[] => {
    const text = textOf.get(file.hash)
    return [{ where: 'file-name', text: name }, ...(text ? [{ where: 'file-text' as const, of: name, text }] : [])]
  })
}

/** Gives files to the other side, each as a row of its own; returns how many. */
export async function passOn(tx: Writer, clerk: Secretary, about: { inquiryId: string; approachId: string; to: 'buyer' | 'firm'; messageId: number }, files: readonly PassedFile[]): Promise<number> {
  const { inquiryId, approachId, to, messageId } = about
  const going = await chosen(tx, inquiryId, approachId, files)
  if (going.length === 0) return 0
  await tx.insert(inquiryFiles).values(
    going.map(({ file, name }) => ({
      inquiryId, approachId, messageId, hash: file.hash, name, kind: file.kind, size: file.size, author: 'desk' as const, authorId: clerk.id, audience: to, relayOf: file.id, at: now(),
    })),
  )
  return going.length
}
