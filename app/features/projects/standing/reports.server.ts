import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { projectReports } from '#db/schema/candidacies.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now, today } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { changeStatus, confirmStatus, noteWords } from '../life/changing.server.ts'
import { confirmedOn, hold, isFuture, refused, subjectOf, type Done } from '../life/recording.server.ts'
import type { StandingForm } from './form.ts'
import { isOfSurvey, standsSince, tellSurveyWord } from './survey-words.server.ts'

/** The party that a private link speaks for, while its project is announced. */
export async function readAskedParty(db: Reader, partyId: string) {
  const [row] = await db
    .select({ id: projectParties.id, projectId: projectParties.projectId, slug: projects.slug, ja: projectParties.nameJa, zh: projectParties.nameZh })
    .from(projectParties)
    .innerJoin(projects, and(eq(projects.id, projectParties.projectId), eq(projects.state, 'announced')))
    .where(eq(projectParties.id, partyId))
  return row ?? null
}

/** Keeps what a party says until the desk has read it; nothing of the project changes. A double tap says it once. */
export async function takeReport(tx: Writer, party: { id: string; projectId: string }, form: StandingForm, locale: Locale, submissionKey: string): Promise<Done> {
  const on = form.on ?? today()
  if (isFuture(on)) return refused('future')
  const [row] = await tx
    .insert(projectReports)
    .values({ projectId: party.projectId, partyId: party.id, kind: form.kind, status: form.kind === 'changed' ? form.status : null, on, note: form.note, locale, submissionKey, at: now() })
    .onConflictDoNothing()
    .returning({ id: projectReports.id })
  if (!row) return { ok: true }
  await record(tx, subjectOf(party.projectId), 'party', 'project-reported', { kind: form.kind, party: party.id })
  await queueLetter(tx, { kind: 'office-project-reported', subject: subjectOf(party.projectId), recipient: env.officeMail, locale: 'ja', payload: { project: party.projectId } })
  return { ok: true }
}

/** Takes over what a party said, with the party or its survey as the source; a report is decided once. */
export async function acceptReport(tx: Writer, clerk: Secretary, projectId: string, reportId: string): Promise<Done> {
  const held = await hold(tx, projectId, 'announced')
  if (!held) return refused('already-moved')
  const [report] = await decide(tx, clerk, projectId, reportId, 'accepted')
  if (!report) return refused('already-moved')
  const heard = today(report.at)
  if (report.kind === 'unchanged' || report.status) await confirmedOn(tx, projectId, heard)
  if (isOfSurvey(report)) return tellSurveyWord(tx, clerk, held, report)
  const words = { ja: report.locale === 'ja' ? report.note : null, zh: report.locale === 'zh' ? report.note : null }
  const said = { on: report.status ? standsSince(report.on, heard, held) : report.on, source: 'party' as const, sourceText: null, ...words, public: false }
  if (report.status && report.status !== held.status) return changeStatus(tx, clerk, projectId, { ...said, public: true, ja: null, zh: null, status: report.status }).then((done) => (done.ok && report.note ? noteWords(tx, clerk, projectId, said) : done))
  return report.kind === 'unchanged' || report.status ? confirmStatus(tx, clerk, projectId, said) : noteWords(tx, clerk, projectId, said)
}

export async function dismissReport(tx: Writer, clerk: Secretary, projectId: string, reportId: string): Promise<Done> {
  const [report] = await decide(tx, clerk, projectId, reportId, 'dismissed')
  return report ? { ok: true } : refused('already-moved')
}

async function decide(tx: Writer, clerk: Secretary, projectId: string, reportId: string, decision: 'accepted' | 'dismissed') {
  const rows = await tx
    .update(projectReports)
    .set({ decision, decidedBy: clerk.id, decidedAt: now() })
    .where(and(eq(projectReports.id, reportId), eq(projectReports.projectId, projectId), isNull(projectReports.decidedAt)))
    .returning()
  if (rows.length > 0) await record(tx, subjectOf(projectId), clerk.id, `project-report-${decision}`, { report: reportId })
  return rows
}

/** What waits at the desk, the oldest first. */
export const waitingReports = (db: Reader) =>
  db
    .select({ id: projectReports.id, projectId: projectReports.projectId, at: projectReports.at, ja: projects.titleJa, zh: projects.titleZh })
    .from(projectReports)
    .innerJoin(projects, eq(projects.id, projectReports.projectId))
    .where(isNull(projectReports.decidedAt))
    .orderBy(asc(projectReports.at), asc(projectReports.id))
