import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { listingRevisions, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger, outbox } from '#db/schema/platform.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { blankContent } from '#app/features/catalogue/content.ts'
import { discardDraft, openDraft, saveDraft, startTechnology, submitDraft, takeBack } from '#app/features/catalogue/revising/drafting.server.ts'
import { sightOf, saveSection } from '#app/features/catalogue/revising/section-saving.server.ts'
import { workingRevision } from '#app/features/catalogue/revising/revisions.server.ts'
import { deleteTechnology, showAgain, withdrawListing } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { editorOf, officeFor } from '../../support/editors.ts'

let editor: Editor
let colleague: Editor
let stranger: Editor
let office: Editor

beforeAll(async () => {
  await listedCompany('own')
  await listedCompany('other')
  editor = await editorOf('own')
  colleague = await editorOf('own', 'second@own.example')
  stranger = await editorOf('other')
  office = await officeFor('own')
})

const content = (given: Partial<ListingContent> = {}): ListingContent => ({ ...blankContent(), name: { ja: '脱水機', zh: '脱水机' }, fields: ['sludge'], ...given })
const begun = (given: Partial<ListingContent> = {}) => transact((tx) => startTechnology(tx, editor, content(given)))
const save = (who: Editor, id: string, edition: number, change: (before: ListingContent) => ListingContent, affirmed: { member: string; language: 'ja' | 'zh' }[] = []) =>
  transact((tx) => saveDraft(tx, who, id, edition, change, affirmed))
const stored = async (id: string) => (await db.select().from(listingRevisions).where(eq(listingRevisions.id, id)))[0]!
const said = (text: string) => (before: ListingContent) => ({ ...before, summary: { ja: text, zh: before.summary.zh } })

test('of twenty saves over the same edition one wins, the others are told and get what is there', async () => {
  const { revision } = await begun()
  const saves = await Promise.all(Array.from({ length: 20 }, (_, n) => save(n % 2 ? editor : colleague, revision.id, revision.edition, said(`概要${n}`))))
  const winners = saves.filter((one) => one.ok)
  expect(winners).toHaveLength(1)
  const now = await stored(revision.id)
  expect(now.edition).toBe(revision.edition + 1)
  for (const one of saves) {
    if (one.ok) expect(one.revision.content.summary.ja).toBe(now.content.summary.ja)
    else expect(one).toMatchObject({ reason: 'edited-meanwhile', theirs: { edition: now.edition, content: { summary: now.content.summary } } })
  }
})

test('a text is stale when the other language changed later; saying it is right ends that, in the same save too', async () => {
  const { revision } = await begun({ summary: { ja: '一', zh: '一' } })
  const first = await save(editor, revision.id, 1, said('二'))
  expect(first.ok && first.revision.content.translations).toEqual({ summary: { zh: 'stale' } })
  const again = await save(editor, revision.id, 2, said('三'), [{ member: 'summary', language: 'zh' }])
  expect(again.ok && again.revision.content.translations).toEqual({})
  const third = await save(editor, revision.id, 3, said('四'))
  expect(third.ok && third.revision.content.translations).toEqual({ summary: { zh: 'stale' } })
  const right = await save(editor, revision.id, 4, (before) => before, [{ member: 'summary', language: 'zh' }])
  expect(right).toMatchObject({ ok: true, revision: { edition: 5, content: { translations: {} } } })
})

test('submitting signs the texts off, by name; what is rewritten afterwards is signed no more, the other language still is', async () => {
  const { technologyId, revision } = await begun()
  expect(await transact((tx) => submitDraft(tx, editor, revision.id, 1, { translationWanted: false }))).toEqual({ ok: true })
  expect((await stored(revision.id)).signOffs).toMatchObject({ ja: { how: 'signed', by: editor.person.id, name: editor.person.name }, zh: { how: 'signed' } })
  expect(await save(editor, revision.id, 1, said('x'))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => takeBack(tx, editor, technologyId))).toEqual({ ok: true })
  const saved = await save(editor, revision.id, 1, (before) => ({ ...before, name: { ...before.name, zh: '新脱水机' } }))
  expect(saved.ok && Object.keys(saved.revision.signOffs ?? {})).toEqual(['ja'])
  expect((await db.select().from(ledger).where(eq(ledger.subject, `technology:${technologyId}`)).orderBy(asc(ledger.id))).map((row) => row.verb)).toEqual(['listing-drafted', 'listing-submitted', 'listing-taken-back'])
  expect((await db.select().from(outbox).where(eq(outbox.subject, `technology:${technologyId}`))).map((row) => row.kind)).toEqual(['office-listing-submitted'])
})

