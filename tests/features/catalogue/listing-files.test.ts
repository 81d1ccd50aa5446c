import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { files, listingFiles, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { jobs, ledger } from '#db/schema/platform.ts'
import { requireEditor } from '#app/features/accounts/gate.server.ts'
import { excerptsOf, searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { changeDraft } from '#app/features/catalogue/files/drafting-files.server.ts'
import { addImage, changeDocument, describeImage, moveImage, removeDocument } from '#app/features/catalogue/files/listing-files.ts'
import { isPublicFile, publicDocument } from '#app/features/catalogue/files/serving.server.ts'
import { documentResponse, pictureResponse } from '#app/features/catalogue/files/store.server.ts'
import { sweepFiles } from '#app/features/catalogue/files/sweeping.server.ts'
import { takeDocument, takePicture } from '#app/features/catalogue/files/taking.server.ts'
import { submitDraft } from '#app/features/catalogue/revising/drafting.server.ts'
import { publishRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { workingRevision } from '#app/features/catalogue/revising/revisions.server.ts'
import { withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { filesOfCases, openRelease, releaseDocument, releasesOf, revokeRelease } from '#app/features/inquiries/releasing/releases.server.ts'
import { days } from '#app/platform/clock.ts'
import { runDueJobs } from '#app/platform/jobs.server.ts'
import { slowWorkers } from '#app/workers.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { multipart, pdf } from '../../support/hostile-files.ts'
import { delivered, opened, sentTo } from '../../support/inquiries.ts'
import { firmRequest, secretary } from '../../support/people.ts'
import sharp from 'sharp'

async function listing(id: string, exportControl: ListingContent['exportControl'] = 'not-controlled') {
  await listedCompany(`${id}-firm`)
  await listedTechnology(id, `${id}-firm`, exportControl)
  const editor = await requireEditor(await firmRequest(`${id}@firm.example`, `${id}-firm`), 'ja', `${id}-firm`)
  const [technology] = await db.select().from(technologies).where(eq(technologies.id, id))
  return { editor, technology: technology! }
}
type Listing = Awaited<ReturnType<typeof listing>>

function sent(name: string, bytes: Buffer, fields: Record<string, string>) {
  const { body, type } = multipart({ name, bytes }, fields)
  return new Request('http://127.0.0.1/ja/account/technologies/x/images', { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) })
}
const photo = (colour: string) => sharp({ create: { width: 400, height: 300, channels: 3, background: colour } }).png().toBuffer()
const draftOf = async ({ technology }: Listing) => (await workingRevision(db, technology.id))!

async function publish(own: Listing) {
  const clerk = await secretary()
  const draft = await draftOf(own)
  const content = { ...draft.content, fields: draft.content.fields.length > 0 ? draft.content.fields : ['energy-saving'] }
  const { listingRevisions } = await import('#db/schema/catalogue.ts')
  await transact((tx) => tx.update(listingRevisions).set({ content }).where(eq(listingRevisions.id, draft.id)).returning())
  const submitted = await transact((tx) => submitDraft(tx, own.editor, draft.id, draft.edition, { translationWanted: false }))
  if (!submitted.ok) throw new Error(`not submitted: ${submitted.reason}`)
  const published = await transact((tx) => publishRevision(tx, clerk, draft.id, draft.edition))
  if (!published.ok) throw new Error(`not published: ${published.reason}`)
}
const found = async (q: string) => searchTechnologies(db, { q, filters: {}, order: 'kana-asc', page: 1, limit: 10 })

test('pictures of a draft: added, described, moved; the same twice and an outdated edition are refused', async () => {
  const own = await listing('pictures')
  expect(await takePicture(sent('a.png', await photo('#a00'), { ja: '炉の写真' }), own)).toEqual({ ok: true })
  expect(await takePicture(sent('b.png', await photo('#0a0'), {}), own)).toEqual({ ok: true })
  expect(await takePicture(sent('b2.png', await photo('#0a0'), {}), own)).toMatchObject({ ok: false, status: 409, errors: { file: ['twice'] } })
  expect(await takePicture(sent('b.gif', Buffer.from('GIF89a'), { ja: '残る説明' }), own)).toMatchObject({ ok: false, errors: { file: ['wrong-picture'] }, typed: { ja: '残る説明' } })
  const { content, edition } = await draftOf(own)
  const [first, second] = content.images
  expect(first).toMatchObject({ alt: { ja: '炉の写真', zh: null }, width: 400, height: 300 })
  const act = (at: number | null, change: Parameters<typeof changeDraft>[4]) => transact((tx) => changeDraft(tx, own.editor, own.technology.id, at, change))
  expect(await act(edition, (now) => moveImage(now, second!.file, 'up'))).toEqual({ ok: true })
  expect(await act(edition, (now) => describeImage(now, second!.file, { ja: 'x', zh: null }))).toEqual({ ok: false, reason: 'edited-meanwhile' })
  expect((await draftOf(own)).content.images.map((one) => one.file)).toEqual([second!.file, first!.file])
  const full = { ...content, images: Array.from({ length: 8 }, (_, at) => ({ ...first!, file: String(at) })) }
  expect(addImage(full, first!)).toEqual({ ok: false, reason: 'full' })
})

test('a document is found by its words once it is published, and gone at once when the listing is withdrawn', async () => {
  const own = await listing('brochure')
  expect(await takeDocument(sent('../日本語 brochure.pdf', await pdf(['The zyklotherm exchanger recovers heat.']), { language: 'en', access: 'public' }), own)).toEqual({ ok: true })
  expect(await takePicture(sent('a.png', await photo('#00a'), {}), own)).toEqual({ ok: true })
  const { content } = await draftOf(own)
  const document = content.documents[0]!
  expect(document).toMatchObject({ name: '日本語 brochure.pdf', kind: 'pdf', access: 'public' })
  expect(await isPublicFile(db, document.file)).toBe(false)
  await publish(own)
  expect((await found('zyklotherm')).total).toBe(0)
  await runDueJobs(slowWorkers)
  const [row] = await db.select().from(files).where(eq(files.hash, document.file))
  expect(row).toMatchObject({ textState: 'done', text: 'The zyklotherm exchanger recovers heat.' })
  const hits = await found('zyklotherm')
  expect(hits.items.map((item) => item.id)).toEqual(['brochure'])
  expect(hits.items[0]!.content.image).toBe(content.images[0]!.file)
  expect((await excerptsOf(db, hits, 'ja')).brochure).toMatchObject({ document: document.name, text: expect.stringContaining('zyklotherm') })
  expect(await publicDocument(db, own.technology.slug, document.id)).toMatchObject({ id: document.id })
  const response = await documentResponse(new Request('http://127.0.0.1/'), document, 'public, no-cache')
  expect(Object.fromEntries(response!.headers)).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E6/) })
  expect((await response!.arrayBuffer()).byteLength).toBe(document.size)
  expect(await pictureResponse(content.images[0]!.file, 'card.webp', 'x')).not.toBeNull()
  expect(await pictureResponse(content.images[0]!.file, '../card.webp', 'x')).toBeNull()
  await transact((tx) => withdrawListing(tx, own.editor, 'brochure'))
  expect(await isPublicFile(db, document.file)).toBe(false)
  expect(await publicDocument(db, own.technology.slug, document.id)).toBeNull()
  expect((await found('zyklotherm')).total).toBe(0)
  expect(await db.select().from(listingFiles).where(eq(listingFiles.technologyId, 'brochure'))).toEqual([])
})

