import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Writer } from '#db/index.ts'
import { projectOutcomes, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import { isConfirmed, type detailsForm, type findingsForm, type outcomeForm, type retitlingForm, type Said, type statusForm } from './form.ts'
import { confirmedOn, hold, isFuture, partiesOfProject, refreshSearch, refused, subjectOf, tell, type Done } from './recording.server.ts'

/**
 * Changes how a project stands. Only the word of somebody who must know does; what is told later about an earlier day
 * enters the history and leaves the present as it is.
 */
export async function changeStatus(tx: Writer, clerk: Secretary, projectId: string, { status, ...said }: z.output<typeof statusForm>, more: Codes = {}): Promise<Done> {
  if (isFuture(said.on)) return refused('future')
  if (!isConfirmed(said.source)) return refused('unconfirmed-source')
  const [held] = await tx.update(projects).set({ updatedAt: now() }).where(and(eq(projects.id, projectId), eq(projects.state, 'announced'), ne(projects.status, status))).returning()
  if (!held) return refused((await tx.$count(projects, and(eq(projects.id, projectId), eq(projects.state, 'announced')))) > 0 ? 'same-status' : 'already-moved')
  const newer = held.statusOn === null || held.statusOn <= said.on
  if (newer) await tx.update(projects).set({ status, statusOn: said.on }).where(eq(projects.id, projectId))
  await confirmedOn(tx, projectId, said.on)
  await tell(tx, clerk.id, projectId, 'status', said, { status, from: newer ? held.status : null, ...more })
  return { ok: true }
}

/** Somebody who must know says that all stands as it stood. */
export async function confirmStatus(tx: Writer, clerk: Secretary, projectId: string, said: Said, more: Codes = {}): Promise<Done> {
  if (isFuture(said.on)) return refused('future')
  if (!isConfirmed(said.source)) return refused('unconfirmed-source')
  const held = await hold(tx, projectId, 'announced')
  if (!held) return refused('already-moved')
  await confirmedOn(tx, projectId, said.on)
  await tell(tx, clerk.id, projectId, 'confirmed', said, { status: held.status, ...more })
  return { ok: true }
}

/** The official title changes; the earlier one stays to be found. */
export async function retitle(tx: Writer, clerk: Secretary, projectId: string, { titleJa, titleZh, ...said }: z.output<typeof retitlingForm>): Promise<Done> {
  if (!titleJa && !titleZh) return refused('no-title')
  if (isFuture(said.on)) return refused('future')
  const held = await hold(tx, projectId, 'announced')
  if (!held) return refused('already-moved')
  if (held.titleJa === titleJa && held.titleZh === titleZh) return refused('same-title')
  await tx.update(projects).set({ titleJa, titleZh }).where(eq(projects.id, projectId))
  await tell(tx, clerk.id, projectId, 'retitled', said, { fromJa: held.titleJa, fromZh: held.titleZh })
  await refreshSearch(tx, projectId)
  return { ok: true }
}

/** What the office adds to a project: its summary, fields and region are the register’s own and no event of its life. */
export async function editDetails(tx: Writer, clerk: Secretary, projectId: string, { fields, region, summaryJa, summaryZh }: z.output<typeof detailsForm>): Promise<Done> {
  const held = await hold(tx, projectId, 'announced', 'candidate')
  if (!held) return refused('already-moved')
  await tx.update(projects).set({ summaryJa, summaryZh, fields, region, regionBasis: region === held.region ? held.regionBasis : null }).where(eq(projects.id, projectId))
  await record(tx, subjectOf(projectId), clerk.id, 'project-edited')
  return { ok: true }
}

/** Obstacles and wishes, each a coded line of its own; the words stand with the first. */
export async function noteFindings(tx: Writer, clerk: Secretary, projectId: string, { obstacles, wishes, ...said }: z.output<typeof findingsForm>, more: Codes = {}): Promise<Done> {
  const codes = [...obstacles.map((obstacle) => ['obstacle', { obstacle }] as const), ...wishes.map((wish) => ['wish', { wish }] as const)]
  if (codes.length === 0) return refused('nothing-said')
  if (isFuture(said.on)) return refused('future')
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  for (const [at, [verb, code]] of codes.entries()) await tell(tx, clerk.id, projectId, verb, at === 0 ? said : { ...said, ja: null, zh: null }, { ...code, ...more })
  return { ok: true }
}

/** A line of words: of a talk before the signature, of a call after it. */
export async function noteWords(tx: Writer, clerk: Secretary, projectId: string, said: Said): Promise<Done> {
  if (!said.ja && !said.zh) return refused('nothing-said')
  if (isFuture(said.on)) return refused('future')
  const held = await hold(tx, projectId, 'announced', 'candidate', 'dropped')
  if (!held) return refused('already-moved')
  await tell(tx, clerk.id, projectId, 'note', { ...said, public: said.public && held.state === 'announced' })
  return { ok: true }
}

/** What came of it. What is claimed and what somebody has verified are reports of their own. */
export async function reportOutcome(tx: Writer, clerk: Secretary, projectId: string, sent: z.output<typeof outcomeForm>, more: Codes = {}): Promise<Done> {
  const { party, kinds, amount, energySaved, co2Saved, verified, turnover, marketShare, jobs, newProducts, ...said } = sent
  const told = { amount, energySaved, co2Saved, turnover, marketShare, jobs, newProducts }
  if (kinds.length === 0 && !more.impacts && Object.values(told).every((value) => value === null)) return refused('nothing-said')
  if (isFuture(said.on)) return refused('future')
  if (!(await hold(tx, projectId, 'announced'))) return refused('already-moved')
  const partyId = (await partiesOfProject(tx, projectId)).find(({ id }) => id === party)?.id ?? null
  const [row] = await tx
    .insert(projectOutcomes)
    .values({ projectId, partyId, on: said.on, source: said.source, kinds, ...told, verified, createdAt: now(), authorId: clerk.id })
    .returning({ id: projectOutcomes.id })
  await tell(tx, clerk.id, projectId, 'outcome', said, { outcome: row!.id, kinds: kinds.join(' '), ...more })
  return { ok: true }
}
