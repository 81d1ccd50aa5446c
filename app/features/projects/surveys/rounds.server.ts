import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import { questionnaires, questionnaireVersions, surveyRecipients, surveyResponses, surveyRounds } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { days, hours, now, today } from '#app/platform/clock.ts'
import { cancel, schedule } from '#app/platform/jobs.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { batches } from '../../catalogue/batches.ts'
import { planRecipients } from './planning.server.ts'
import { refused, type Done } from './refusals.ts'
import type { RoundForm } from './form.ts'

export type Round = typeof surveyRounds.$inferSelect
export const ROUND_JOB = 'survey-round'
export const roundSubject = (id: string) => `survey:${id}`
const jobKey = (id: string) => `${ROUND_JOB}:${id}`

/** The end of a day in Japan. */
export const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + days(1) - hours(9))
/** From then on no link opens any more. */
export const lastMoment = ({ closesOn, grace }: Pick<Round, 'closesOn' | 'grace'>) => new Date(endOf(closesOn).getTime() + days(grace))
/** Reminders leave at nine in the morning of their day. */
export const reminderMoment = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`))

export const listRounds = (db: Reader) => db.select().from(surveyRounds).orderBy(desc(surveyRounds.year), desc(surveyRounds.createdAt), desc(surveyRounds.id))

/** A round with the version of its questionnaire, or null. */
export async function readRound(db: Reader, id: string) {
  const [row] = await db
    .select({ round: surveyRounds, version: questionnaireVersions, questionnaire: { id: questionnaires.id, ja: questionnaires.nameJa, zh: questionnaires.nameZh } })
    .from(surveyRounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId))
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(eq(surveyRounds.id, id))
  return row ?? null
}

/** The parties of a round with how far each has come; nothing of how they are reached. */
export const readRecipients = (db: Reader, roundId: string) =>
  db
    .select({
      id: surveyRecipients.id, partyId: surveyRecipients.partyId, state: surveyRecipients.state, how: surveyRecipients.how, locale: surveyRecipients.locale, reminders: surveyRecipients.reminders, reason: surveyRecipients.reason,
      sentAt: surveyRecipients.sentAt, stateAt: surveyRecipients.stateAt, via: surveyResponses.via, slug: projects.slug, titleJa: projects.titleJa, titleZh: projects.titleZh,
      forum: projects.forum, nameJa: projectParties.nameJa, nameZh: projectParties.nameZh, side: projectParties.side,
    })
    .from(surveyRecipients)
    .innerJoin(projects, eq(projects.id, surveyRecipients.projectId))
    .innerJoin(projectParties, eq(projectParties.id, surveyRecipients.partyId))
    .leftJoin(surveyResponses, eq(surveyResponses.recipientId, surveyRecipients.id))
    .where(eq(surveyRecipients.roundId, roundId))
    .orderBy(desc(projects.forum), asc(projects.number), asc(projects.slug), asc(projectParties.position), asc(surveyRecipients.id))

/** How many have begun to answer. */
export const countResponses = (db: Reader, roundId: string) => db.$count(surveyResponses, eq(surveyResponses.roundId, roundId))

type Saved = { ok: true; id: string } | { ok: false; reason: 'slug-taken' | 'changed-meanwhile' | 'already-moved' }

export async function addRound(tx: Writer, clerk: Secretary, form: RoundForm): Promise<Saved> {
  if (form.slug && (await tx.$count(surveyRounds, eq(surveyRounds.slug, form.slug))) > 0) return { ok: false, reason: 'slug-taken' }
  const [row] = await tx.insert(surveyRounds).values({ ...form, state: 'draft', createdAt: now() }).returning()
  await record(tx, roundSubject(row!.id), clerk.id, 'survey-added', { kind: form.kind, year: form.year })
  return { ok: true, id: row!.id }
}

/** A draft may change in everything; a round that is under way only in its days and its name. */
export async function editRound(tx: Writer, clerk: Secretary, round: Round, edition: number, form: RoundForm): Promise<Saved> {
  if (form.slug && (await tx.$count(surveyRounds, and(eq(surveyRounds.slug, form.slug), ne(surveyRounds.id, round.id)))) > 0) return { ok: false, reason: 'slug-taken' }
  const { nameJa, nameZh, closesOn, grace, remindOn } = form
  const [row] = await tx
    .update(surveyRounds)
    .set({ ...(round.state === 'draft' ? form : { nameJa, nameZh, closesOn, grace, remindOn }), edition: edition + 1 })
    .where(and(eq(surveyRounds.id, round.id), eq(surveyRounds.edition, edition), inArray(surveyRounds.state, ['draft', 'open'])))
    .returning()
  if (!row) return { ok: false, reason: 'changed-meanwhile' }
  if (row.state === 'open') await schedule(tx, ROUND_JOB, jobKey(row.id), now(), { round: row.id }, roundSubject(row.id))
  await record(tx, roundSubject(row.id), clerk.id, 'survey-changed', {})
  return { ok: true, id: row.id }
}

/** Opens a round: those chosen from the preview are asked; the letters leave in portions afterwards. */
export async function openRound(tx: Writer, clerk: Secretary, round: Round, chosen: ReadonlySet<string>): Promise<Done> {
  if (round.closesOn < today()) return refused('past-day')
  const planned = round.kind === 'event' ? [] : (await planRecipients(tx, round.rule)).filter(({ partyId }) => chosen.has(partyId))
  if (round.kind === 'follow-up' && planned.length === 0) return refused('nobody')
  const [mine] = await tx.update(surveyRounds).set({ state: 'open', openedAt: now() }).where(and(eq(surveyRounds.id, round.id), eq(surveyRounds.state, 'draft'))).returning()
  if (!mine) return refused('already-moved')
  const at = now()
  for (const batch of batches(planned)) {
    await tx.insert(surveyRecipients).values(batch.map(({ partyId, projectId, contact, locale, how }) => ({ roundId: round.id, projectId, partyId, contactId: contact?.id ?? null, locale, how, state: 'not-sent' as const, stateAt: at })))
  }
  await schedule(tx, ROUND_JOB, jobKey(round.id), at, { round: round.id }, roundSubject(round.id))
  await record(tx, roundSubject(round.id), clerk.id, 'survey-opened', { asked: planned.length })
  return { ok: true }
}

/** Closes a round before its day or on it: no answers any more. The devices of an event are forgotten. */
export async function closeRound(tx: Writer, by: string, roundId: string): Promise<Done> {
  const [row] = await tx.update(surveyRounds).set({ state: 'closed', closedAt: now() }).where(and(eq(surveyRounds.id, roundId), eq(surveyRounds.state, 'open'))).returning()
  if (!row) return refused('already-moved')
  await tx.update(surveyResponses).set({ device: null }).where(and(eq(surveyResponses.roundId, roundId))).returning({ id: surveyResponses.id })
  await cancel(tx, jobKey(roundId))
  await record(tx, roundSubject(roundId), by, 'survey-closed', {})
  return { ok: true }
}

/** Makes the results of a closed event public, or takes them back. */
export async function releaseResults(tx: Writer, clerk: Secretary, round: Round, released: boolean): Promise<Done> {
  const [row] = await tx.update(surveyRounds).set({ releasedAt: released ? now() : null }).where(and(eq(surveyRounds.id, round.id), eq(surveyRounds.kind, 'event'), eq(surveyRounds.state, 'closed'))).returning()
  if (!row) return refused('already-moved')
  await record(tx, roundSubject(round.id), clerk.id, released ? 'survey-released' : 'survey-release-ended', {})
  return { ok: true }
}
