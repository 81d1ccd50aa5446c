import { and, eq, inArray, or } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { now } from '#app/platform/clock.ts'
import { batches } from './batches.ts'
import type { Tally } from './company-records.server.ts'
import { orderedContent, sameContent } from './content.ts'
import { deriveListings } from './derivation.server.ts'
import type { Technology, TechnologyDraft } from './drafts.ts'
import { recordAll, type Event } from './history.server.ts'
import { incoming } from './upserting.server.ts'
import { bumpVersion } from './version.server.ts'

type Revision = typeof listingRevisions.$inferSelect
type NewRevision = typeof listingRevisions.$inferInsert & { id: string }
export interface StoredTechnology {
  technology: Technology
  /** the text the public sees, or, where it sees none, the newest; null: none was ever written */
  current: Pick<Revision, 'id' | 'content'> | null
  /** the highest revision number */
  number: number
}

export async function storedTechnologies(db: Reader, ids: readonly string[]): Promise<Map<string, StoredTechnology>> {
  const found = new Map<string, StoredTechnology>()
  for (const batch of batches([...new Set(ids)])) {
    for (const technology of await db.select().from(technologies).where(inArray(technologies.id, batch))) {
      found.set(technology.id, { technology, current: null, number: 0 })
    }
    const numbers = await db
      .select({ id: listingRevisions.id, technologyId: listingRevisions.technologyId, number: listingRevisions.number })
      .from(listingRevisions)
      .where(inArray(listingRevisions.technologyId, batch))
    const wanted = new Map<string, string>()
    for (const { id, technologyId, number } of numbers) {
      const stored = found.get(technologyId)!
      if (number > stored.number) {
        stored.number = number
        wanted.set(technologyId, id)
      }
      const { state, publishedRevisionId } = stored.technology
      if (state === 'published' && publishedRevisionId) wanted.set(technologyId, publishedRevisionId)
    }
    if (wanted.size === 0) continue
    const texts = await db
      .select({ id: listingRevisions.id, technologyId: listingRevisions.technologyId, content: listingRevisions.content })
      .from(listingRevisions)
      .where(inArray(listingRevisions.id, [...wanted.values()]))
    for (const { id, technologyId, content } of texts) found.get(technologyId)!.current = { id, content }
  }
  return found
}

interface Change {
  technology: Technology
  revision: NewRevision | null
  /** the draft that the revision takes the place of; a draft beside a public text is somebody's work and stays */
  replaced: string | null
  verb: string
}

/**
 * Stores technologies whose company exists and whose slugs were found free. New text makes a new revision: the published
 * one when the technology is to be public, else a draft. What is the same already is left alone.
 * @param authorId a user's id; null: the system
 */
export async function writeTechnologies(tx: Writer, drafts: readonly TechnologyDraft[], authorId: string | null): Promise<Tally> {
  const tally: Tally = { added: 0, changed: 0, unchanged: 0 }
  let version: number | null = null
  for (const batch of batches(drafts)) {
    const stored = await storedTechnologies(tx, batch.map((draft) => draft.id))
    const changes = batch.flatMap((draft) => changeOf(draft, stored.get(draft.id), authorId) ?? [])
    tally.unchanged += batch.length - changes.length
    for (const { technology } of changes) tally[stored.has(technology.id) ? 'changed' : 'added']++
    if (changes.length === 0) continue
    await storeChanges(tx, changes)
    await recordAll(tx, authorId, changes.map(eventOf))
    version ??= await bumpVersion(tx)
    await deriveListings(tx, changes.map((change) => change.technology.id), version)
  }
  return tally
}

const verbs = { published: 'listing-published', draft: 'listing-drafted', unpublished: 'listing-unpublished' } as const

function changeOf(draft: TechnologyDraft, stored: StoredTechnology | undefined, authorId: string | null): Change | null {
  const { content, ...facts } = draft
  const before = stored?.technology
  const at = now()
  const rewritten = !stored?.current || !sameContent(content, stored.current.content)
  const goesPublic = draft.state === 'published'
  const needsRevision = rewritten || (goesPublic && before?.publishedRevisionId !== stored?.current?.id)
  const idle = before && (Object.keys(facts) as (keyof typeof facts)[]).every((member) => facts[member] === before[member])
  if (idle && !needsRevision) return null
  const revision: NewRevision | null = needsRevision
    ? {
        id: crypto.randomUUID(),
        technologyId: draft.id,
        number: (stored?.number ?? 0) + 1,
        state: goesPublic ? 'published' : 'draft',
        content: orderedContent(content),
        authorId,
        createdAt: at,
        publishedAt: goesPublic ? at : null,
      }
    : null
  return {
    technology: {
      ...facts,
      publishedRevisionId: (goesPublic ? revision?.id : null) ?? before?.publishedRevisionId ?? null,
      deletedAt: before?.deletedAt ?? null,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    },
    revision,
    replaced: revision && before?.state !== 'published' ? (stored?.current?.id ?? null) : null,
    verb: verbs[draft.state],
  }
}

const eventOf = ({ technology, revision, verb }: Change): Event => ({
  subject: `technology:${technology.id}`,
  verb,
  codes: revision ? { revision: revision.number } : {},
})

async function storeChanges(tx: Writer, changes: readonly Change[]): Promise<void> {
  await tx
    .insert(technologies)
    .values(changes.map((change) => change.technology))
    .onConflictDoUpdate({ target: technologies.id, set: incoming(technologies, ['id', 'createdAt']) })
  const revisions = changes.flatMap((change) => change.revision ?? [])
  if (revisions.length === 0) return
  const published = revisions.filter((row) => row.state === 'published').map((row) => row.technologyId)
  const replaced = changes.flatMap((change) => change.replaced ?? [])
  const { id, technologyId, state } = listingRevisions
  await tx
    .update(listingRevisions)
    .set({ state: 'superseded' })
    .where(or(and(inArray(technologyId, published), eq(state, 'published')), and(inArray(id, replaced), eq(state, 'draft'))))
    .returning({ id })
  await tx.insert(listingRevisions).values(revisions)
}
