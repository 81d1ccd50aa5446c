import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, transact } from '#db/index.ts'
import { companies, type CompanyText } from '#db/schema/catalogue.ts'
import { outbox } from '#db/schema/platform.ts'
import type { Editor, Secretary } from '#app/features/accounts/gate.server.ts'
import { readTechnology } from '#app/features/catalogue/data.server.ts'
import {
  discardCompanyDraft, publishCompanyDraft, readCompanyDraft, returnCompanyDraft, saveCompanyDraft, submitCompanyDraft, takeBackCompanyDraft,
} from '#app/features/catalogue/revising/company-drafts.server.ts'
import { companyTextOf } from '#app/features/catalogue/revising/company-text.ts'
import { listedCompany, listedTechnology } from '../../support/catalogue.ts'
import { editorOf } from '../../support/editors.ts'
import { secretary } from '../../support/people.ts'

let clerk: Secretary
beforeAll(async () => {
  clerk = await secretary()
})

let n = 0
async function firm() {
  const { id } = await listedCompany(`firm-${++n}`)
  return { id, editor: await editorOf(id), text: companyTextOf(await company(id)) }
}
const company = async (id: string) => (await db.select().from(companies).where(eq(companies.id, id)))[0]!
const save = (editor: Editor, edition: number, text: CompanyText) => transact((tx) => saveCompanyDraft(tx, editor, edition, text))
const letters = async (id: string, kind: string) => (await db.select().from(outbox).where(and(eq(outbox.subject, `company:${id}`), eq(outbox.kind, kind)))).length

test('a draft changes nothing public; once published it is the firm’s page, its name with its listings, and its place in the orders', async () => {
  const { id, editor, text } = await firm()
  await listedTechnology(`${id}-technology`, id)
  const changed = { ...text, nameJa: '新見本株式会社', reading: 'あたらしいみほん', profileJa: '紹介' }
  expect((await save(editor, 0, changed)).ok).toBe(true)
  expect(companyTextOf(await company(id))).toEqual(text)
  expect(await transact((tx) => submitCompanyDraft(tx, editor, 1))).toEqual({ ok: true })
  expect(await letters(id, 'office-company-submitted')).toBe(1)
  expect(await save(editor, 1, text)).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => publishCompanyDraft(tx, clerk, id, 1))).toEqual({ ok: true })
  const after = await company(id)
  expect(companyTextOf(after)).toEqual(changed)
  expect(after.sortKana.startsWith('あたらしいみほん')).toBe(true)
  expect((await readTechnology(db, `${id}-technology`))?.company.nameJa).toBe('新見本株式会社')
  expect(await readCompanyDraft(db, id)).toBeNull()
  expect(await letters(id, 'company-published')).toBe(1)
  expect(await transact((tx) => publishCompanyDraft(tx, clerk, id, 1))).toEqual({ ok: false, reason: 'already-moved' })
})

test('of ten first saves and ten later ones one each wins; the others get what is there', async () => {
  const { id, editor, text } = await firm()
  for (const edition of [0, 1]) {
    const saves = await Promise.all(Array.from({ length: 10 }, (_, at) => save(editor, edition, { ...text, profileJa: `${edition} の ${at}` })))
    expect(saves.filter((one) => one.ok)).toHaveLength(1)
    const now = (await readCompanyDraft(db, id))!
    expect(now.edition).toBe(edition + 1)
    for (const one of saves) if (!one.ok) expect(one).toMatchObject({ reason: 'edited-meanwhile', theirs: { edition: now.edition, content: { profileJa: now.content.profileJa } } })
  }
})

test('a Japanese name without its reading, no name at all, and a text changed meanwhile are not submitted', async () => {
  const { editor, text } = await firm()
  await save(editor, 0, { ...text, reading: null })
  expect(await transact((tx) => submitCompanyDraft(tx, editor, 1))).toEqual({ ok: false, reason: 'incomplete' })
  await save(editor, 1, { ...text, nameJa: null, nameZh: null, nameEn: null })
  expect(await transact((tx) => submitCompanyDraft(tx, editor, 2))).toEqual({ ok: false, reason: 'incomplete' })
  await save(editor, 2, { ...text, profileJa: '紹介' })
  expect(await transact((tx) => submitCompanyDraft(tx, editor, 2))).toEqual({ ok: false, reason: 'edited-meanwhile' })
})

test('returned with remarks it can be written in again; taken back or discarded it waits for nobody', async () => {
  const { id, editor, text } = await firm()
  await save(editor, 0, { ...text, profileJa: '紹介' })
  await transact((tx) => submitCompanyDraft(tx, editor, 1))
  expect(await transact((tx) => returnCompanyDraft(tx, clerk, id, { profileJa: '連絡先を外してください' }))).toEqual({ ok: true })
  expect(await readCompanyDraft(db, id)).toMatchObject({ state: 'returned', remarks: { profileJa: '連絡先を外してください' } })
  expect(await letters(id, 'company-returned')).toBe(1)
  expect((await save(editor, 1, { ...text, profileJa: '直した紹介' })).ok).toBe(true)
  await transact((tx) => submitCompanyDraft(tx, editor, 2))
  expect(await transact((tx) => discardCompanyDraft(tx, editor, 2))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => takeBackCompanyDraft(tx, editor))).toEqual({ ok: true })
  expect(await transact((tx) => publishCompanyDraft(tx, clerk, id, 2))).toEqual({ ok: false, reason: 'already-moved' })
  expect(await transact((tx) => discardCompanyDraft(tx, editor, 2))).toEqual({ ok: true })
  expect(await readCompanyDraft(db, id)).toBeNull()
  expect(companyTextOf(await company(id))).toEqual(text)
})
