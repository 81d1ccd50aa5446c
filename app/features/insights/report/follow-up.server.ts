import type { Reader } from '#db/index.ts'
import { readAnalysis } from '../../projects/surveys/analysis.server.ts'
import { projectsOfRound, registeredByForum, talksOfRound, writtenQuotes } from '../../projects/surveys/follow-up-facts.server.ts'
import type { readRound } from '../../projects/surveys/rounds.server.ts'
import { readRounds } from '../../projects/register.server.ts'
import type { Span } from './span.ts'

type Opened = NonNullable<Awaited<ReturnType<typeof readRound>>>

/** Everything the follow-up chapter is made of; null while the round was not opened. */
export async function readFollowUp(db: Reader, { round, version, questionnaire }: Opened, { until }: Span) {
  const analysis = await readAnalysis(db, round.id, { until: 'its-year' })
  if (!analysis) return null
  const [projects, talks, written, registered, forums] = await Promise.all([projectsOfRound(db, round.id, until), talksOfRound(db, round.id, until), writtenQuotes(db, round.id, version.sections), registeredByForum(db, until), readRounds(db)])
  return {
    analysis, round, version: version.version, sections: version.sections, questionnaire, projects, talks, written,
    forums: forums.filter(({ date }) => !date || date <= until).map((forum) => ({ ...forum, registered: registered.get(forum.round) ?? 0 })),
    registered: [...registered.values()].reduce((sum, n) => sum + n, 0),
  }
}
export type FollowUp = NonNullable<Awaited<ReturnType<typeof readFollowUp>>>
