import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { forums, projectParties, projects } from '#db/schema/projects.ts'
import { questionnaireVersions, surveyRecipients, surveyResponses, surveyRounds, type Answer, type refusalReasons, type responseStates, type Section, type waysToAnswer } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { revokeLinks } from '#app/platform/links.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { takeSurveyWord } from '../standing/survey-words.server.ts'
import { codedWord } from './coded-word.ts'
import { openQuestions, saveStep, searchTextOf, stepsOf, type Saved } from './engine.ts'
import { refused, type Done } from './refusals.ts'
import { lastMoment, roundSubject, type Round } from './rounds.server.ts'

export type Recipient = typeof surveyRecipients.$inferSelect
export type Response = typeof surveyResponses.$inferSelect
type Via = (typeof waysToAnswer)[number]

export const takesAnswers = (round: Pick<Round, 'state' | 'closesOn' | 'grace'>) => round.state === 'open' && now() < lastMoment(round)

/** A party in a round with what it is asked about and what it has answered; nothing of any other party's answers. */
export async function readAsked(db: Reader, recipientId: string) {
  const [row] = await db
    .select({ recipient: surveyRecipients, round: surveyRounds, version: questionnaireVersions, project: projects, party: projectParties, response: surveyResponses, forumJa: forums.nameJa, forumZh: forums.nameZh })
    .from(surveyRecipients)
    .innerJoin(surveyRounds, eq(surveyRounds.id, surveyRecipients.roundId))
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId))
    .innerJoin(projects, eq(projects.id, surveyRecipients.projectId))
    .innerJoin(projectParties, eq(projectParties.id, surveyRecipients.partyId))
    .leftJoin(forums, eq(forums.round, projects.forum))
    .leftJoin(surveyResponses, eq(surveyResponses.recipientId, surveyRecipients.id))
    .where(eq(surveyRecipients.id, recipientId))
  return row ?? null
}
export type Asked = NonNullable<Awaited<ReturnType<typeof readAsked>>>

const blank: Saved = { answers: {}, saves: {}, edition: 0 }
export const savedOf = (response: Response | null): Saved => (response ? { answers: response.answers, saves: response.saves, edition: response.edition } : blank)

export type StepSaved = { ok: true; saved: Saved } | { ok: false; reason: 'closed' | 'conflict' }

interface StepSent {
  step: string
  answers: Record<string, Answer | null>
  /** the form's own key and the edition it was shown with */
  shown: { key: string; edition: number }
  locale: Locale
  via: Via
}

/** Answers may be changed until the end; those who refused, or whose firm is no more, have said so. */
const ANSWERING = ['not-sent', 'sent', 'reminded', 'partly', 'answered', 'unreachable'] as const

/** Stores one page of a party's answers, whole or in part; the same form sent twice is stored once. */
export async function saveAnswers(tx: Writer, recipientId: string, sent: StepSent): Promise<StepSaved> {
  const asked = await readAsked(tx, recipientId)
  if (!asked || !takesAnswers(asked.round)) return { ok: false, reason: 'closed' }
  const [held] = await tx
    .update(surveyRecipients)
    .set({ stateAt: now() })
    .where(and(eq(surveyRecipients.id, recipientId), inArray(surveyRecipients.state, [...ANSWERING])))
    .returning()
  if (!held) return { ok: false, reason: 'closed' }
  const done = await store(tx, asked.round.id, asked.version.sections, asked.response, { recipientId }, sent)
  if (!done.ok || done.unchanged) return done
  if (held.state !== 'answered') {
    await tx.update(surveyRecipients).set({ state: 'partly' }).where(eq(surveyRecipients.id, recipientId))
    if (held.state !== 'partly') await record(tx, roundSubject(asked.round.id), sent.via === 'phone' ? 'office' : 'party', 'survey-begun', { recipient: recipientId, via: sent.via })
  }
  return done
}

/** Writes a page's answers into the one row of a party or a device. */
export async function store(tx: Writer, roundId: string, sections: readonly Section[], response: Response | null, of: { recipientId: string } | { device: string }, { step, answers, shown, locale, via }: StepSent) {
  const result = saveStep(savedOf(response), step, answers, shown)
  if (result.kind === 'conflict') return { ok: false as const, reason: 'conflict' as const }
  const { next } = result
  if (result.kind === 'unchanged') return { ok: true as const, saved: next, unchanged: true }
  const row = { answers: next.answers, saves: next.saves, edition: next.edition, via, locale, searchText: searchTextOf(sections, next.answers), updatedAt: now() }
  if (response) {
    const [mine] = await tx.update(surveyResponses).set(row).where(and(eq(surveyResponses.id, response.id), eq(surveyResponses.edition, response.edition))).returning({ id: surveyResponses.id })
    if (!mine) return { ok: false as const, reason: 'conflict' as const }
  } else await tx.insert(surveyResponses).values({ ...row, roundId, ...of, createdAt: now() })
  return { ok: true as const, saved: next, unchanged: false }
}

