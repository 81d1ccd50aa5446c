import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { surveyInterviews, surveyRecipients } from '#db/schema/surveys.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { fold } from '../../catalogue/search/folding.ts'
import type { InterviewForm } from './form.ts'
import { refused, type Done } from './refusals.ts'
import { roundSubject } from './rounds.server.ts'

export type Interview = typeof surveyInterviews.$inferSelect

const textOf = ({ notes, quotes }: Pick<InterviewForm, 'notes' | 'quotes'>) => fold([notes, ...quotes.map(({ text }) => text)].join('\n'))

/** A talk with a party of this round; who was there is told by role, so that no person is kept here. */
export async function addInterview(tx: Writer, clerk: Secretary, roundId: string, { recipient, ...form }: InterviewForm): Promise<Done> {
  const [asked] = await tx.select().from(surveyRecipients).where(and(eq(surveyRecipients.id, recipient ?? ''), eq(surveyRecipients.roundId, roundId)))
  if (!asked) return refused('nobody')
  const [row] = await tx
    .insert(surveyInterviews)
    .values({ ...form, roundId, projectId: asked.projectId, partyId: asked.partyId, searchText: textOf(form), authorId: clerk.id, createdAt: now() })
    .returning({ id: surveyInterviews.id })
  await record(tx, roundSubject(roundId), clerk.id, 'survey-interviewed', { interview: row!.id, recipient: asked.id })
  return { ok: true }
}

export async function editInterview(tx: Writer, clerk: Secretary, interview: Interview, edition: number, { recipient: _, ...form }: InterviewForm): Promise<Done> {
  const [row] = await tx
    .update(surveyInterviews)
    .set({ ...form, searchText: textOf(form), edition: edition + 1 })
    .where(and(eq(surveyInterviews.id, interview.id), eq(surveyInterviews.edition, edition)))
    .returning({ id: surveyInterviews.id })
  if (!row) return refused('changed-meanwhile')
  await record(tx, roundSubject(interview.roundId), clerk.id, 'survey-interview-changed', { interview: interview.id })
  return { ok: true }
}

export const interviewsOf = (db: Reader, roundId: string) => db.select().from(surveyInterviews).where(eq(surveyInterviews.roundId, roundId)).orderBy(asc(surveyInterviews.on), asc(surveyInterviews.createdAt), asc(surveyInterviews.id))

export async function readInterview(db: Reader, roundId: string, id: string): Promise<Interview | null> {
  const [row] = await db.select().from(surveyInterviews).where(and(eq(surveyInterviews.id, id), eq(surveyInterviews.roundId, roundId)))
  return row ?? null
}
