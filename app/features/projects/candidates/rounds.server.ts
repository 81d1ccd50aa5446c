import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectCalls } from '#db/schema/candidacies.ts'
import { forums } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { refused, type Done } from '../life/recording.server.ts'
import type { CallForm, RoundForm } from './form.ts'

export async function readRound(db: Reader, round: number) {
  const [row] = await db.select().from(forums).where(eq(forums.round, round))
  return row ?? null
}
export const listRounds = (db: Reader) => db.select().from(forums).orderBy(desc(forums.round))

export async function addRound(tx: Writer, clerk: Secretary, form: { round: number; nameJa: string; nameZh: string; date: string | null }): Promise<Done> {
  const [made] = await tx.insert(forums).values(form).onConflictDoNothing().returning()
  if (!made) return refused('round-exists')
  await record(tx, `forum:${form.round}`, clerk.id, 'round-added')
  return { ok: true }
}

/** What was published about a round, with where it was published; what was not stays empty. */
export async function editRound(tx: Writer, clerk: Secretary, round: number, form: RoundForm): Promise<Done> {
  const [changed] = await tx.update(forums).set(form).where(eq(forums.round, round)).returning()
  if (!changed) return refused('already-moved')
  await record(tx, `forum:${round}`, clerk.id, 'round-edited', { announced: form.announced, cumulative: form.cumulative })
  return { ok: true }
}

export const listCalls = (db: Reader) => db.select({ call: projectCalls, round: forums }).from(projectCalls).innerJoin(forums, eq(forums.round, projectCalls.forum)).orderBy(desc(projectCalls.forum))

export async function readCall(db: Reader, id: string) {
  const [row] = await db.select().from(projectCalls).where(eq(projectCalls.id, id))
  return row ?? null
}

/** The calls that are open today, the earliest end first. */
export const openCalls = (db: Reader, day = today()) =>
  db
    .select({ forum: projectCalls.forum, closesOn: projectCalls.closesOn, textJa: projectCalls.textJa, textZh: projectCalls.textZh, nameJa: forums.nameJa, nameZh: forums.nameZh })
    .from(projectCalls)
    .innerJoin(forums, eq(forums.round, projectCalls.forum))
    .where(and(gte(projectCalls.closesOn, day), lte(projectCalls.opensOn, day)))
    .orderBy(asc(projectCalls.closesOn), asc(projectCalls.forum))
export type OpenCall = Awaited<ReturnType<typeof openCalls>>[number]

/** A round has one call. */
export async function saveCall(tx: Writer, clerk: Secretary, id: string | null, form: CallForm): Promise<Done> {
  if (!(await readRound(tx, form.forum))) return refused('already-moved')
  const at = now()
  if (id) {
    const [changed] = await tx.update(projectCalls).set({ ...form, updatedAt: at }).where(and(eq(projectCalls.id, id), eq(projectCalls.forum, form.forum))).returning()
    if (!changed) return refused('already-moved')
  } else {
    const [made] = await tx.insert(projectCalls).values({ ...form, createdAt: at, updatedAt: at }).onConflictDoNothing().returning()
    if (!made) return refused('round-exists')
  }
  await record(tx, `forum:${form.forum}`, clerk.id, id ? 'call-edited' : 'call-opened')
  return { ok: true }
}
