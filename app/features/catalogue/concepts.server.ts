import { desc, eq, inArray } from 'drizzle-orm'
import { matchDocuments } from '#db/dialect'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { conceptChanges, concepts } from '#db/schema/catalogue.ts'
import type { Concept, ConceptStateFilter } from './concept-states.ts'
import { conceptToken } from './search/dictionary.ts'
import { TIERS } from './search/tiers.ts'
import { hasBit, readShelf } from './shelf.server.ts'
import { keyOf, tongues, type Words } from './terms.ts'

export const PER_PAGE = 50

/** The terminology as the desk lists it: by words, the nearest first, or the last changed first. */
export async function listConcepts(db: Reader, asked: { word: string; state: ConceptStateFilter | null; page: number }) {
  const all = await db.select().from(concepts)
  const enabled = all.filter((concept) => concept.enabled).length
  const key = keyOf(asked.word)
  const fitting: { concept: Concept; far: number }[] = []
  for (const concept of all) {
    const far = key ? distance(concept, key) : asked.word.trim() ? null : 0
    if (far !== null && (!asked.state || concept.enabled === (asked.state === 'enabled'))) fitting.push({ concept, far })
  }
  fitting.sort((a, b) => a.far - b.far || b.concept.updatedAt.getTime() - a.concept.updatedAt.getTime() || (a.concept.id < b.concept.id ? -1 : 1))
  const from = (asked.page - 1) * PER_PAGE
  return {
    concepts: fitting.slice(from, from + PER_PAGE).map(({ concept }) => concept),
    total: fitting.length,
    counts: { all: all.length, enabled, disabled: all.length - enabled },
  }
}

/** 0: a word of the concept, 1: the beginning of one, 2: a part of one; null: nothing of it. */
function distance(concept: Words, key: string): number | null {
  let best: number | null = null
  for (const word of tongues.flatMap((tongue) => concept[tongue])) {
    const at = keyOf(word).indexOf(key)
    if (at < 0) continue
    const far = at > 0 ? 2 : keyOf(word) === key ? 0 : 1
    if (best === null || far < best) best = far
  }
  return best
}

export async function readConcept(db: Reader, id: string): Promise<Concept | null> {
  const [concept] = await db.select().from(concepts).where(eq(concepts.id, id))
  return concept ?? null
}

/** How many listings the public finds by a concept. */
export async function countListings(db: Reader, id: string): Promise<number> {
  const shelf = await readShelf(db)
  const docs = await matchDocuments(db, TIERS.map(({ letter }) => ({ tokens: [letter + conceptToken(id)] })))
  return docs.filter((doc) => hasBit(shelf.live, doc)).length
}

export type ConceptChange = Pick<typeof conceptChanges.$inferSelect, 'id' | 'verb' | 'before' | 'after' | 'at'> & {
  actor: string
  /** the other concept of a merger */
  other: Concept | null
}

/** Who changed what and when, newest first. */
export async function conceptHistory(db: Reader, id: string): Promise<ConceptChange[]> {
  const rows = await db
    .select({ change: conceptChanges, actor: users.name })
    .from(conceptChanges)
    .innerJoin(users, eq(users.id, conceptChanges.actorId))
    .where(eq(conceptChanges.conceptId, id))
    .orderBy(desc(conceptChanges.id))
  const named = rows.flatMap(({ change }) => change.after.mergedFrom ?? change.after.mergedInto ?? [])
  const others = named.length > 0 ? await db.select().from(concepts).where(inArray(concepts.id, [...new Set(named)])) : []
  return rows.map(({ change: { id, verb, before, after, at }, actor }) => ({
    id,
    verb,
    before,
    after,
    at,
    actor,
    other: others.find((concept) => concept.id === (after.mergedFrom ?? after.mergedInto)) ?? null,
  }))
}
