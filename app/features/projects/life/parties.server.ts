import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import type { z } from 'zod'
import type { Reader, Writer } from '#db/index.ts'
import { partyMergers } from '#db/schema/candidacies.ts'
import { companies } from '#db/schema/catalogue.ts'
import { partySides, projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { batches } from '../../catalogue/batches.ts'
import { bumpVersion } from '../../catalogue/version.server.ts'
import { bodiesFinder } from '../entering.server.ts'
import { kindOfBody, readPartyLines, type Name } from '../parties.ts'
import type { joiningForm, Said, signingForm } from './form.ts'
import { hold, isFuture, partiesOfProject, refreshSearch, refused, tell, type Done } from './recording.server.ts'

export const newcomersOf = (sent: { japan: string | null; china: string | null }): { side: 'japan' | 'china'; name: Name }[] =>
  partySides.flatMap((side) => readPartyLines(sent[side] ?? '').map((name) => ({ side, name })))

/** Partners join a project that goes on. */
export async function joinParties(tx: Writer, clerk: Secretary, projectId: string, { japan, china, ...said }: z.output<typeof joiningForm>): Promise<Done> {
  const joining = newcomersOf({ japan, china })
  if (joining.length === 0) return refused('no-parties')
  if (isFuture(said.on)) return refused('future')
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  await enter(tx, clerk, projectId, joining, said)
  await refreshSearch(tx, projectId)
  return { ok: true }
}

async function enter(tx: Writer, clerk: Secretary, projectId: string, joining: readonly { side: 'japan' | 'china'; name: Name }[], said: Said): Promise<void> {
  const bodyOf = await bodiesFinder(tx)
  const [last] = await tx.select({ position: max(projectParties.position) }).from(projectParties).where(eq(projectParties.projectId, projectId))
  for (const [at, { side, name }] of joining.entries()) {
    const [row] = await tx
      .insert(projectParties)
      .values({ projectId, side, kind: kindOfBody(name), nameJa: name.ja, nameZh: name.zh, ...bodyOf(name), position: (last?.position ?? -1) + 1 + at, fromOn: said.on, createdAt: now() })
      .returning({ id: projectParties.id })
    await tell(tx, clerk.id, projectId, 'party-joined', at === 0 ? said : { ...said, ja: null, zh: null }, { party: row!.id, nameJa: name.ja, nameZh: name.zh })
  }
}

/** A partner leaves; the row stays with its last day. */
export async function partLeaves(tx: Writer, clerk: Secretary, projectId: string, partyId: string, said: Said): Promise<Done> {
  if (isFuture(said.on)) return refused('future')
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  const left = await leave(tx, clerk, projectId, [partyId], said)
  return left === null ? { ok: true } : refused(left)
}

async function leave(tx: Writer, clerk: Secretary, projectId: string, ids: readonly string[], said: Said): Promise<'already-moved' | 'left-before' | null> {
  const present = (await partiesOfProject(tx, projectId)).filter((party) => party.untilOn === null)
  const leaving = present.filter(({ id }) => ids.includes(id))
  if (leaving.length < ids.length) return 'already-moved'
  if (leaving.some(({ fromOn }) => fromOn !== null && fromOn > said.on)) return 'left-before'
  for (const [at, { id, nameJa, nameZh }] of leaving.entries()) {
    await tx.update(projectParties).set({ untilOn: said.on }).where(eq(projectParties.id, id))
    await tell(tx, clerk.id, projectId, 'party-left', at === 0 ? said : { ...said, ja: null, zh: null }, { party: id, nameJa, nameZh })
  }
  return null
}

/** The memorandum is signed anew, perhaps by others: an event of the same project. */
export async function signAnew(tx: Writer, clerk: Secretary, projectId: string, { staying, japan, china, ...said }: z.output<typeof signingForm>): Promise<Done> {
  if (isFuture(said.on)) return refused('future')
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  const present = (await partiesOfProject(tx, projectId)).filter((party) => party.untilOn === null)
  const leaving = present.filter(({ id }) => !staying.includes(id))
  const joining = newcomersOf({ japan, china })
  const sides = new Set([...present.filter(({ id }) => staying.includes(id)), ...joining].map(({ side }) => side))
  if (sides.size < 2) return refused('last-of-side')
  if (leaving.some(({ fromOn }) => fromOn !== null && fromOn > said.on)) return refused('left-before')
  await tell(tx, clerk.id, projectId, 'signed-anew', said, { joined: joining.length, left: leaving.length })
  const unsaid = { ...said, ja: null, zh: null }
  await leave(tx, clerk, projectId, leaving.map(({ id }) => id), unsaid)
  await enter(tx, clerk, projectId, joining, unsaid)
  await refreshSearch(tx, projectId)
  return { ok: true }
}

/** A body at the desk: every row under its key, in any state of a project, and what was merged into it. */
export async function readBody(db: Reader, key: string) {
  const rows = await db
    .select({ party: projectParties, project: { id: projects.id, titleJa: projects.titleJa, titleZh: projects.titleZh, state: projects.state, forum: projects.forum, number: projects.number } })
    .from(projectParties)
    .innerJoin(projects, eq(projects.id, projectParties.projectId))
    .where(eq(projectParties.partyKey, key))
    .orderBy(desc(projects.createdAt), asc(projectParties.position), asc(projectParties.id))
  const first = rows[0]
  if (!first) return null
  const [company] = first.party.companyId ? await db.select({ slug: companies.slug, ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(eq(companies.id, first.party.companyId)) : []
  const mergers = await db.select({ id: partyMergers.id, parties: partyMergers.parties, at: partyMergers.at }).from(partyMergers).where(and(eq(partyMergers.intoKey, key), isNull(partyMergers.undoneAt))).orderBy(desc(partyMergers.at))
  return { key, name: { ja: first.party.nameJa, zh: first.party.nameZh }, side: first.party.side, company: company ?? null, rows, mergers: mergers.map(({ parties, ...one }) => ({ ...one, n: parties.length })) }
}
export type Body = NonNullable<Awaited<ReturnType<typeof readBody>>>

/** Every body by one of its names, for choosing which one another one is. */
export async function listBodies(db: Reader, except: string) {
  const rows = await db.select({ key: projectParties.partyKey, ja: projectParties.nameJa, zh: projectParties.nameZh, side: projectParties.side }).from(projectParties).orderBy(asc(projectParties.partyKey), asc(projectParties.createdAt), asc(projectParties.id))
  const found = new Map(rows.map((row) => [row.key, row]))
  found.delete(except)
  return [...found.values()]
}

/** Two names turn out to be one body: all rows of one key go under the other. */
export async function mergeBodies(tx: Writer, clerk: Secretary, fromKey: string, intoKey: string): Promise<Done> {
  if (fromKey === intoKey) return refused('same-party')
  const [target] = await tx.select({ companyId: projectParties.companyId }).from(projectParties).where(eq(projectParties.partyKey, intoKey)).limit(1)
  if (!target) return refused('no-party')
  const before = await tx.select({ id: projectParties.id, companyId: projectParties.companyId }).from(projectParties).where(eq(projectParties.partyKey, fromKey))
  const moved = await tx.update(projectParties).set({ partyKey: intoKey, companyId: target.companyId }).where(eq(projectParties.partyKey, fromKey)).returning({ id: projectParties.id })
  if (moved.length === 0) return refused('already-moved')
  const ids = new Set(moved.map(({ id }) => id))
  await tx.insert(partyMergers).values({ fromKey, intoKey, parties: before.filter(({ id }) => ids.has(id)), by: clerk.id, at: now() })
  await record(tx, `party:${intoKey}`, clerk.id, 'parties-merged', { from: fromKey, rows: moved.length })
  await bumpVersion(tx)
  return { ok: true }
}

/** Takes a merger back: exactly the rows that it moved, and that are still there, go back. */
export async function unmergeBodies(tx: Writer, clerk: Secretary, mergerId: string): Promise<Done> {
  const [merger] = await tx.update(partyMergers).set({ undoneAt: now() }).where(and(eq(partyMergers.id, mergerId), isNull(partyMergers.undoneAt))).returning()
  if (!merger) return refused('already-moved')
  for (const companyId of new Set(merger.parties.map((one) => one.companyId))) {
    for (const batch of batches(merger.parties.filter((one) => one.companyId === companyId))) {
      await tx.update(projectParties).set({ partyKey: merger.fromKey, companyId }).where(and(inArray(projectParties.id, batch.map(({ id }) => id)), eq(projectParties.partyKey, merger.intoKey)))
    }
  }
  await record(tx, `party:${merger.intoKey}`, clerk.id, 'parties-parted', { from: merger.fromKey })
  await bumpVersion(tx)
  return { ok: true }
}
