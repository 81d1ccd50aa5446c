import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listingRevisions, technologies, type Bilingual, type ListingContent, type ListingDocument } from '#db/schema/catalogue.ts'
import { approaches, documentReleases, inquiries, inquiryFiles, inquiryTechnologies } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, now } from '#app/platform/clock.ts'
import { currentToken, openLink, readLink, revokeLinks } from '#app/platform/links.server.ts'
import { seeExportControl } from '../conversation/export-control.server.ts'
import { holdInquiry, holdOpenInquiry, recordCase } from '../moving.server.ts'
import { tellBuyer } from '../telling.server.ts'

export type Release = typeof documentReleases.$inferSelect

/** How long a buyer can download what was released. */
const RELEASED_FOR = days(14)

export interface Requestable {
  technologyId: string
  name: Bilingual
  /** the firm's declaration must be looked at before the document goes out */
  exportControl: boolean
  document: ListingDocument
}

/** Documents on request of the technologies that a case is about, as they are published now. */
export async function requestableDocuments(db: Reader, inquiryId: string): Promise<Requestable[]> {
  const rows = await db
    .select({ technologyId: technologies.id, content: listingRevisions.content })
    .from(inquiryTechnologies)
    .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
    .innerJoin(listingRevisions, eq(listingRevisions.id, technologies.publishedRevisionId))
    .where(and(eq(inquiryTechnologies.inquiryId, inquiryId), eq(technologies.state, 'published')))
    .orderBy(asc(inquiryTechnologies.id))
  const onRequest = ({ documents }: ListingContent) => documents.filter((one) => one.access === 'on-request')
  return rows.flatMap(({ technologyId, content }) =>
    onRequest(content).map((document) => ({ technologyId, name: content.name, exportControl: content.exportControl !== 'not-controlled', document })),
  )
}

export type ReleaseRefusal = 'gone' | 'closed' | 'export-control'

/** Lets a document out for one case: a private link on the buyer's receipt page, and a letter that leads there. */
export async function releaseDocument(tx: Writer, clerk: Secretary, inquiryId: string, documentId: string, seen: { exportControl: boolean }): Promise<{ ok: true; token: string } | { ok: false; reason: ReleaseRefusal }> {
  const inquiry = await holdOpenInquiry(tx, inquiryId)
  if (!inquiry) return { ok: false, reason: 'closed' }
  const wanted = (await requestableDocuments(tx, inquiryId)).find((one) => one.document.id === documentId)
  if (!wanted) return { ok: false, reason: 'gone' }
  if (wanted.exportControl && !seen.exportControl) return { ok: false, reason: 'export-control' }
  const { technologyId, document } = wanted
  const at = now()
  const expiresAt = new Date(at.getTime() + RELEASED_FOR)
  const [release] = await tx
    .insert(documentReleases)
    .values({ inquiryId, technologyId, documentId, hash: document.file, name: document.name, releasedBy: clerk.id, at, expiresAt })
    .returning()
  const token = await openLink(tx, 'document', release!.id, expiresAt)
  if (wanted.exportControl) await noteDeclaration(tx, clerk, inquiryId, technologyId)
  const told = await tellBuyer(tx, inquiry, 'inquiry-release', { release: release!.id })
  await recordCase(tx, inquiryId, clerk.id, 'document-released', { release: release!.id, technology: technologyId, document: documentId, exportControlSeen: wanted.exportControl, letter: told })
  return { ok: true, token }
}

async function noteDeclaration(tx: Writer, clerk: Secretary, inquiryId: string, technologyId: string): Promise<void> {
  const asked = await tx
    .select({ id: approaches.id, inquiryId: approaches.inquiryId })
    .from(approaches)
    .innerJoin(technologies, eq(technologies.companyId, approaches.companyId))
    .where(and(eq(approaches.inquiryId, inquiryId), eq(technologies.id, technologyId)))
  for (const approach of asked) await seeExportControl(tx, clerk, approach)
}

/** Ends the link of a release before its time. */
export async function revokeRelease(tx: Writer, clerk: Secretary, inquiryId: string, releaseId: string): Promise<boolean> {
  await holdInquiry(tx, inquiryId)
  const [release] = await tx.select().from(documentReleases).where(and(eq(documentReleases.id, releaseId), eq(documentReleases.inquiryId, inquiryId)))
  if (!release || (await revokeLinks(tx, 'document', releaseId)) === 0) return false
  await recordCase(tx, inquiryId, clerk.id, 'document-revoked', { release: releaseId })
  return true
}

export interface ShownRelease {
  id: string
  name: string
  at: Date
  expiresAt: Date
  /** null: expired or revoked */
  token: string | null
}

/** What was released for a case, newest first. */
export async function releasesOf(db: Reader, inquiryId: string): Promise<ShownRelease[]> {
  const rows = await db.select().from(documentReleases).where(eq(documentReleases.inquiryId, inquiryId)).orderBy(desc(documentReleases.at), desc(documentReleases.id))
  return Promise.all(rows.map(async ({ id, name, at, expiresAt }) => ({ id, name, at, expiresAt, token: await currentToken(db, 'document', id) })))
}

/** What a link lets its holder download; null when it is guessed, expired or revoked. */
export async function openRelease(db: Reader, token: string): Promise<Release | null> {
  const link = await readLink(db, 'document', token)
  const [release] = link ? await db.select().from(documentReleases).where(eq(documentReleases.id, link.subject)) : []
  return release ?? null
}

/** Notes a download; who holds the link is not known. */
export async function countDownload(tx: Writer, { id, inquiryId }: Release): Promise<void> {
  const [inquiry] = await tx.select({ id: inquiries.id }).from(inquiries).where(eq(inquiries.id, inquiryId))
  if (inquiry) await recordCase(tx, inquiryId, 'buyer', 'document-downloaded', { release: id })
}

/** Files that a case still holds on to: they are not swept away. */
export async function filesOfCases(db: Reader, hashes: readonly string[]): Promise<string[]> {
  const released = await db.select({ hash: documentReleases.hash }).from(documentReleases).where(inArray(documentReleases.hash, [...hashes]))
  const attached = await db.select({ hash: inquiryFiles.hash }).from(inquiryFiles).where(inArray(inquiryFiles.hash, [...hashes]))
  return [...released, ...attached].map((row) => row.hash)
}
