import { and, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { questionnaireVersions, surveyAggregates, surveyResponses, surveyRounds, type Answer } from '#db/schema/surveys.ts'
import { days, now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { readCookie } from '#app/platform/request.server.ts'
import { isSigned, sign } from '#app/platform/secrets.server.ts'
import { responseOfDevice, store, takesAnswers, type StepSaved } from './answering.server.ts'
import { openQuestions } from './engine.ts'
import { refused, type Done } from './refusals.ts'
import { tallyQuestions } from './tallies.ts'

const PURPOSE = 'event-survey'
const cookieName = (roundId: string) => `event-${roundId.slice(0, 8)}`

/** An event's questionnaire by its address, or null; drafts are nobody's yet. */
export async function readEvent(db: Reader, slug: string) {
  const [row] = await db.select({ round: surveyRounds, version: questionnaireVersions }).from(surveyRounds).innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId)).where(and(eq(surveyRounds.slug, slug), eq(surveyRounds.kind, 'event')))
  return row && row.round.state !== 'draft' ? row : null
}
export type Event = NonNullable<Awaited<ReturnType<typeof readEvent>>>

/** What is stored of a device for this event: nothing by which it could be known elsewhere. Null without a good cookie. */
export function deviceOf(request: Request, roundId: string): string | null {
  const [random = '', signature = ''] = (readCookie(request, cookieName(roundId)) ?? '').split('.')
  return random && isSigned(PURPOSE, `${roundId}.${random}`, signature) ? sign('event-device', `${roundId}.${random}`) : null
}

/** A random cookie for this event only: sent back to its pages and to no other, gone soon after its end. */
export function deviceCookies(roundId: string, slug: string): string[] {
  const random = crypto.randomUUID()
  const secure = env.origin.startsWith('https:') ? '; Secure' : ''
  return (['ja', 'zh'] as const).map((locale) => `${cookieName(roundId)}=${random}.${sign(PURPOSE, `${roundId}.${random}`)}; Path=/${locale}/event-surveys/${slug}; HttpOnly; SameSite=Lax; Max-Age=${days(60) / 1000}${secure}`)
}

interface Sent {
  step: string
  answers: Record<string, Answer | null>
  shown: { key: string; edition: number }
  locale: Locale
}

/** One answer a device: what it sends later takes the place of what it sent before. */
export async function saveEventAnswers(tx: Writer, slug: string, device: string, sent: Sent): Promise<StepSaved> {
  const event = await readEvent(tx, slug)
  if (!event || !takesAnswers(event.round)) return { ok: false, reason: 'closed' }
  return store(tx, event.round.id, event.version.sections, await responseOfDevice(tx, event.round.id, device), { device }, { ...sent, via: 'open' })
}

export async function finishEventAnswers(tx: Writer, slug: string, device: string): Promise<Done> {
  const event = await readEvent(tx, slug)
  if (!event || !takesAnswers(event.round)) return refused('closed')
  const response = await responseOfDevice(tx, event.round.id, device)
  if (!response) return refused('no-response')
  if (openQuestions(event.version.sections, response.answers).length > 0) return refused('open-questions')
  await tx.update(surveyResponses).set({ finishedAt: now() }).where(eq(surveyResponses.id, response.id))
  return { ok: true }
}

/** The results of an event beside the published ones of an earlier event. Only finished answers count. */
export async function readEventResults(db: Reader, { round, version }: Event, earlierSlug = 'forum15') {
  const [rows, [earlier]] = await Promise.all([
    db.select({ answers: surveyResponses.answers, finishedAt: surveyResponses.finishedAt }).from(surveyResponses).where(eq(surveyResponses.roundId, round.id)),
    db.select().from(surveyAggregates).where(eq(surveyAggregates.slug, earlierSlug)),
  ])
  const finished = rows.filter(({ finishedAt }) => finishedAt !== null)
  return {
    begun: rows.length,
    answers: finished.length,
    questions: tallyQuestions(version.sections, finished.map(({ answers }) => answers)),
    earlier: earlier ?? null,
  }
}
export type EventResults = Awaited<ReturnType<typeof readEventResults>>