/** The party says that this is all. What it says of the project in codes goes to the desk as its report. */
export async function finishAnswers(tx: Writer, recipientId: string, locale: Locale, by: 'party' | Secretary): Promise<Done> {
  const asked = await readAsked(tx, recipientId)
  if (!asked || !takesAnswers(asked.round)) return refused('closed')
  const { response, version, round, project } = asked
  if (!response) return refused('no-response')
  if (openQuestions(version.sections, response.answers).length > 0) return refused('open-questions')
  const [mine] = await tx
    .update(surveyRecipients)
    .set({ state: 'answered', stateAt: now() })
    .where(and(eq(surveyRecipients.id, recipientId), inArray(surveyRecipients.state, ['partly', 'answered'])))
    .returning()
  if (!mine) return refused('already-moved')
  // A second tap finds everything done.
  if (asked.recipient.state === 'answered' && response.finishedAt && response.finishedAt >= response.updatedAt) return { ok: true }
  await tx.update(surveyResponses).set({ finishedAt: now() }).where(eq(surveyResponses.id, response.id))
  await record(tx, roundSubject(round.id), by === 'party' ? 'party' : by.id, 'survey-answered', { recipient: recipientId, via: response.via })
  if (project.state === 'announced') await takeSurveyWord(tx, { id: asked.party.id, projectId: project.id }, project.status, codedWord(version.sections, response.answers), { round: round.id, recipient: recipientId, response }, locale)
  return { ok: true }
}

type Reason = (typeof refusalReasons)[number]

/** A party does not want to answer; what it has said before stays out of every count. */
export async function refuseAnswers(tx: Writer, recipientId: string, { reason, remark }: { reason: Reason; remark: string | null }, by: 'party' | Secretary): Promise<Done> {
  const [row] = await tx
    .update(surveyRecipients)
    .set({ state: 'refused', reason, remark, stateAt: now() })
    .where(and(eq(surveyRecipients.id, recipientId), inArray(surveyRecipients.state, ['not-sent', 'sent', 'reminded', 'partly', 'unreachable'])))
    .returning()
  if (!row) return refused('already-moved')
  await record(tx, roundSubject(row.roundId), by === 'party' ? 'party' : by.id, 'survey-refused', { recipient: recipientId, reason })
  return { ok: true }
}

/** The letter came back, or the firm is no more: the secretary's word. A firm that is no more has no link. */
export async function markRecipient(tx: Writer, clerk: Secretary, recipientId: string, state: 'unreachable' | 'dissolved'): Promise<Done> {
  const [row] = await tx
    .update(surveyRecipients)
    .set({ state, stateAt: now() })
    .where(and(eq(surveyRecipients.id, recipientId), inArray(surveyRecipients.state, ['not-sent', 'sent', 'reminded', ...(state === 'dissolved' ? (['unreachable', 'partly'] as const) : [])])))
    .returning()
  if (!row) return refused('already-moved')
  if (state === 'dissolved') await revokeLinks(tx, 'survey', recipientId)
  await record(tx, roundSubject(row.roundId), clerk.id, `survey-${state}`, { recipient: recipientId })
  return { ok: true }
}

/** Takes a mark back that was made by mistake: the party can be asked again. */
export async function unmarkRecipient(tx: Writer, clerk: Secretary, recipientId: string): Promise<Done> {
  const [was] = await tx.select().from(surveyRecipients).where(eq(surveyRecipients.id, recipientId))
  const response = was && (await tx.$count(surveyResponses, eq(surveyResponses.recipientId, recipientId))) > 0
  const state: (typeof responseStates)[number] = response ? 'partly' : was?.reminders ? 'reminded' : was?.sentAt ? 'sent' : 'not-sent'
  const [row] = await tx
    .update(surveyRecipients)
    .set({ state, reason: null, remark: null, stateAt: now() })
    .where(and(eq(surveyRecipients.id, recipientId), inArray(surveyRecipients.state, ['refused', 'unreachable', 'dissolved'])))
    .returning()
  if (!row) return refused('already-moved')
  await record(tx, roundSubject(row.roundId), clerk.id, 'survey-unmarked', { recipient: recipientId })
  return { ok: true }
}

/** The present pages of a party's questionnaire. */
export const stepsFor = ({ version, response }: Asked) => stepsOf(version.sections, response?.answers ?? {})

/** What an event's device has answered. */
export async function responseOfDevice(db: Reader, roundId: string, device: string): Promise<Response | null> {
  const [row] = await db.select().from(surveyResponses).where(and(eq(surveyResponses.roundId, roundId), eq(surveyResponses.device, device), isNull(surveyResponses.recipientId)))
  return row ?? null
}