test('asking for a translation signs the Japanese only; the office signs nothing in the firm’s place', async () => {
  const asked = await begun()
  await transact((tx) => submitDraft(tx, editor, asked.revision.id, 1, { translationWanted: true }))
  expect(await stored(asked.revision.id)).toMatchObject({ state: 'submitted', translationWanted: true })
  expect(Object.keys((await stored(asked.revision.id)).signOffs ?? {})).toEqual(['ja'])
  const placed = await begun()
  await transact((tx) => submitDraft(tx, office, placed.revision.id, 1, { translationWanted: false }))
  expect((await stored(placed.revision.id)).signOffs).toEqual({})
})

test('what was edited meanwhile, is incomplete or has half a row is not submitted', async () => {
  const { revision } = await begun()
  await save(colleague, revision.id, 1, said('新'))
  expect(await transact((tx) => submitDraft(tx, editor, revision.id, 1, { translationWanted: false }))).toEqual({ ok: false, reason: 'edited-meanwhile' })
  const nothing = { ja: null, zh: null }
  for (const given of [{ fields: [] }, { name: nothing }, { indicators: [{ name: nothing, value: 3, unit: '', baseline: nothing, conditions: nothing }] }]) {
    const half = await begun(given)
    expect(await transact((tx) => submitDraft(tx, editor, half.revision.id, 1, { translationWanted: false }))).toEqual({ ok: false, reason: 'incomplete' })
    expect((await stored(half.revision.id)).state).toBe('draft')
  }
})

test('two people save different sections without meeting; in the same one the second is told and nothing is stored', async () => {
  const { technologyId, revision } = await begun()
  const seen = { basics: sightOf('basics', revision.content), texts: sightOf('texts', revision.content) }
  const write = (who: Editor, section: 'basics' | 'texts', members: Partial<ListingContent>) =>
    transact((tx) => saveSection(tx, who, technologyId, { section, seen: seen[section], members, affirmed: [] }))
  expect((await write(editor, 'basics', { stage: 'commercial' })).ok).toBe(true)
  expect((await write(colleague, 'texts', { problem: { ja: '臭い', zh: null } })).ok).toBe(true)
  const second = await write(colleague, 'basics', { stage: 'research' })
  expect(second).toMatchObject({ ok: false, reason: 'edited-meanwhile', editedBy: colleague.person.id, content: { stage: 'commercial' } })
  expect((await stored(revision.id)).content).toMatchObject({ stage: 'commercial', problem: { ja: '臭い', zh: null } })
})

test('a public text is changed in a copy; looking through it begins none, and a discarded copy leaves the public as it was', async () => {
  const id = await listedTechnology('public-one', 'own')
  const [published] = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, id))
  const seen = sightOf('basics', published!.content)
  const write = (members: Partial<ListingContent>) => transact((tx) => saveSection(tx, editor, id, { section: 'basics', seen, members, affirmed: [] }))
  expect((await write({ name: published!.content.name })).ok).toBe(true)
  expect(await workingRevision(db, id)).toBeNull()
  expect((await write({ name: { ja: '新しい名', zh: '新名' } })).ok).toBe(true)
  const working = (await workingRevision(db, id))!
  expect(working).toMatchObject({ number: 2, state: 'draft' })
  expect(await transact((tx) => discardDraft(tx, editor, id, 1))).toEqual({ ok: false, reason: 'edited-meanwhile' })
  expect(await transact((tx) => discardDraft(tx, editor, id, working.edition))).toEqual({ ok: true })
  expect((await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, id)).orderBy(asc(listingRevisions.number))).map((row) => row.state)).toEqual(['published', 'superseded'])
  expect(await workingRevision(db, id)).toBeNull()
})

test('a technology that was never public cannot be discarded to nothing', async () => {
  const { technologyId } = await begun()
  expect(await transact((tx) => discardDraft(tx, editor, technologyId, 1))).toEqual({ ok: false, reason: 'already-moved' })
})

test('another firm writes, submits, takes back and removes nothing', async () => {
  const { technologyId, revision } = await begun()
  const id = await listedTechnology('public-two', 'own')
  expect(await save(stranger, revision.id, 1, said('x'))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => openDraft(tx, stranger, technologyId))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => saveSection(tx, stranger, technologyId, { section: 'basics', seen: sightOf('basics', revision.content), members: { stage: 'research' }, affirmed: [] }))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => submitDraft(tx, stranger, revision.id, 1, { translationWanted: false }))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => takeBack(tx, stranger, technologyId))).toEqual({ ok: false, reason: 'gone' })
  expect(await transact((tx) => discardDraft(tx, stranger, technologyId, 1))).toEqual({ ok: false, reason: 'gone' })
  for (const move of [withdrawListing, showAgain, deleteTechnology]) expect((await transact((tx) => move(tx, stranger, id))).ok).toBe(false)
  expect(await stored(revision.id)).toMatchObject({ edition: 1, state: 'draft', content: { stage: null } })
})
