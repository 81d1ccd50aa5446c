import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { candidacies } from '#db/schema/candidacies.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { bumpVersion } from '../../catalogue/version.server.ts'
import { refused, subjectOf, tell, type Done } from '../life/recording.server.ts'
import { freeSlug } from './proposing.server.ts'

const columns = { id: projects.id, titleJa: projects.titleJa, titleZh: projects.titleZh, number: projects.number, state: projects.state, stage: candidacies.stage, way: candidacies.way, held: candidacies.held }

async function withParties<T extends { id: string }>(db: Reader, rows: readonly T[]) {
  const parties = await db.select().from(projectParties).where(inArray(projectParties.projectId, [...rows.map(({ id }) => id), ''])).orderBy(asc(projectParties.position), asc(projectParties.id))
  return rows.map((row) => ({ ...row, parties: parties.filter((party) => party.projectId === row.id).map(({ side, nameJa, nameZh }) => ({ side, ja: nameJa, zh: nameZh })) }))
}

/** The candidates of a round, or those without one, in the order they came; those that were dropped too. */
export async function candidatesOf(db: Reader, forum: number) {
  const rows = await db
    .select(columns)
    .from(candidacies)
    .innerJoin(projects, eq(projects.id, candidacies.projectId))
    .where(and(eq(candidacies.forum, forum), inArray(projects.state, ['candidate', 'dropped'])))
    .orderBy(asc(candidacies.createdAt), asc(candidacies.projectId))
  return withParties(db, rows)
}
export type Candidate = Awaited<ReturnType<typeof candidatesOf>>[number]

/** What is read out at the ceremony: those announced already and those that are ready, by number; the unnumbered last. */
export async function readingList(db: Reader, forum: number) {
  const [announced, waiting] = await Promise.all([
    db.select({ id: projects.id, titleJa: projects.titleJa, titleZh: projects.titleZh, number: projects.number, state: projects.state }).from(projects).where(and(eq(projects.state, 'announced'), eq(projects.forum, forum))).orderBy(asc(projects.slug)),
    candidatesOf(db, forum),
  ])
  const rows = [...(await withParties(db, announced)), ...waiting.filter((one) => one.state === 'candidate' && one.stage === 'ready')]
  return rows.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.id < b.id ? -1 : 1)).map(({ id, state, number, titleJa, titleZh, parties }) => ({ id, state, number, titleJa, titleZh, parties }))
}
export type ReadingItem = Awaited<ReturnType<typeof readingList>>[number]

/** Gives the ready candidates of a round their places in the order of reading. */
export async function orderCandidates(tx: Writer, clerk: Secretary, forum: number, numbers: ReadonlyMap<string, number | null>): Promise<Done> {
  const list = await readingList(tx, forum)
  const after = list.map((item) => (item.state === 'candidate' && numbers.has(item.id) ? numbers.get(item.id)! : item.number)).filter((number) => number !== null)
  if (new Set(after).size < after.length) return refused('number-taken')
  for (const item of list) {
    if (item.state === 'candidate' && numbers.has(item.id)) await tx.update(projects).set({ number: numbers.get(item.id)! }).where(and(eq(projects.id, item.id), eq(projects.state, 'candidate')))
  }
  await record(tx, `forum:${forum}`, clerk.id, 'reading-ordered', { n: numbers.size })
  return { ok: true }
}

/**
 * The ceremony has been: the chosen candidates become projects of the round, numbered in the order of reading. Everything
 * else stays a candidate. One that is not ready any more keeps all from being announced, so that nobody is left out unseen.
 */
export async function announceCandidates(tx: Writer, clerk: Secretary, forum: number, { on, chosen }: { on: string; chosen: readonly string[] }): Promise<Done> {
  if (chosen.length === 0) return refused('none-chosen')
  if (on > today()) return refused('future')
  const list = await readingList(tx, forum)
  const going = list.filter((item) => item.state === 'candidate' && chosen.includes(item.id))
  if (going.length < new Set(chosen).size) return refused('not-ready')
  const used = new Set(list.filter((item) => !going.includes(item)).map((item) => item.number))
  going.forEach((item) => used.add(item.number))
  let next = 1
  const numberOf = (item: ReadingItem) => {
    if (item.number !== null) return item.number
    while (used.has(next)) next++
    used.add(next)
    return next
  }
  for (const item of going) {
    const number = numberOf(item)
    const [moved] = await tx
      .update(projects)
      .set({ state: 'announced', forum, number, announcedOn: on, status: 'signed', statusOn: on, lastConfirmedOn: on, slug: await freeSlug(tx, forum, number), updatedAt: now() })
      .where(and(eq(projects.id, item.id), eq(projects.state, 'candidate')))
      .returning({ id: projects.id })
    if (!moved) continue
    await tx.update(projectParties).set({ fromOn: on }).where(eq(projectParties.projectId, item.id))
    await tell(tx, clerk.id, item.id, 'announced', { on, source: 'announcement', sourceText: null, ja: null, zh: null, public: true }, { forum, number })
    await record(tx, subjectOf(item.id), clerk.id, 'project-signed', { forum, number })
  }
  await bumpVersion(tx)
  return { ok: true }
}