test('a document on request is nobody’s find; the office releases it for one inquiry, for a time', async () => {
  const own = await listing('asked', 'not-assessed')
  await takeDocument(sent('spec.pdf', await pdf(['The quixotherm data sheet']), { language: 'en', access: 'on-request', name: '仕様書' }), own)
  await publish(own)
  await runDueJobs(slowWorkers)
  const clerk = await secretary()
  const document = (await db.select().from(files)).find((row) => row.text?.includes('quixotherm'))!
  expect(await isPublicFile(db, document.hash)).toBe(false)
  expect((await found('quixotherm')).total).toBe(0)
  const inquiry = await opened(['asked'])
  const { requestableDocuments } = await import('#app/features/inquiries/releasing/releases.server.ts')
  const [asked] = await requestableDocuments(db, inquiry.id)
  const release = (seen: boolean) => transact((tx) => releaseDocument(tx, clerk, inquiry.id, asked!.document.id, { exportControl: seen }))
  expect(await release(false)).toEqual({ ok: false, reason: 'export-control' })
  const released = await release(true)
  if (!released.ok) throw new Error(released.reason)
  expect(await openRelease(db, released.token)).toMatchObject({ hash: document.hash, name: '仕様書.pdf' })
  expect(sentTo(await delivered(), inquiry.form.address).some((letter) => letter.text?.includes('仕様書.pdf'))).toBe(true)
  expect((await db.select().from(ledger).where(eq(ledger.subject, `inquiry:${inquiry.id}`))).map((row) => row.verb)).toContain('document-released')
  expect(await filesOfCases(db, [document.hash])).toEqual([document.hash])
  setClock(days(15))
  expect(await openRelease(db, released.token)).toBeNull()
  setClock(0)
  const [shown] = await releasesOf(db, inquiry.id)
  expect(await transact((tx) => revokeRelease(tx, clerk, inquiry.id, shown!.id))).toBe(true)
  expect(await openRelease(db, released.token)).toBeNull()
})

test('files that nothing refers to are swept after a day, others stay', async () => {
  const own = await listing('swept')
  await takeDocument(sent('keep.pdf', await pdf(['keep']), { language: 'ja', access: 'public' }), own)
  await takeDocument(sent('drop.pdf', await pdf(['drop']), { language: 'ja', access: 'public' }), own)
  const [keep, drop] = (await draftOf(own)).content.documents
  await transact((tx) => changeDraft(tx, own.editor, 'swept', null, (content) => changeDocument(content, keep!.id, { language: 'zh' })))
  await transact((tx) => changeDraft(tx, own.editor, 'swept', null, (content) => removeDocument(content, drop!.id)))
  const there = async (hash: string) => (await db.select().from(files).where(eq(files.hash, hash))).length === 1
  await sweepFiles([filesOfCases])
  expect(await there(drop!.file)).toBe(true)
  setClock(days(2))
  expect(await sweepFiles([filesOfCases])).toBeGreaterThanOrEqual(1)
  setClock(0)
  expect(await there(drop!.file)).toBe(false)
  expect(await there(keep!.file)).toBe(true)
  expect(await documentResponse(new Request('http://127.0.0.1/'), drop!, 'no-store')).toBeNull()
  expect((await db.select().from(jobs)).filter((job) => job.kind === 'pdf-text').length).toBeGreaterThan(0)
})
