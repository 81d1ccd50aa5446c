import { and, asc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectEvents, projectParties, projects, type projectStates } from '#db/schema/projects.ts'
import { now, today } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import { bumpVersion } from '../../catalogue/version.server.ts'
import { searchTextOf } from '../parties.ts'
import type { Refusal } from './refusals.ts'
import type { Said } from './form.ts'

export type Project = typeof projects.$inferSelect
export type Done = { ok: true } | { ok: false; reason: Refusal }
export const refused = (reason: Refusal): Done => ({ ok: false, reason })

export const subjectOf = (projectId: string) => `project:${projectId}`
type State = (typeof projectStates)[number]

/** Takes hold of a project that is in one of these states, and says that it was touched; null: it is not, or no longer. */
export async function hold(tx: Writer, projectId: string, ...states: State[]): Promise<Project | null> {
  const [row] = await tx.update(projects).set({ updatedAt: now() }).where(and(eq(projects.id, projectId), inArray(projects.state, states))).returning()
  return row ?? null
}

/** Adds one line to the life of a project, and to the ledger. The words stay in the line: the ledger has codes only. */
export async function tell(tx: Writer, by: string, projectId: string, verb: (typeof projectEvents.$inferInsert)['verb'], said: Said, codes: Codes = {}): Promise<number> {
  const [event] = await tx
    .insert(projectEvents)
    .values({ projectId, verb, on: said.on, source: said.source, sourceText: said.sourceText, codes, textJa: said.ja, textZh: said.zh, public: said.public, authorId: by, createdAt: now() })
    .returning({ id: projectEvents.id })
  await record(tx, subjectOf(projectId), by, `project-${verb}`, { event: event!.id })
  return event!.id
}

export const isFuture = (day: string) => day > today()

/** Somebody who must know has spoken: the day moves forward only. */
export async function confirmedOn(tx: Writer, projectId: string, day: string): Promise<void> {
  await tx
    .update(projects)
    .set({ lastConfirmedOn: day })
    .where(and(eq(projects.id, projectId), or(isNull(projects.lastConfirmedOn), lt(projects.lastConfirmedOn, day))))
    .returning({ id: projects.id })
}

export const partiesOfProject = (db: Reader, projectId: string) =>
  db.select().from(projectParties).where(eq(projectParties.projectId, projectId)).orderBy(asc(projectParties.position), asc(projectParties.createdAt), asc(projectParties.id))

/** Writes what a search reads anew: titles, earlier titles too, and everybody who takes or took part. */
export async function refreshSearch(tx: Writer, projectId: string): Promise<void> {
  const [row] = await tx.select({ ja: projects.titleJa, zh: projects.titleZh }).from(projects).where(eq(projects.id, projectId))
  const parties = await partiesOfProject(tx, projectId)
  const retitled = await tx.select({ codes: projectEvents.codes }).from(projectEvents).where(and(eq(projectEvents.projectId, projectId), eq(projectEvents.verb, 'retitled')))
  const earlier = retitled.map(({ codes }) => ({ ja: textOf(codes.fromJa), zh: textOf(codes.fromZh) }))
  const names = parties.map(({ nameJa, nameZh }) => ({ ja: nameJa, zh: nameZh }))
  await tx.update(projects).set({ searchText: searchTextOf(row!, [...earlier, ...names]) }).where(eq(projects.id, projectId))
  await bumpVersion(tx)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** Whether another project has this number in this round. */
export async function isTaken(db: Reader, projectId: string, forum: number, number: number): Promise<boolean> {
  return (await db.$count(projects, and(eq(projects.state, 'announced'), eq(projects.forum, forum), eq(projects.number, number), ne(projects.id, projectId)))) > 0
}
