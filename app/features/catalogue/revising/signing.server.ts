import type { Writer } from '#db/index.ts'
import type { SignOffs } from '#db/schema/catalogue.ts'
import type { Editor, Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import type { WaiverWay } from './decisions.ts'
import { languagesOf } from './drafting.server.ts'
import { FROM_FIRM } from './remarks.ts'
import { alreadyMoved, holdOwn, holdRevision, moveRevision, recordListing, workingRevision, type Done, type Revision } from './revisions.server.ts'
import { tellFirmPeople, tellOffice } from './telling.server.ts'

/** Languages whose text nobody of the firm has answered for yet: they must not be published. */
export const unsignedLanguages = ({ content, signOffs }: Pick<Revision, 'content' | 'signOffs'>) => languagesOf(content).filter((language) => !signOffs?.[language])

/** Asks the firm to sign the translated text off. */
export async function askForSignOff(tx: Writer, clerk: Secretary, revisionId: string): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (held?.revision.state !== 'submitted') return alreadyMoved
  if (languagesOf(held.revision.content).length < 2 || unsignedLanguages(held.revision).length === 0) return { ok: false, reason: 'incomplete' }
  const { number } = held.revision
  await moveRevision(tx, revisionId, ['submitted'], { translationWanted: false, signOffAskedAt: now(), remarks: null })
  await recordListing(tx, held.technology.id, clerk.id, 'listing-sign-off-asked', { revision: number })
  await tellFirmPeople(tx, held.technology.companyId, 'listing-translated', { technology: held.technology.id, revision: revisionId })
  return { ok: true }
}

/** The text under review, for somebody of its firm: the office waives, it never signs in the firm's place. */
async function underReview(tx: Writer, editor: Editor, technologyId: string, edition: number): Promise<Done<{ working: Revision }>> {
  if (editor.office || !(await holdOwn(tx, editor, technologyId))) return { ok: false, reason: 'gone' }
  const working = await workingRevision(tx, technologyId)
  if (working?.state !== 'submitted') return alreadyMoved
  return working.edition === edition ? { ok: true, working } : { ok: false, reason: 'edited-meanwhile' }
}

/** Signs the text of one language off while it is under review, e.g. the Chinese that the office wrote. */
export async function signOff(tx: Writer, editor: Editor, technologyId: string, edition: number, language: 'ja' | 'zh'): Promise<Done> {
  const found = await underReview(tx, editor, technologyId, edition)
  if (!found.ok) return found
  const { working } = found
  if (!unsignedLanguages(working).includes(language)) return alreadyMoved
  const signOffs: SignOffs = { ...working.signOffs, [language]: { how: 'signed', by: editor.person.id, name: editor.person.name, at: now().toISOString() } }
  const signedAll = unsignedLanguages({ ...working, signOffs }).length === 0
  await moveRevision(tx, working.id, ['submitted'], { signOffs, ...(signedAll && { signOffAskedAt: null, remarks: null }) })
  await recordListing(tx, technologyId, editor.person.id, 'listing-signed-off', { revision: working.number, language })
  await tellOffice(tx, 'listing-signed-off', { technology: technologyId, revision: working.id })
  return { ok: true }
}

/** The firm does not sign: the text goes back to the office's translation queue with what is wrong with it. */
export async function sendTextBack(tx: Writer, editor: Editor, technologyId: string, edition: number, remark: string): Promise<Done> {
  const found = await underReview(tx, editor, technologyId, edition)
  if (!found.ok) return found
  const { working } = found
  if (!working.signOffAskedAt) return alreadyMoved
  await moveRevision(tx, working.id, ['submitted'], { translationWanted: true, signOffAskedAt: null, remarks: { [FROM_FIRM]: remark } })
  await recordListing(tx, technologyId, editor.person.id, 'listing-sent-back', { revision: working.number })
  await tellOffice(tx, 'listing-sent-back', { technology: technologyId, revision: working.id })
  return { ok: true }
}

/** The firm leaves the sign-off of one language to the office: who of the firm said so is kept with the text, and how in the ledger. */
export async function waiveSignOff(tx: Writer, clerk: Secretary, revisionId: string, edition: number, waiver: { language: 'ja' | 'zh'; name: string; way: WaiverWay }): Promise<Done> {
  const held = await holdRevision(tx, revisionId)
  if (held?.revision.state !== 'submitted') return alreadyMoved
  const { revision, technology } = held
  const { language, name, way } = waiver
  if (revision.edition !== edition) return { ok: false, reason: 'edited-meanwhile' }
  if (!unsignedLanguages(revision).includes(language)) return alreadyMoved
  const signOffs: SignOffs = { ...revision.signOffs, [language]: { how: 'waived', by: clerk.id, name, at: now().toISOString() } }
  const signedAll = unsignedLanguages({ ...revision, signOffs }).length === 0
  await moveRevision(tx, revisionId, ['submitted'], { signOffs, ...(signedAll && { signOffAskedAt: null }) })
  await recordListing(tx, technology.id, clerk.id, 'listing-sign-off-waived', { revision: revision.number, language, way })
  return { ok: true }
}
