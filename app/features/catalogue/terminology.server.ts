import { and, eq, inArray, sql } from 'drizzle-orm'
import { matchDocuments } from '#db/dialect'
import type { Writer } from '#db/index.ts'
import { conceptChanges, concepts, type ConceptState } from '#db/schema/catalogue.ts'
import { facts } from '#db/schema/platform.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { batches } from './batches.ts'
import { reindexDocuments } from './derivation.server.ts'
import { recordAll } from './history.server.ts'
import { phraseIn } from './search/query.ts'
import { readDictionary, readEditedDictionary, TERMINOLOGY_VERSION } from './search/terminology.server.ts'
import { TIERS } from './search/tiers.ts'
import { flawOf, joined, keyOf, tongues, type Flaw, type Tongue, type Words } from './terms.ts'
import { bumpVersion } from './version.server.ts'

type Concept = typeof concepts.$inferSelect
type Verb = (typeof conceptChanges.$inferSelect)['verb']
export type Refusal =
  | Flaw
  /** the word stands in another enabled concept already, in the same language */
  | { reason: 'taken'; tongue: Tongue; word: string; owner: { id: string } & Words }
  /** somebody else was quicker */
  | { reason: 'changed-meanwhile' }
  | { reason: 'missing' | 'same' }
export type Edited = { ok: true; id: string } | { ok: false; refusal: Refusal }

const refused = (refusal: Refusal): Edited => ({ ok: false, refusal })

export async function addConcept(tx: Writer, clerk: Secretary, words: Words): Promise<Edited> {
  await takeTurn(tx)
  const refusal = flawOf(words) ?? (await takenWord(tx, words))
  if (refusal) return refused(refusal)
  const concept: Concept = { id: crypto.randomUUID(), ...only(words), enabled: true, updatedAt: now() }
  await tx.insert(concepts).values(concept)
  await settle(tx, clerk, [{ verb: 'added', before: null, after: concept }])
  return { ok: true, id: concept.id }
}

/** @param seen when the concept was last changed, as the editor saw it */
export async function changeConcept(tx: Writer, clerk: Secretary, id: string, words: Words, seen: Date): Promise<Edited> {
  await takeTurn(tx)
  const before = await conceptById(tx, id)
  if (!before) return refused({ reason: 'missing' })
  if (before.updatedAt.getTime() !== seen.getTime()) return refused({ reason: 'changed-meanwhile' })
  const refusal = flawOf(words) ?? (before.enabled ? await takenWord(tx, added(before, words), [id]) : null)
  if (refusal) return refused(refusal)
  if (tongues.every((tongue) => before[tongue].join('\n') === words[tongue].join('\n'))) return { ok: true, id }
  const [after] = await tx
    .update(concepts)
    .set({ ...only(words), updatedAt: later(before) })
    .where(and(eq(concepts.id, id), eq(concepts.updatedAt, seen)))
    .returning()
  if (!after) return refused({ reason: 'changed-meanwhile' })
  await settle(tx, clerk, [{ verb: 'changed', before, after }])
  return { ok: true, id }
}

/** The words of one concept go over to another; the first stays for its history, without effect. */
export async function mergeConcepts(tx: Writer, clerk: Secretary, from: string, into: string): Promise<Edited> {
  if (from === into) return refused({ reason: 'same' })
  await takeTurn(tx)
  const [source, target] = [await conceptById(tx, from), await conceptById(tx, into)]
  if (!source || !target) return refused({ reason: 'missing' })
  if (!source.enabled || !target.enabled) return refused({ reason: 'changed-meanwhile' })
  const words = joined(target, source)
  const flaw = flawOf(words)
  if (flaw) return refused(flaw)
  const [emptied] = await tx
    .update(concepts)
    .set({ enabled: false, updatedAt: later(source) })
    .where(and(eq(concepts.id, from), eq(concepts.enabled, true)))
    .returning()
  const [grown] = await tx
    .update(concepts)
    .set({ ...words, updatedAt: later(target) })
    .where(and(eq(concepts.id, into), eq(concepts.enabled, true)))
    .returning()
  if (!emptied || !grown) throw new Error(`The terminology was edited by somebody who did not take a turn (${from}, ${into}).`)
  await settle(tx, clerk, [
    { verb: 'merged', before: source, after: emptied, mergedInto: into },
    { verb: 'merged', before: target, after: grown, mergedFrom: from },
  ])
  return { ok: true, id: into }
}

export const disableConcept = (tx: Writer, clerk: Secretary, id: string): Promise<Edited> => switchConcept(tx, clerk, id, false)
/** Its words must still be free. */
export const enableConcept = (tx: Writer, clerk: Secretary, id: string): Promise<Edited> => switchConcept(tx, clerk, id, true)

