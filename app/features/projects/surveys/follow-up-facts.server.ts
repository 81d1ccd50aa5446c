import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projectEvents, projectParties, projects } from '#db/schema/projects.ts'
import { surveyInterviews, surveyRecipients, surveyResponses, type Section } from '#db/schema/surveys.ts'
import { batches } from '../../catalogue/batches.ts'
import { nameKey } from '../../catalogue/sorting.ts'
import { validAnswers } from './engine.ts'

type Status = (typeof projects.$inferSelect)['status']
const asText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function byProject<T extends { projectId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const own = found.get(row.projectId)
    if (own) own.push(row)
    else found.set(row.projectId, [row])
  }
  return found
}

/** The announced projects that a round asks about, the newest forum first, as they stood at the end of a day. */
export async function projectsOfRound(db: Reader, roundId: string, until: string) {
  const asked = await db.selectDistinct({ id: surveyRecipients.projectId }).from(surveyRecipients).where(eq(surveyRecipients.roundId, roundId))
  const found = []
  for (const batch of batches(asked.map(({ id }) => id))) {
    const [rows, parties, events] = await Promise.all([
      db.select().from(projects).where(inArray(projects.id, batch)),
      db.select().from(projectParties).where(inArray(projectParties.projectId, batch)).orderBy(asc(projectParties.position), asc(projectParties.id)),
      db.select({ id: projectEvents.id, projectId: projectEvents.projectId, verb: projectEvents.verb, on: projectEvents.on, codes: projectEvents.codes }).from(projectEvents).where(inArray(projectEvents.projectId, batch)),
    ])
    const [partiesOf, eventsOf] = [byProject(parties), byProject(events)]
    for (const row of rows) {
      if (row.state !== 'announced') continue
      const own = (partiesOf.get(row.id) ?? []).filter(({ fromOn, untilOn }) => (!fromOn || fromOn <= until) && (!untilOn || untilOn > until))
      found.push({
        id: row.id, slug: row.slug, number: row.number, forum: row.forum, fields: row.fields, title: { ja: row.titleJa, zh: row.titleZh },
        parties: own.map(({ side, nameJa, nameZh }) => ({ side, name: { ja: nameJa, zh: nameZh } })),
        ...standingOn(until, row, eventsOf.get(row.id) ?? []),
      })
    }
  }
  return found.sort((a, b) => (b.forum ?? 0) - (a.forum ?? 0) || (a.number ?? 1e9) - (b.number ?? 1e9) || asText(a.slug, b.slug))
}
export type ProjectOfRound = Awaited<ReturnType<typeof projectsOfRound>>[number]

type Event = Pick<typeof projectEvents.$inferSelect, 'id' | 'verb' | 'on' | 'codes'>
type Standing = { status: Status; statusOn: string | null; lastConfirmedOn: string | null; announcedOn: string | null }

/** What the register said on a day: later news are left out. */
function standingOn(until: string, now: Standing, events: readonly Event[]): Pick<Standing, 'status' | 'statusOn' | 'lastConfirmedOn'> {
  const told = [...events].sort((a, b) => asText(a.on, b.on) || a.id - b.id)
  const moves = told.filter(({ verb }) => verb === 'status')
  const last = moves.findLast(({ on }) => on <= until)
  const heard = told.findLast(({ verb, on }) => on <= until && (verb === 'status' || verb === 'confirmed' || verb === 'announced'))?.on ?? null
  const first = moves.length === 0 ? { status: now.status, statusOn: now.statusOn } : { status: 'signed' as const, statusOn: now.announcedOn }
  return {
    ...(last ? { status: last.codes.status as Status, statusOn: last.on } : first),
    lastConfirmedOn: now.lastConfirmedOn !== null && now.lastConfirmedOn <= until ? now.lastConfirmedOn : heard,
  }
}

