import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, listingFiles, listingRevisions, listings, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import { requireEditor, type Editor, type Secretary } from '#app/features/accounts/gate.server.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { readTechnology } from '#app/features/catalogue/data.server.ts'
import { suggestSlug } from '#app/features/catalogue/revising/addresses.server.ts'
import { openDraft, saveDraft, startTechnology, submitDraft } from '#app/features/catalogue/revising/drafting.server.ts'
import { hintsFor } from '#app/features/catalogue/revising/hints.server.ts'
import { countQueues, readQueue } from '#app/features/catalogue/revising/queue.server.ts'
import { readReview } from '#app/features/catalogue/revising/review.server.ts'
import { editUnderReview, publishRevision, rejectRevision, returnRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { openRevision } from '#app/features/catalogue/revising/revision-desk.server.ts'
import type { Done, Revision } from '#app/features/catalogue/revising/revisions.server.ts'
import { askForSignOff, sendTextBack, signOff, waiveSignOff } from '#app/features/catalogue/revising/signing.server.ts'
import { deleteTechnology, restoreTechnology, withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { days } from '#app/platform/clock.ts'
import { listedCompany } from '../../support/catalogue.ts'
import { setClock } from '../../support/clock.ts'
import { delivered, sentTo } from '../../support/inquiries.ts'
import { firmRequest, secretary, signedInRequest } from '../../support/people.ts'

const FIRM = 'review-firm'
const MAIL = 'export@review-firm.example'
let clerk: Secretary
let firm: Editor
let office: Editor

beforeAll(async () => {
  await listedCompany(FIRM)
  clerk = await secretary()
  firm = await requireEditor(await firmRequest(MAIL, FIRM), 'ja', FIRM)
  office = await requireEditor(await signedInRequest('secretary@office.example'), 'ja', FIRM)
})
afterEach(() => setClock(0))

const both = (ja: string | null, zh: string | null) => ({ ja, zh })
const text = (given: Partial<ListingContent> = {}): ListingContent => ({ ...blankContent(), name: both('排熱回収装置', '余热回收装置'), summary: both('概要', '概述'), fields: ['waste-heat'], ...given })
const must = <T>(done: Done<T>) => {
  if (!done.ok) throw new Error(done.reason)
  return done
}
const revisionById = async (id: string) => (await db.select().from(listingRevisions).where(eq(listingRevisions.id, id)))[0]!
const verbsOf = async (technologyId: string) => (await db.select({ verb: ledger.verb }).from(ledger).where(eq(ledger.subject, `technology:${technologyId}`)).orderBy(asc(ledger.id))).map(({ verb }) => verb)
const lettersOf = async (technologyId: string, kind: string) => (await db.select().from(outbox).where(eq(outbox.kind, kind))).filter(({ payload }) => payload.technology === technologyId)
const slugOf = async (id: string) => (await db.select().from(technologies).where(eq(technologies.id, id)))[0]!.slug

async function submitted(content = text(), { by = firm, translationWanted = false } = {}) {
  const started = await transact((tx) => startTechnology(tx, by, content))
  must(await transact((tx) => submitDraft(tx, by, started.revision.id, 1, { translationWanted })))
  return { technologyId: started.technologyId, revision: await revisionById(started.revision.id) }
}
async function published(content = text()) {
  const made = await submitted(content)
  must(await transact((tx) => publishRevision(tx, clerk, made.revision.id, made.revision.edition)))
  return made
}
async function changedAndSubmitted(technologyId: string, change: (before: ListingContent) => ListingContent): Promise<Revision> {
  const draft = must(await transact((tx) => openDraft(tx, firm, technologyId))).revision
  const saved = await transact((tx) => saveDraft(tx, firm, draft.id, draft.edition, change))
  if (!saved.ok) throw new Error(saved.reason)
  must(await transact((tx) => submitDraft(tx, firm, draft.id, saved.revision.edition, { translationWanted: false })))
  return revisionById(draft.id)
}

test('submitted, returned with remarks, mended, published, changed while the old text stays public, published again', async () => {
  const { technologyId, revision } = await submitted()
  expect(await readTechnology(db, technologyId)).toBeNull()
  must(await transact((tx) => returnRevision(tx, clerk, revision.id, { summary: '数値を入れてください。', '': '写真を足してください。' })))
  const caught = sentTo(await delivered(), MAIL).at(-1)!
  expect(caught.text).toContain('概要: 数値を入れてください。')
  expect(caught.text!.indexOf('全体')).toBeLessThan(caught.text!.indexOf('概要: '))

  const saved = await transact((tx) => saveDraft(tx, firm, revision.id, revision.edition, (before) => ({ ...before, summary: both('燃料30%減', '节省燃料30%') })))
  if (!saved.ok) throw new Error(saved.reason)
  must(await transact((tx) => submitDraft(tx, firm, revision.id, saved.revision.edition, { translationWanted: false })))
  must(await transact((tx) => publishRevision(tx, clerk, revision.id, saved.revision.edition, { slug: 'hainetsu-kaishu' })))
  expect((await readTechnology(db, 'hainetsu-kaishu'))?.content.summary.ja).toBe('燃料30%減')

  const next = await changedAndSubmitted(technologyId, (before) => ({ ...before, summary: both('燃料40%減', '节省燃料40%') }))
  expect((await readTechnology(db, 'hainetsu-kaishu'))?.content.summary.ja).toBe('燃料30%減')
  must(await transact((tx) => publishRevision(tx, clerk, next.id, next.edition)))
  expect((await readTechnology(db, 'hainetsu-kaishu'))?.content.summary.ja).toBe('燃料40%減')
  expect((await revisionById(revision.id)).state).toBe('superseded')

  expect(await verbsOf(technologyId)).toEqual(['listing-drafted', 'listing-submitted', 'listing-returned', 'listing-submitted', 'listing-published', 'listing-drafted', 'listing-submitted', 'listing-published'])
  expect(await lettersOf(technologyId, 'listing-published')).toHaveLength(2)
  expect(await lettersOf(technologyId, 'office-listing-submitted')).toHaveLength(3)
  const all = await delivered()
  expect(sentTo(all, MAIL).at(-1)!.link).toContain('/ja/technologies/hainetsu-kaishu')
  expect(await db.$count(outbox, eq(outbox.reply, 'nothing to say any more'))).toBe(0)
})

test('of twenty simultaneous publications one wins, with one ledger row and one letter', async () => {
  const { technologyId, revision } = await submitted()
  const done = await Promise.all(Array.from({ length: 20 }, () => transact((tx) => publishRevision(tx, clerk, revision.id, revision.edition))))
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect(done.filter((one) => !one.ok && one.reason === 'already-moved')).toHaveLength(19)
  expect((await verbsOf(technologyId)).filter((verb) => verb === 'listing-published')).toHaveLength(1)
  expect(await lettersOf(technologyId, 'listing-published')).toHaveLength(1)
})

test('a rejected text tells its reason, and what is public stays', async () => {
  const { technologyId } = await published()
  const next = await changedAndSubmitted(technologyId, (before) => ({ ...before, summary: both('広告', '广告') }))
  must(await transact((tx) => rejectRevision(tx, clerk, next.id, '宣伝のみの内容です。')))
  expect((await readTechnology(db, technologyId))?.content.summary.ja).toBe('概要')
  expect(sentTo(await delivered(), MAIL).at(-1)!.text).toContain('理由: 宣伝のみの内容です。')
  expect(await transact((tx) => publishRevision(tx, clerk, next.id, next.edition))).toEqual({ ok: false, reason: 'already-moved' })
})

test('a text the office translated is not published before the firm signs it off', async () => {
  const { technologyId, revision } = await submitted(text({ name: both('排熱回収装置', null), summary: both('概要', null) }), { translationWanted: true })
  expect((await readQueue(db, 'translation', 1)).map(({ key }) => key)).toContain(revision.id)
  const edition = async () => (await revisionById(revision.id)).edition
  const write = async (zh: string) => {
    const seen = await edition()
    must(await transact((tx) => editUnderReview(tx, clerk, revision.id, seen, (before) => ({ ...before, name: both('排熱回収装置', zh) }))))
  }
  expect(await transact((tx) => askForSignOff(tx, clerk, revision.id))).toEqual({ ok: false, reason: 'incomplete' })
  await write('废热回收')
  // The untouched Japanese stays signed, the new Chinese is open.
  expect(Object.keys((await revisionById(revision.id)).signOffs!)).toEqual(['ja'])
  const written = await edition()
  expect(await transact((tx) => publishRevision(tx, clerk, revision.id, written))).toEqual({ ok: false, reason: 'unsigned' })
  must(await transact((tx) => askForSignOff(tx, clerk, revision.id)))
  expect((await readQueue(db, 'sign-off', 1)).map(({ key }) => key)).toContain(revision.id)
  expect(sentTo(await delivered(), MAIL).at(-1)!.link).toContain(`/account/technologies/${technologyId}/sign-off`)

  const seen = await edition()
  must(await transact((tx) => sendTextBack(tx, firm, technologyId, seen, '「余热」を使ってください。')))
  expect((await readQueue(db, 'translation', 1)).map(({ key }) => key)).toContain(revision.id)
  expect((await delivered()).findLast(({ subject }) => subject?.startsWith('訳文の修正依頼'))!.text).toContain('「余热」を使ってください。')
  await write('余热回收装置')
  expect(await transact((tx) => signOff(tx, firm, technologyId, seen, 'zh'))).toEqual({ ok: false, reason: 'edited-meanwhile' })
  must(await transact((tx) => askForSignOff(tx, clerk, revision.id)))
  const now = await edition()
  expect(await transact((tx) => signOff(tx, office, technologyId, now, 'zh'))).toEqual({ ok: false, reason: 'gone' })
  must(await transact((tx) => signOff(tx, firm, technologyId, now, 'zh')))
  const signed = await revisionById(revision.id)
  expect(signed.signOffs!.zh).toMatchObject({ how: 'signed', name: 'export' })
  expect([signed.signOffAskedAt, signed.remarks]).toEqual([null, null])
  must(await transact((tx) => publishRevision(tx, clerk, revision.id, now)))
  expect(await verbsOf(technologyId)).toEqual([
    'listing-drafted', 'listing-submitted', 'listing-edited', 'listing-sign-off-asked', 'listing-sent-back', 'listing-edited', 'listing-sign-off-asked', 'listing-signed-off', 'listing-published',
  ])
})

test('what the office submits is published after a waiver that names somebody of the firm', async () => {
  const { technologyId, revision } = await submitted(text(), { by: office })
  const publish = () => transact((tx) => publishRevision(tx, clerk, revision.id, revision.edition))
  expect(await publish()).toEqual({ ok: false, reason: 'unsigned' })
  for (const language of ['ja', 'zh'] as const) must(await transact((tx) => waiveSignOff(tx, clerk, revision.id, revision.edition, { language, name: '山田花子', way: 'phone' })))
  expect(await transact((tx) => waiveSignOff(tx, clerk, revision.id, revision.edition, { language: 'zh', name: '別人', way: 'mail' }))).toEqual({ ok: false, reason: 'already-moved' })
  must(await publish())
  expect((await revisionById(revision.id)).signOffs).toMatchObject({ ja: { how: 'waived', name: '山田花子', by: clerk.id }, zh: { how: 'waived', name: '山田花子' } })
  expect(JSON.stringify(await db.select().from(ledger).where(eq(ledger.subject, `technology:${technologyId}`)))).not.toContain('山田')
})

test('the sign-off of an unchanged language stands in the next draft', async () => {
  const { technologyId } = await published()
  const draft = must(await transact((tx) => openDraft(tx, firm, technologyId))).revision
  const saved = await transact((tx) => saveDraft(tx, firm, draft.id, draft.edition, (before) => ({ ...before, summary: { ...before.summary, zh: '新概述' } })))
  expect(saved.ok && Object.keys(saved.revision.signOffs!)).toEqual(['ja'])
})

test('two colleagues in one text: the second is told and nothing is lost', async () => {
  const { revision } = await submitted()
  const write = (summary: string) => transact((tx) => editUnderReview(tx, clerk, revision.id, revision.edition, (before) => ({ ...before, summary: { ...before.summary, zh: summary } })))
  must(await write('甲'))
  expect(await write('乙')).toEqual({ ok: false, reason: 'edited-meanwhile' })
  expect((await revisionById(revision.id)).content.summary.zh).toBe('甲')
})

test('an address is chosen once, is nobody else’s, and never changes after publication', async () => {
  const one = await submitted()
  must(await transact((tx) => publishRevision(tx, clerk, one.revision.id, 1, { slug: 'yu-re-hui-shou-zhuang-zhi' })))
  const two = await submitted()
  expect(await suggestSlug(db, two.revision.content.name, two.technologyId)).toBe('yu-re-hui-shou-zhuang-zhi-2')
  expect(await transact((tx) => publishRevision(tx, clerk, two.revision.id, 1, { slug: 'yu-re-hui-shou-zhuang-zhi' }))).toEqual({ ok: false, reason: 'slug-taken' })
  const next = await changedAndSubmitted(one.technologyId, (before) => ({ ...before, summary: both('新', '新') }))
  expect(await transact((tx) => publishRevision(tx, clerk, next.id, next.edition, { slug: 'other' }))).toEqual({ ok: false, reason: 'slug-fixed' })
  expect(await slugOf(one.technologyId)).toBe('yu-re-hui-shou-zhuang-zhi')
})

test('a firm’s page is public from its first public listing on', async () => {
  const id = 'review-new-firm'
  await listedCompany(id)
  await transact((tx) => tx.update(companies).set({ state: 'unpublished' }).where(eq(companies.id, id)).returning())
  const editor = await requireEditor(await firmRequest('new@review.example', id), 'ja', id)
  const { technologyId, revision } = await submitted(text(), { by: editor })
  must(await transact((tx) => publishRevision(tx, clerk, revision.id, 1)))
  expect((await db.select().from(companies).where(eq(companies.id, id)))[0]!.state).toBe('published')
  expect((await db.select().from(listings).where(eq(listings.technologyId, technologyId)))[0]!.live).toBe(true)
})

test('a text under review does not bring back what its firm withdrew', async () => {
  const { technologyId } = await published()
  const next = await changedAndSubmitted(technologyId, (before) => ({ ...before, summary: both('新', '新') }))
  must(await transact((tx) => withdrawListing(tx, firm, technologyId)))
  expect((await revisionById(next.id)).state).toBe('draft')
  expect(await transact((tx) => publishRevision(tx, clerk, next.id, next.edition))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await readTechnology(db, technologyId)).toBeNull()
})

test('the office brings back what was deleted for thirty days; then its texts and files are gone', async () => {
  const kept = await published()
  const lost = await published()
  for (const { technologyId } of [kept, lost]) must(await transact((tx) => deleteTechnology(tx, firm, technologyId)))
  expect(await readTechnology(db, kept.technologyId)).toBeNull()
  expect((await readQueue(db, 'deleted', 1)).map(({ key }) => key)).toEqual(expect.arrayContaining([kept.technologyId, lost.technologyId]))
  setClock(days(29))
  must(await transact((tx) => restoreTechnology(tx, clerk, kept.technologyId)))
  expect(await transact((tx) => restoreTechnology(tx, clerk, kept.technologyId))).toEqual({ ok: false, reason: 'already-moved' })
  await delivered()
  expect((await revisionById(lost.revision.id)).content.summary.ja).toBe('概要')
  setClock(days(31))
  expect(await transact((tx) => restoreTechnology(tx, clerk, lost.technologyId))).toEqual({ ok: false, reason: 'already-moved' })
  await delivered()
  const erased = (await revisionById(lost.revision.id)).content
  expect([erased.name.ja, erased.summary.ja, erased.images]).toEqual(['排熱回収装置', null, []])
  expect(await db.$count(listingFiles, eq(listingFiles.technologyId, lost.technologyId))).toBe(0)
  expect((await verbsOf(lost.technologyId)).at(-1)).toBe('listing-erased')
  expect((await revisionById(kept.revision.id)).content.summary.ja).toBe('概要')
  expect((await verbsOf(kept.technologyId)).at(-1)).toBe('listing-restored')
})

test('the queue shows what waits longest first, and how much is wrong with it', async () => {
  const first = await submitted(text({ summary: both('TEL 03-5511-2266', null) }))
  const second = await submitted()
  const rows = await readQueue(db, 'review', 1)
  const at = (id: string) => rows.findIndex(({ key }) => key === id)
  expect(at(first.revision.id)).toBeLessThan(at(second.revision.id))
  expect(rows[at(first.revision.id)]!.warnings! - rows[at(second.revision.id)]!.warnings!).toBe(2)
  expect(rows[at(first.revision.id)]).toMatchObject({ changed: false, unsigned: [] })
  expect((await countQueues(db)).review).toBe(rows.length)
})

test('the desk sees what changes against the published text, and all that happened', async () => {
  const { technologyId } = await published()
  const next = await changedAndSubmitted(technologyId, (before) => ({ ...before, summary: { ...before.summary, ja: '新しい概要' } }))
  const request = await signedInRequest('secretary@office.example', 'secretary', `http://127.0.0.1/ja/desk/listings/${next.id}`)
  const review = await readReview(db, await openRevision(request, { locale: 'ja', revision: next.id }))
  expect(review.changes.filter(({ changed }) => changed).map(({ member }) => member)).toEqual(['summary'])
  expect(review.before?.number).toBe(1)
  expect(review.events.map(({ verb }) => verb)).toEqual(['listing-drafted', 'listing-submitted', 'listing-published', 'listing-drafted', 'listing-submitted'])
  await expect(openRevision(request, { locale: 'ja', revision: 'none' })).rejects.toMatchObject({ status: 404 })
})

test('hints name the terms of the other language for the words of the original', async () => {
  const { concepts } = await import('#db/schema/catalogue.ts')
  await transact((tx) => tx.insert(concepts).values({ id: 'waste-heat-recovery', ja: ['排熱回収'], zh: ['余热回收', '废热回收'], en: ['waste heat recovery'], enabled: true, updatedAt: new Date() }).returning())
  expect(await hintsFor(db, ['ボイラーの排熱回収', ''], 'ja')).toEqual([[{ word: '排熱回収', terms: ['余热回收', '废热回收'] }], []])
})
