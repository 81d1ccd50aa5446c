import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listingRevisions, technologies } from '#db/schema/catalogue.ts'
import type { Editor } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import type { Technology } from '../drafts.ts'

export type Revision = typeof listingRevisions.$inferSelect
export type RevisionState = Revision['state']

/** The text being worked on, at most one a technology: being written, under review, or sent back with remarks. */
export const workingStates = ['draft', 'submitted', 'returned'] as const satisfies readonly RevisionState[]
/** Where the firm may write. */
export const writableStates = ['draft', 'returned'] as const satisfies readonly RevisionState[]

export const refusals = ['already-moved', 'edited-meanwhile', 'unsigned', 'incomplete', 'gone', 'slug-taken', 'slug-fixed'] as const
export type Refusal = (typeof refusals)[number]
export type Done<T = object> = ({ ok: true } & T) | { ok: false; reason: Refusal }
export const alreadyMoved = { ok: false, reason: 'already-moved' } as const

export const subjectOf = (technologyId: string) => `technology:${technologyId}`
export const recordListing = (tx: Writer, technologyId: string, actor: string, verb: string, codes: Codes = {}) =>
  record(tx, subjectOf(technologyId), actor, verb, codes)

/** Takes hold of a technology until the transaction ends; null where there is none or it was deleted. */
export async function holdTechnology(tx: Writer, id: string): Promise<Technology | null> {
  const [row] = await tx.update(technologies).set({ updatedAt: now() }).where(eq(technologies.id, id)).returning()
  return row && !row.deletedAt ? row : null
}

/** As `holdTechnology`, for somebody who may change what its firm says. */
export async function holdOwn(tx: Writer, editor: Editor, id: string): Promise<Technology | null> {
  const technology = await holdTechnology(tx, id)
  return technology?.companyId === editor.companyId ? technology : null
}

export async function workingRevision(db: Reader, technologyId: string): Promise<Revision | null> {
  const [row] = await db
    .select()
    .from(listingRevisions)
    .where(and(eq(listingRevisions.technologyId, technologyId), inArray(listingRevisions.state, [...workingStates])))
    .orderBy(desc(listingRevisions.number))
    .limit(1)
  return row ?? null
}

/** The text the public sees, or null. */
export async function publishedRevision(db: Reader, technology: Technology): Promise<Revision | null> {
  const [row] = await db.select().from(listingRevisions).where(eq(listingRevisions.id, technology.publishedRevisionId ?? ''))
  return row ?? null
}

/** The newest revision of any state, e.g. the one that was rejected. */
export async function latestRevision(db: Reader, technologyId: string): Promise<Revision | null> {
  const [row] = await db.select().from(listingRevisions).where(eq(listingRevisions.technologyId, technologyId)).orderBy(desc(listingRevisions.number)).limit(1)
  return row ?? null
}

/** Moves a revision on, if it is still at one of `from`; null: somebody was first. */
export async function moveRevision(tx: Writer, id: string, from: readonly RevisionState[], change: Partial<Revision>): Promise<Revision | null> {
  const [row] = await tx
    .update(listingRevisions)
    .set(change)
    .where(and(eq(listingRevisions.id, id), inArray(listingRevisions.state, [...from])))
    .returning()
  return row ?? null
}

/** Takes hold of a revision with its technology, for the office. */
export async function holdRevision(tx: Writer, id: string): Promise<{ revision: Revision; technology: Technology } | null> {
  const [known] = await tx.select({ technologyId: listingRevisions.technologyId }).from(listingRevisions).where(eq(listingRevisions.id, id))
  const technology = known ? await holdTechnology(tx, known.technologyId) : null
  if (!technology) return null
  const [revision] = await tx.select().from(listingRevisions).where(eq(listingRevisions.id, id))
  return { revision: revision!, technology }
}

/** As `holdRevision`, for somebody who may change what its firm says. */
export async function holdOwnRevision(tx: Writer, editor: Editor, id: string): Promise<{ revision: Revision; technology: Technology } | null> {
  const held = await holdRevision(tx, id)
  return held?.technology.companyId === editor.companyId ? held : null
}