/** How many announced projects are registered, by the round of the forum, up to a day. */
export async function registeredByForum(db: Reader, until: string): Promise<Map<number | null, number>> {
  const counts = new Map<number | null, number>()
  for (const { forum, on } of await db.select({ forum: projects.forum, on: projects.announcedOn }).from(projects).where(eq(projects.state, 'announced'))) {
    if (!on || on <= until) counts.set(forum, (counts.get(forum) ?? 0) + 1)
  }
  return counts
}

/** The talks of a round up to a day; of what was said only the sentences that may be printed. */
export async function talksOfRound(db: Reader, roundId: string, until: string) {
  const rows = await db
    .select({ id: surveyInterviews.id, projectId: surveyInterviews.projectId, on: surveyInterviews.on, how: surveyInterviews.how, obstacles: surveyInterviews.obstacles, wishes: surveyInterviews.wishes, quotes: surveyInterviews.quotes, side: projectParties.side, kind: projectParties.kind })
    .from(surveyInterviews)
    .leftJoin(projectParties, eq(projectParties.id, surveyInterviews.partyId))
    .where(eq(surveyInterviews.roundId, roundId))
  return rows
    .filter(({ on }) => on <= until)
    .sort((a, b) => asText(a.on, b.on) || asText(a.id, b.id))
    .map(({ quotes, ...row }) => ({ ...row, quotes: quotes.filter(({ permitted }) => permitted).map(({ text, locale }) => ({ text, locale })) }))
}
export type Talk = Awaited<ReturnType<typeof talksOfRound>>[number]

/** The question of every follow-up questionnaire that lets a party's own words be printed, its name left out. */
const MAY_BE_QUOTED = { code: 'quote', yes: 'yes' } as const
const MASK = '〇〇'

/**
 * What parties wrote about obstacles and wishes and let us print. Names of the project's parties are struck out, with
 * their legal form and without.
 */
export async function writtenQuotes(db: Reader, roundId: string, sections: readonly Section[]) {
  const codes = sections.filter(({ questions }) => questions.some(({ list }) => list === 'obstacles' || list === 'wishes')).flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'text').map(({ code }) => code))
  const rows = await db
    .select({ id: surveyRecipients.id, projectId: surveyRecipients.projectId, answers: surveyResponses.answers, locale: surveyResponses.locale, side: projectParties.side, kind: projectParties.kind })
    .from(surveyResponses)
    .innerJoin(surveyRecipients, eq(surveyRecipients.id, surveyResponses.recipientId))
    .innerJoin(projectParties, eq(projectParties.id, surveyRecipients.partyId))
    .where(and(eq(surveyResponses.roundId, roundId), eq(surveyRecipients.state, 'answered')))
  const permitted = rows.map((row) => ({ ...row, answers: validAnswers(sections, row.answers) })).filter(({ answers }) => answers[MAY_BE_QUOTED.code] === MAY_BE_QUOTED.yes)
  const names: { projectId: string; ja: string | null; zh: string | null }[] = []
  for (const batch of batches([...new Set(permitted.map(({ projectId }) => projectId))])) {
    names.push(...(await db.select({ projectId: projectParties.projectId, ja: projectParties.nameJa, zh: projectParties.nameZh }).from(projectParties).where(inArray(projectParties.projectId, batch))))
  }
  const namesOf = byProject(names)
  return permitted
    .sort((a, b) => asText(a.id, b.id))
    .flatMap(({ answers, projectId, locale, side, kind }) => {
      const masked = (text: string) => wordsToStrike(namesOf.get(projectId) ?? []).reduce((rest, name) => rest.replaceAll(name, MASK), text)
      return codes.flatMap((code) => { const text = answers[code]; return typeof text === 'string' ? [{ text: masked(text), locale: locale === 'zh' ? ('zh' as const) : ('ja' as const), side, kind }] : [] })
    })
}

const wordsToStrike = (names: readonly { ja: string | null; zh: string | null }[]): string[] =>
  [...new Set(names.flatMap(({ ja, zh }) => [ja, zh].flatMap((name) => (name ? [name, nameKey(name)] : []))))].filter((name) => name.length > 1).sort((a, b) => b.length - a.length || asText(a, b))
