import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listingRevisions, technologies, type Bilingual, type ListingContent, type SignOffs } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { batches } from '../batches.ts'
import { recordAll, type Event } from '../history.server.ts'
import { languagesOf } from '../revising/drafting.server.ts'
import { subjectOf, writableStates } from '../revising/revisions.server.ts'
import { incoming } from '../upserting.server.ts'

export interface DraftRow {
  revision: string
  edition: number
  technologyId: string
  name: Bilingual
  /** null: can be handed in */
  lacks: 'name' | 'fields' | null
}

const lacks = (content: ListingContent): DraftRow['lacks'] => (languagesOf(content).length === 0 ? 'name' : content.fields.length === 0 ? 'fields' : null)
const ownDrafts = (companyId: string) =>
  and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt), inArray(listingRevisions.state, [...writableStates]))

/** Drafts of a firm that could be handed in together. */
export async function draftsOf(db: Reader, companyId: string): Promise<DraftRow[]> {
  const rows = await db
    .select({ revision: listingRevisions.id, edition: listingRevisions.edition, technologyId: technologies.id, content: listingRevisions.content })
    .from(listingRevisions)
    .innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId))
    .where(ownDrafts(companyId))
    .orderBy(asc(listingRevisions.createdAt), asc(listingRevisions.id))
  return rows.map(({ content, ...row }) => ({ ...row, name: content.name, lacks: lacks(content) }))
}

export interface Together {
  /** revision → edition that was read */
  chosen: ReadonlyMap<string, number>
  translationWanted: boolean
  /** who of the firm leaves the sign-off to the office; only the office notes it */
  waivedBy: string | null
}

/**
 * Hands many drafts in at once, as `submitDraft` does one: the firm signs the texts it contains, the office notes whose
 * word stands in its place. What was edited meanwhile or lacks something stays a draft.
 */
export async function submitTogether(tx: Writer, editor: Editor, { chosen, translationWanted, waivedBy }: Together): Promise<{ submitted: number; left: number }> {
  let submitted = 0
  for (const batch of batches([...chosen.keys()], 200)) submitted += await submitBatch(tx, editor, batch, { chosen, translationWanted, waivedBy })
  if (submitted > 0 && !editor.office) {
    await queueLetter(tx, {
      kind: 'office-listings-submitted', subject: `company:${editor.companyId}`, recipient: env.officeMail, locale: 'ja',
      payload: { company: editor.companyId, n: String(submitted), translation: String(translationWanted) },
    })
  }
  return { submitted, left: chosen.size - submitted }
}

async function submitBatch(tx: Writer, editor: Editor, ids: string[], { chosen, translationWanted, waivedBy }: Together): Promise<number> {
  const own = await tx.select({ technologyId: listingRevisions.technologyId }).from(listingRevisions).innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId)).where(and(inArray(listingRevisions.id, ids), ownDrafts(editor.companyId)))
  if (own.length === 0) return 0
  // Taken hold of first: what is read afterwards stays as it is.
  await tx.update(technologies).set({ updatedAt: now() }).where(inArray(technologies.id, own.map((row) => row.technologyId))).returning({ id: technologies.id })
  const rows = await tx.select({ revision: listingRevisions }).from(listingRevisions).innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId)).where(and(inArray(listingRevisions.id, ids), ownDrafts(editor.companyId)))
  const at = now()
  const events: Event[] = []
  const moved = rows.flatMap(({ revision }) => {
    if (revision.edition !== chosen.get(revision.id) || lacks(revision.content)) return []
    const languages = languagesOf(revision.content).filter((language) => !translationWanted || language === 'ja')
    const signOffs: SignOffs = { ...revision.signOffs }
    const subject = subjectOf(revision.technologyId)
    events.push({ subject, verb: 'listing-submitted', codes: { revision: revision.number, office: editor.office, translation: translationWanted } })
    for (const language of languages) {
      if (!editor.office) signOffs[language] = { how: 'signed', by: editor.person.id, name: editor.person.name, at: at.toISOString() }
      else if (waivedBy && !signOffs[language]) {
        signOffs[language] = { how: 'waived', by: editor.person.id, name: waivedBy, at: at.toISOString() }
        events.push({ subject, verb: 'listing-sign-off-waived', codes: { revision: revision.number, language } })
      }
    }
    return [{ ...revision, state: 'submitted' as const, translationWanted, signOffs, submittedBy: editor.person.id, submittedAt: at, signOffAskedAt: null, remarks: null }]
  })
  if (moved.length === 0) return 0
  await tx
    .insert(listingRevisions)
    .values(moved)
    .onConflictDoUpdate({ target: listingRevisions.id, set: incoming(listingRevisions, ['id', 'technologyId', 'number', 'content', 'authorId', 'createdAt', 'edition']) })
  await recordAll(tx, editor.person.id, events)
  return moved.length
}
