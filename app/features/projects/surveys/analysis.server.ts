import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import { questionnaireVersions, surveyInterviews, surveyRecipients, surveyResponses, surveyRounds } from '#db/schema/surveys.ts'
import { readFields } from '../../catalogue/taxonomy.server.ts'
import { fold } from '../../catalogue/search/folding.ts'
import { analyse, type Told } from './analysis.ts'
import { allQuestions, validAnswers } from './engine.ts'
import { crossTable, isCoded } from './tallies.ts'

const MOST_FOUND = 50

/**
 * All that the rounds of the follow-up survey say, with the eyes on one of them. Everything is read in a few strokes and
 * counted in memory: some five thousand answers.
 */
export async function readAnalysis(db: Reader, roundId: string, ask: { rows?: string; columns?: string; q?: string }) {
  const rounds = await db
    .select({ id: surveyRounds.id, year: surveyRounds.year, nameJa: surveyRounds.nameJa, nameZh: surveyRounds.nameZh, sections: questionnaireVersions.sections })
    .from(surveyRounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId))
    .where(and(eq(surveyRounds.kind, 'follow-up'), inArray(surveyRounds.state, ['open', 'closed'])))
    .orderBy(asc(surveyRounds.year), asc(surveyRounds.createdAt), asc(surveyRounds.id))
  const round = rounds.find(({ id }) => id === roundId)
  if (!round) return null
  const [recipients, responses, bodies, about, interviews, tree] = await Promise.all([
    db.select({ id: surveyRecipients.id, roundId: surveyRecipients.roundId, projectId: surveyRecipients.projectId, partyId: surveyRecipients.partyId, state: surveyRecipients.state }).from(surveyRecipients).orderBy(asc(surveyRecipients.id)),
    db.select({ recipientId: surveyResponses.recipientId, answers: surveyResponses.answers, via: surveyResponses.via }).from(surveyResponses),
    db.select({ id: projectParties.id, kind: projectParties.kind, side: projectParties.side, ja: projectParties.nameJa, zh: projectParties.nameZh }).from(projectParties),
    db.select({ id: projects.id, slug: projects.slug, forum: projects.forum, fields: projects.fields, ja: projects.titleJa, zh: projects.titleZh }).from(projects).where(eq(projects.state, 'announced')),
    db.select().from(surveyInterviews).where(eq(surveyInterviews.roundId, roundId)).orderBy(asc(surveyInterviews.on), asc(surveyInterviews.id)),
    readFields(db),
  ])
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId ?? id]))
  const roundOf = new Map(rounds.map((one) => [one.id, one]))
  const partyOf = new Map(bodies.map((one) => [one.id, one]))
  const projectOf = new Map(about.map((one) => [one.id, { ...one, tops: [...new Set(one.fields.map((id) => parentOf.get(id) ?? id))] }]))
  const responseOf = new Map(responses.map((one) => [one.recipientId, one]))
  const told: Told[] = recipients.flatMap(({ id, roundId: own, projectId, partyId, state }) => {
    const [asked, party, project] = [roundOf.get(own), partyOf.get(partyId), projectOf.get(projectId)]
    if (!asked || !party || !project) return []
    const response = state === 'answered' || state === 'partly' ? responseOf.get(id) : undefined
    return [{ round: own, year: asked.year, projectId, side: party.side, kind: party.kind, forum: project.forum, fields: project.tops, state, via: response?.via ?? null, answers: response ? validAnswers(asked.sections, response.answers) : {} }]
  })
  const own = told.filter((one) => one.round === roundId)
  const coded = allQuestions(round.sections).filter(isCoded)
  const [a, b] = [coded.find(({ code }) => code === ask.rows), coded.find(({ code }) => code === ask.columns)]
  return {
    round: { id: round.id, name: { ja: round.nameJa, zh: round.nameZh }, year: round.year },
    ...analyse(round.sections, own, told),
    fieldNames: Object.fromEntries(tree.map(({ id, ja, zh }) => [id, { ja, zh }])),
    interviews: interviews.length,
    coded: coded.map(({ code, text }) => ({ code, text })),
    cross: a && b && a !== b ? { a, b, ...crossTable(a, b, own.map(({ answers }) => answers)) } : null,
    found: ask.q ? await findWords(db, roundId, ask.q) : null,
  }
}
export type Analysis = NonNullable<Awaited<ReturnType<typeof readAnalysis>>>

/** Free texts and interviews of a round in which all the words occur, in any writing. */
export async function findWords(db: Reader, roundId: string, q: string) {
  const words = fold(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const [rows, talks] = await Promise.all([
    db
      .select({ id: surveyRecipients.id, searchText: surveyResponses.searchText, answers: surveyResponses.answers, sections: questionnaireVersions.sections, ja: projects.titleJa, zh: projects.titleZh, partyJa: projectParties.nameJa, partyZh: projectParties.nameZh, locale: surveyResponses.locale })
      .from(surveyResponses)
      .innerJoin(surveyRecipients, eq(surveyRecipients.id, surveyResponses.recipientId))
      .innerJoin(surveyRounds, eq(surveyRounds.id, surveyResponses.roundId))
      .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId))
      .innerJoin(projects, eq(projects.id, surveyRecipients.projectId))
      .innerJoin(projectParties, eq(projectParties.id, surveyRecipients.partyId))
      .where(and(eq(surveyResponses.roundId, roundId), inArray(surveyRecipients.state, ['answered', 'partly'])))
      .orderBy(asc(surveyRecipients.id)),
    db
      .select({ id: surveyInterviews.id, searchText: surveyInterviews.searchText, notes: surveyInterviews.notes, on: surveyInterviews.on, ja: projects.titleJa, zh: projects.titleZh })
      .from(surveyInterviews)
      .innerJoin(projects, eq(projects.id, surveyInterviews.projectId))
      .where(eq(surveyInterviews.roundId, roundId))
      .orderBy(asc(surveyInterviews.on), asc(surveyInterviews.id)),
  ])
  const has = (text: string) => words.every((word) => text.includes(word))
  const answers = rows
    .filter(({ searchText }) => has(searchText))
    .map(({ id, answers: given, sections, ja, zh, partyJa, partyZh, locale }) => {
      const texts = allQuestions(sections).flatMap(({ code, kind }) => (kind === 'text' && typeof given[code] === 'string' ? [given[code]] : []))
      return { kind: 'answer' as const, id, title: { ja, zh }, party: { ja: partyJa, zh: partyZh }, locale, text: texts.filter((text) => words.some((word) => fold(text).includes(word))).join('\n') }
    })
  const spoken = talks.filter(({ searchText }) => has(searchText)).map(({ id, notes, ja, zh }) => ({ kind: 'interview' as const, id, title: { ja, zh }, party: null, locale: null, text: notes.slice(0, 400) }))
  return [...answers, ...spoken].slice(0, MOST_FOUND)
}
