import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectReports } from '#db/schema/candidacies.ts'
import { projectParties } from '#db/schema/projects.ts'
import { surveyRounds, type waysToAnswer } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { record, type Codes } from '#app/platform/ledger.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { changeStatus, confirmStatus, noteFindings, reportOutcome } from '../life/changing.server.ts'
import { subjectOf, type Done, type Project } from '../life/recording.server.ts'
import { newlySaid, saysNothing, type CodedWord } from '../surveys/coded-word.ts'

type Report = typeof projectReports.$inferSelect
type SurveyReport = Report & { survey: NonNullable<Report['survey']> }
export const isOfSurvey = (report: Report): report is SurveyReport => report.survey !== null

interface From {
  round: string
  recipient: string
  response: { id: string; edition: number; via: (typeof waysToAnswer)[number] }
}

async function waitingWord(db: Reader, projectId: string, responseId: string) {
  const waiting = await db.select({ id: projectReports.id, survey: projectReports.survey }).from(projectReports).where(and(eq(projectReports.projectId, projectId), isNull(projectReports.decidedAt)))
  return waiting.find(({ survey }) => survey?.response === responseId)
}
/** Whether what these answers say of the project has not been decided on. */
export const waitsFor = async (db: Reader, projectId: string, responseId: string) => (await waitingWord(db, projectId, responseId)) !== undefined

/**
 * Keeps what a party's answers say in codes until the desk has read them. Answers sent anew take the place of those that
 * still wait: nothing is taken over that the desk has not seen.
 */
export async function takeSurveyWord(tx: Writer, party: { id: string; projectId: string }, status: Project['status'], { status: said, since, ...told }: CodedWord, { round, recipient, response }: From, locale: Locale): Promise<void> {
  const earlier = await waitingWord(tx, party.projectId, response.id)
  if (earlier) await tx.delete(projectReports).where(and(eq(projectReports.id, earlier.id), isNull(projectReports.decidedAt)))
  if (saysNothing({ status: said, since, ...told })) return
  const kind = said === status ? ('unchanged' as const) : ('changed' as const)
  const on = since !== null && since <= today() ? since : today()
  const [row] = await tx
    .insert(projectReports)
    .values({ projectId: party.projectId, partyId: party.id, kind, status: said, on, note: null, survey: { ...told, round, recipient, response: response.id, via: response.via }, locale, submissionKey: `survey:${response.id}:${response.edition}`, at: now() })
    .onConflictDoNothing()
    .returning({ id: projectReports.id })
  if (!row) return
  await record(tx, subjectOf(party.projectId), 'party', 'project-reported', { kind, party: party.id, survey: round })
  await queueLetter(tx, { kind: 'office-project-reported', subject: subjectOf(party.projectId), recipient: env.officeMail, locale: 'ja', payload: { project: party.projectId } })
}

/** The last word of the same answers that was taken over before. */
async function takenOver(db: Reader, { id, projectId, survey }: Report) {
  const rows = await db.select({ id: projectReports.id, survey: projectReports.survey }).from(projectReports).where(and(eq(projectReports.projectId, projectId), eq(projectReports.decision, 'accepted'))).orderBy(desc(projectReports.decidedAt), desc(projectReports.at))
  return rows.find((row) => row.id !== id && row.survey?.response === survey?.response)?.survey ?? null
}

/** Writes accepted answers into the project's life: the survey as their source, whose they are, and how they came. */
export async function tellSurveyWord(tx: Writer, clerk: Secretary, held: Project, report: SurveyReport): Promise<Done> {
  const { survey } = report
  const [[round], [party], before] = await Promise.all([
    tx.select({ ja: surveyRounds.nameJa, zh: surveyRounds.nameZh }).from(surveyRounds).where(eq(surveyRounds.id, survey.round)),
    tx.select({ side: projectParties.side }).from(projectParties).where(eq(projectParties.id, report.partyId)),
    takenOver(tx, report),
  ])
  const heard = today(report.at)
  const author: Codes = { party: report.partyId, side: party?.side ?? null, via: survey.via }
  const said = { on: heard, source: 'survey' as const, sourceText: round ? [...new Set([round.ja, round.zh])].join(' / ').slice(0, 300) : null, ja: null, zh: null, public: false }
  const { obstacles, wishes, outcome } = newlySaid(survey, before)
  const acts: (() => Promise<Done>)[] = []
  if (report.status && report.status !== held.status) acts.push(() => changeStatus(tx, clerk, held.id, { ...said, on: standsSince(report.on, heard, held), public: true, status: report.status! }, author))
  else if (report.status) acts.push(() => confirmStatus(tx, clerk, held.id, { ...said, public: true }, author))
  if (obstacles.length + wishes.length > 0) acts.push(() => noteFindings(tx, clerk, held.id, { ...said, obstacles, wishes }, author))
  if (outcome) {
    const { impacts, ...told } = outcome
    acts.push(() => reportOutcome(tx, clerk, held.id, { ...said, ...told, party: report.partyId, turnover: null, marketShare: null, jobs: null, newProducts: null }, { ...author, impacts: impacts.join(' ') }))
  }
  for (const act of acts) {
    const done = await act()
    if (!done.ok) return done
  }
  return { ok: true }
}

/** The day a status that was told stands from: as told, unless the register knows a later one; what was told is then newer all the same. */
export const standsSince = (on: string, heard: string, { statusOn }: Pick<Project, 'statusOn'>) => (statusOn !== null && on < statusOn ? heard : on)