async function switchConcept(tx: Writer, clerk: Secretary, id: string, enabled: boolean): Promise<Edited> {
  await takeTurn(tx)
  const before = await conceptById(tx, id)
  if (!before) return refused({ reason: 'missing' })
  const taken = enabled && !before.enabled ? await takenWord(tx, before) : null
  if (taken) return refused(taken)
  const [after] = await tx
    .update(concepts)
    .set({ enabled, updatedAt: later(before) })
    .where(and(eq(concepts.id, id), eq(concepts.enabled, !enabled)))
    .returning()
  if (!after) return refused({ reason: 'changed-meanwhile' })
  await settle(tx, clerk, [{ verb: enabled ? 'enabled' : 'disabled', before, after }])
  return { ok: true, id }
}

/** Editors of the terminology wait for each other, so that a word found free stays free until the commit. */
async function takeTurn(tx: Writer): Promise<void> {
  await tx
    .insert(facts)
    .values({ name: TERMINOLOGY_VERSION })
    .onConflictDoUpdate({ target: facts.name, set: { number: sql`${facts.number}` } })
}

async function conceptById(tx: Writer, id: string): Promise<Concept | null> {
  const [concept] = await tx.select().from(concepts).where(eq(concepts.id, id))
  return concept ?? null
}

const only = ({ ja, zh, en }: Words): Words => ({ ja, zh, en })

/** Never twice the same: it is what a second editor is told by. */
const later = ({ updatedAt }: Concept) => new Date(Math.max(now().getTime(), updatedAt.getTime() + 1))

/** The words that the concept did not have. */
function added(before: Words, after: Words): Words {
  const fresh = (tongue: Tongue) => {
    const had = new Set(before[tongue].map(keyOf))
    return after[tongue].filter((word) => !had.has(keyOf(word)))
  }
  return { ja: fresh('ja'), zh: fresh('zh'), en: fresh('en') }
}

async function takenWord(tx: Writer, words: Words, except: string[] = []): Promise<Refusal | null> {
  const { words: owners } = await readDictionary(tx)
  const asked = tongues.flatMap((tongue) => words[tongue].map((word) => ({ tongue, word, key: keyOf(word) })))
  const ids = [...new Set(asked.flatMap(({ key }) => owners.get(key) ?? []))].filter((id) => !except.includes(id))
  if (ids.length === 0) return null
  const others = await tx.select().from(concepts).where(and(inArray(concepts.id, ids), eq(concepts.enabled, true)))
  for (const { tongue, word, key } of asked) {
    const owner = others.find((other) => other[tongue].some((own) => keyOf(own) === key))
    if (owner) return { reason: 'taken', tongue, word, owner: { id: owner.id, ...only(owner) } }
  }
  return null
}

interface Move {
  verb: Verb
  before: Concept | null
  after: Concept
  mergedFrom?: string
  mergedInto?: string
}

/** History, ledger, versions and search index of an edit. */
async function settle(tx: Writer, clerk: Secretary, moves: readonly Move[]): Promise<void> {
  const at = now()
  await tx.insert(conceptChanges).values(
    moves.map(({ verb, before, after, mergedFrom, mergedInto }) => ({
      conceptId: after.id,
      actorId: clerk.id,
      verb,
      before: before && stateOf(before),
      after: { ...stateOf(after), ...(mergedFrom && { mergedFrom }), ...(mergedInto && { mergedInto }) },
      at,
    })),
  )
  await recordAll(
    tx,
    clerk.id,
    moves.map(({ verb, after, mergedFrom, mergedInto }) => ({
      subject: `concept:${after.id}`,
      verb: `concept-${verb}`,
      codes: { ...(mergedFrom && { from: mergedFrom }), ...(mergedInto && { into: mergedInto }) },
    })),
  )
  await tx.update(facts).set({ number: sql`${facts.number} + 1` }).where(eq(facts.name, TERMINOLOGY_VERSION)).returning({ name: facts.name })
  // Before the documents are looked for: whoever publishes one either waits for the new words or is seen below.
  await bumpVersion(tx)
  await reindexDocuments(tx, await documentsWith(tx, movedWords(moves)), await readEditedDictionary(tx))
}

const stateOf = ({ ja, zh, en, enabled }: Concept): ConceptState => ({ ja, zh, en, enabled })

/** The folded words whose meaning for search these moves change: those a concept had and lost, or got. */
function movedWords(moves: readonly Move[]): string[] {
  const moved = new Set<string>()
  for (const { before, after } of moves) {
    const [had, has] = [activeKeys(before), activeKeys(after)]
    for (const key of [...had, ...has]) if (had.has(key) !== has.has(key)) moved.add(key)
  }
  return [...moved]
}

const activeKeys = (concept: Concept | null): Set<string> => new Set(concept?.enabled ? tongues.flatMap((tongue) => concept[tongue].map(keyOf)) : [])

/** Words of one look-up; each becomes a phrase in every place of a listing. */
const WORDS_AT_ONCE = 40

async function documentsWith(tx: Writer, words: readonly string[]): Promise<number[]> {
  const docs = new Set<number>()
  for (const batch of batches(words, WORDS_AT_ONCE)) {
    const phrases = batch.flatMap((word) => TIERS.map(({ letter }) => phraseIn(letter, word)))
    for (const doc of await matchDocuments(tx, phrases)) docs.add(doc)
  }
  return [...docs].sort((a, b) => a - b)
}
