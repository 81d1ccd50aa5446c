import { and, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies, companyDrafts, type CompanyText } from '#db/schema/catalogue.ts'
import type { Editor, Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import { saveCompany } from '../mutations.server.ts'
import { changedMembers, companyLacks, companyTextOf } from './company-text.ts'
import { alreadyMoved, type Done } from './revisions.server.ts'
import { tellFirmPeople, tellOffice } from './telling.server.ts'

export type CompanyDraftRow = typeof companyDrafts.$inferSelect
/** The edition of a draft that nobody has begun. */
export const UNBEGUN = 0
const writable = ['draft', 'returned'] as const

const recordCompany = (tx: Writer, companyId: string, actor: string, verb: string, codes: Codes = {}) => record(tx, `company:${companyId}`, actor, verb, codes)

export async function readCompanyDraft(db: Reader, companyId: string): Promise<CompanyDraftRow | null> {
  const [row] = await db.select().from(companyDrafts).where(eq(companyDrafts.companyId, companyId))
  return row ?? null
}

/**
 * Stores what the firm wants to say of itself; the public sees nothing of it before the office has looked. `edition` is
 * the one that was read before writing (0: there was no draft): when somebody saved meanwhile nothing is stored and the
 * caller gets what is there now.
 */
export async function saveCompanyDraft(
  tx: Writer,
  editor: Editor,
  edition: number,
  text: CompanyText,
): Promise<{ ok: true; draft: CompanyDraftRow } | { ok: false; reason: 'edited-meanwhile'; theirs: CompanyDraftRow } | { ok: false; reason: 'already-moved' }> {
  const { companyId } = editor
  const content = companyTextOf(text)
  const edited = { content, editedBy: editor.person.id, editedAt: now() }
  const here = eq(companyDrafts.companyId, companyId)
  const [saved] =
    edition === UNBEGUN
      ? await tx.insert(companyDrafts).values({ companyId, state: 'draft', ...edited }).onConflictDoNothing().returning()
      : await tx
          .update(companyDrafts)
          .set({ ...edited, edition: edition + 1 })
          .where(and(here, eq(companyDrafts.edition, edition), inArray(companyDrafts.state, [...writable])))
          .returning()
  if (saved) return { ok: true, draft: saved }
  const [theirs] = await tx.select().from(companyDrafts).where(here)
  if (!theirs || theirs.state === 'submitted') return alreadyMoved
  // The same words twice are no conflict.
  if (changedMembers(theirs.content, content).length === 0) return { ok: true, draft: theirs }
  return { ok: false, reason: 'edited-meanwhile', theirs }
}

/** Hands the firm's details to the office. */
export async function submitCompanyDraft(tx: Writer, editor: Editor, edition: number): Promise<Done> {
  const { companyId } = editor
  const known = await readCompanyDraft(tx, companyId)
  if (!known) return { ok: false, reason: 'gone' }
  if (companyLacks(known.content).length > 0) return { ok: false, reason: 'incomplete' }
  const [moved] = await tx
    .update(companyDrafts)
    .set({ state: 'submitted', submittedAt: now(), remarks: null })
    .where(and(eq(companyDrafts.companyId, companyId), eq(companyDrafts.edition, edition), inArray(companyDrafts.state, [...writable])))
    .returning()
  if (!moved) return known.state !== 'submitted' && known.edition !== edition ? { ok: false, reason: 'edited-meanwhile' } : alreadyMoved
  await recordCompany(tx, companyId, editor.person.id, 'company-submitted', { office: editor.office })
  if (!editor.office) await tellOffice(tx, 'company-submitted', { company: companyId })
  return { ok: true }
}

/** submitted → draft: the firm thinks again before the office has decided. */
export async function takeBackCompanyDraft(tx: Writer, editor: Editor): Promise<Done> {
  const [moved] = await tx
    .update(companyDrafts)
    .set({ state: 'draft', submittedAt: null })
    .where(and(eq(companyDrafts.companyId, editor.companyId), eq(companyDrafts.state, 'submitted')))
    .returning()
  if (!moved) return alreadyMoved
  await recordCompany(tx, editor.companyId, editor.person.id, 'company-taken-back')
  return { ok: true }
}

/** Throws a draft away; what is public stays. */
export async function discardCompanyDraft(tx: Writer, editor: Editor, edition: number): Promise<Done> {
  const [gone] = await tx
    .delete(companyDrafts)
    .where(and(eq(companyDrafts.companyId, editor.companyId), eq(companyDrafts.edition, edition), inArray(companyDrafts.state, [...writable])))
    .returning()
  if (!gone) return alreadyMoved
  await recordCompany(tx, editor.companyId, editor.person.id, 'company-draft-discarded')
  return { ok: true }
}

/** What the firm handed in becomes its public page, its name in lists and its place in the orders, at once. */
export async function publishCompanyDraft(tx: Writer, clerk: Secretary, companyId: string, edition: number): Promise<Done> {
  const [draft] = await tx
    .delete(companyDrafts)
    .where(and(eq(companyDrafts.companyId, companyId), eq(companyDrafts.edition, edition), eq(companyDrafts.state, 'submitted')))
    .returning()
  if (!draft) return alreadyMoved
  const [before] = await tx.select().from(companies).where(eq(companies.id, companyId))
  const saved = await saveCompany(tx, { ...before!, ...draft.content }, clerk.id)
  if (!saved.ok) throw new Error(`company ${companyId} was not saved: ${saved.reason}`)
  await recordCompany(tx, companyId, clerk.id, 'company-published')
  await tellFirmPeople(tx, companyId, 'company-published', {})
  return { ok: true }
}

/** submitted → returned, with what is to be mended by member of the text; '' is the whole. */
export async function returnCompanyDraft(tx: Writer, clerk: Secretary, companyId: string, remarks: Record<string, string>): Promise<Done> {
  const [moved] = await tx
    .update(companyDrafts)
    .set({ state: 'returned', remarks })
    .where(and(eq(companyDrafts.companyId, companyId), eq(companyDrafts.state, 'submitted')))
    .returning()
  if (!moved) return alreadyMoved
  await recordCompany(tx, companyId, clerk.id, 'company-returned', { remarks: Object.keys(remarks).length })
  await tellFirmPeople(tx, companyId, 'company-returned', {})
  return { ok: true }
}
