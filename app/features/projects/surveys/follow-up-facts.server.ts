import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projectEvents, projectParties, projects } from '#db/schema/projects.ts'
import { surveyInterviews, surveyRecipients } from '#db/schema/surveys.ts'
import { batches } from '../../catalogue/batches.ts'

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
