import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { files as stored } from '#db/schema/catalogue.ts'
import { inquiryMessages } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { fileOfCase, fileOfPage, fileResponse, filesOfCase, filesShown, judgeAttachment, MOST_FILES, receiveFile, type Sender } from '#app/features/inquiries/conversation/files.server.ts'
import { relayMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { secretary } from '../../support/people.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { forwarded, opened } from '../../support/inquiries.ts'

let clerk: Secretary
let made = 0

beforeAll(async () => {
  clerk = await secretary()
  await listedCompany('alpha')
  await listedCompany('beta')
  await listedTechnology('heat', 'alpha')
})

/** A small PDF of its own content, as it would lie among the arrivals. */
function arrived(name: string, bytes = `%PDF-1.4\n% ${++made}\ntrailer<<>>\n%%EOF\n`) {
  const folder = join(process.env.DATA_DIR!, `arrival-${made}`)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'upload')
  writeFileSync(path, bytes)
  return { path, folder, size: Buffer.byteLength(bytes), name, bytes }
}

async function sent(sender: Sender, name: string) {
  const upload = arrived(name)
  const judged = await judgeAttachment(upload)
  if (!judged.ok) throw new Error(judged.reason)
  const kept = await transact((tx) => receiveFile(tx, sender, judged, name))
  return { kept, upload, hash: createHash('sha256').update(upload.bytes).digest('hex') }
}

const buyer = (inquiryId: string): Sender => ({ inquiryId, approachId: null, author: 'buyer', authorId: null })
const firm = (inquiryId: string, approachId: string): Sender => ({ inquiryId, approachId, author: 'firm', authorId: null })
const relay = (approach: string, to: 'buyer' | 'firm', files: { id: string; name: string }[], extra = {}) =>
  transact((tx) => relayMessage(tx, clerk, approach, { to, body: `資料${++made}`, original: null, files, ...extra }))

test('what a side sends is the desk’s until the desk passes it on, under the name the desk gives it', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  expect((await sent(firm(id, approach), '仕様書.pdf')).kept).toEqual({ ok: true })
  expect(await filesShown(db, 'buyer', id)).toEqual([])
  const [own] = await filesShown(db, 'firm', approach)
  expect(own).toMatchObject({ name: '仕様書.pdf', own: true })
  expect(await relay(approach, 'buyer', [{ id: own!.id, name: '规格书' }])).toEqual({ ok: true })
  const [got] = await filesShown(db, 'buyer', id)
  expect(got).toMatchObject({ name: '规格书.pdf', own: false })
  expect((await filesOfCase(db, id)).map((file) => [file.author, file.audience])).toEqual([['firm', 'desk'], ['desk', 'buyer']])
})

test('names of files pass the leak check like words, and so do the words of a PDF', async () => {
  const { id, approach, form } = await forwarded(clerk, ['heat'], 'alpha')
  const { hash } = await sent(buyer(id), `现场照片_${form.person}_13812345678.pdf`)
  const [file] = await filesOfCase(db, id)
  const refused = await relay(approach, 'firm', [{ id: file!.id, name: file!.name }])
  expect(refused).toMatchObject({ reason: 'leak', leaks: [{ where: 'file-name' }] })
  await transact((tx) => tx.update(stored).set({ text: `概要 ${'あ'.repeat(200)} 微信：zhangwei88 ${'い'.repeat(200)}` }).where(eq(stored.hash, hash)))
  const inside = await relay(approach, 'firm', [{ id: file!.id, name: '現場写真' }])
  expect(inside).toMatchObject({ reason: 'leak', leaks: [{ where: 'file-text', of: '現場写真.pdf' }] })
  expect(await filesShown(db, 'firm', approach)).toEqual([])
  if (inside.ok || inside.reason !== 'leak') throw new Error()
  expect(await relay(approach, 'firm', [{ id: file!.id, name: '現場写真' }], { override: { reason: '架空の例', seen: inside.keys } })).toEqual({ ok: true })
  expect((await filesShown(db, 'firm', approach)).map((one) => one.name)).toEqual(['現場写真.pdf'])
})

test('each page hands out its own files only: not another firm’s, not another case’s', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  const other = await forwarded(clerk, ['heat'], 'beta')
  await sent(firm(id, approach), 'a.pdf')
  await sent(buyer(id), 'b.pdf')
  const [fromFirm, fromBuyer] = await filesOfCase(db, id)
  expect(await fileOfPage(db, 'firm', approach, fromFirm!.id)).not.toBeNull()
  expect(await fileOfPage(db, 'buyer', id, fromBuyer!.id)).not.toBeNull()
  expect([
    await fileOfPage(db, 'buyer', id, fromFirm!.id), await fileOfPage(db, 'firm', approach, fromBuyer!.id), await fileOfPage(db, 'firm', other.approach, fromFirm!.id),
    await fileOfPage(db, 'buyer', other.id, fromBuyer!.id), await fileOfCase(db, other.id, fromBuyer!.id),
  ]).toEqual([null, null, null, null, null])
  expect(await relay(other.approach, 'buyer', [{ id: fromFirm!.id, name: 'x' }], { exportControl: true })).toEqual({ ok: true })
  expect(await filesShown(db, 'buyer', other.id)).toEqual([])
})

test('a file is a download that nothing caches or opens', async () => {
  const { id } = await opened(['heat'])
  const { upload } = await sent(buyer(id), '图纸 "1".pdf')
  const [file] = await filesOfCase(db, id)
  const response = (await fileResponse(new Request('http://127.0.0.1/x'), file!))!
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(await response.text()).toBe(upload.bytes)
})

test('what is no document or picture is refused; one side sends ten at the most; an ended case takes none', async () => {
  expect(await judgeAttachment(arrived('x.pdf', 'MZ program'))).toEqual({ ok: false, reason: 'wrong-document' })
  const { id } = await opened(['heat'])
  for (let at = 0; at < MOST_FILES; at++) expect((await sent(buyer(id), `${at}.pdf`)).kept).toEqual({ ok: true })
  expect((await sent(buyer(id), 'eleven.pdf')).kept).toEqual({ ok: false, reason: 'too-many-files' })
  const { withdrawInquiry } = await import('#app/features/inquiries/concluding.server.ts')
  const ended = await opened(['heat'])
  await transact((tx) => withdrawInquiry(tx, ended.id))
  expect((await sent(buyer(ended.id), 'late.pdf')).kept).toMatchObject({ ok: false, reason: 'already-moved' })
})

test('a message with files says so to nobody outside; its text stays what was written', async () => {
  const { id, approach } = await forwarded(clerk, ['heat'], 'alpha')
  await sent({ inquiryId: id, approachId: null, author: 'desk', authorId: clerk.id }, '案内.pdf')
  const [file] = await filesOfCase(db, id)
  await relay(approach, 'buyer', [{ id: file!.id, name: '' }])
  const [message] = (await db.select().from(inquiryMessages).where(eq(inquiryMessages.inquiryId, id))).filter((one) => one.audience === 'buyer')
  expect((await filesShown(db, 'buyer', id)).map((one) => [one.name, one.messageId])).toEqual([['案内.pdf', message!.id]])
})
