import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projectParties, projects } from '#db/schema/projects.ts'
import { questionnaireVersions, surveyInterviews, surveyRecipients, surveyResponses, surveyRounds, type Answers, type Section } from '#db/schema/surveys.ts'
import { readFields } from '../../catalogue/taxonomy.server.ts'
import { fold } from '../../catalogue/search/folding.ts'
import { analyse, codeOfList, type Told } from './analysis.ts'
import { allQuestions, validAnswers } from './engine.ts'
import { crossTable, isCoded } from './tallies.ts'

const MOST_FOUND = 50
const COMPARED = ['status', 'obstacles', 'wishes'] as const

type Said = Pick<Told, 'projectId' | 'state' | 'via' | 'answers'> & { partyId: string }
/** Nothing of a closed round changes any more, so that it is read once: whole, or as far as years are compared. */
const closedSets = { whole: new Map<string, Said[]>(), years: new Map<string, Said[]>() }

/** The questions that are counted over the years, and those they hang on. */
function comparedSections(sections: readonly Section[]): Section[] {
  const kept = new Set<string>()
  for (const { code, list, when } of allQuestions(sections).reverse()) {
    if (!kept.has(code) && !COMPARED.some((one) => one === list)) continue
    kept.add(code)
    if (when) kept.add(when.question)
  }
  return sections.map((section) => ({ ...section, questions: section.questions.filter(({ code }) => kept.has(code)) }))
}

/** Answers under the names of their vocabularies: a question may have another code in another version. */
const byList = (sections: readonly Section[], answers: Answers): Answers =>
  Object.fromEntries(COMPARED.flatMap((list) => { const answer = answers[codeOfList(sections, list)]; return answer === undefined ? [] : [[list, answer]] }))

/** What the parties of one round have said, as far as it counts. */
async function readSet(db: Reader, round: { id: string; state: string; sections: Section[] }, part: keyof typeof closedSets): Promise<Said[]> {
  const known = round.state === 'closed' ? closedSets[part].get(round.id) : undefined
  if (known) return known
  const sections = part === 'whole' ? round.sections : comparedSections(round.sections)
  const heard = (answers: Answers) => (part === 'whole' ? validAnswers(sections, answers) : byList(sections, validAnswers(sections, answers)))
  const rows = await db
    .select({ projectId: surveyRecipients.projectId, partyId: surveyRecipients.partyId, state: surveyRecipients.state, answers: surveyResponses.answers, via: surveyResponses.via })
    .from(surveyRecipients)
    .leftJoin(surveyResponses, eq(surveyResponses.recipientId, surveyRecipients.id))
    .where(eq(surveyRecipients.roundId, round.id))
    .orderBy(asc(surveyRecipients.id))
  const set = rows.map(({ answers, via, ...row }) => {
    const counts = answers !== null && (row.state === 'answered' || row.state === 'partly')
    return { ...row, via: counts ? via : null, answers: counts ? heard(answers) : {} }
  })
  if (round.state === 'closed') closedSets[part].set(round.id, set)
  return set
}

/**
 * All that the rounds of the follow-up survey say, with the eyes on one of them. Everything is read in a few strokes and
 * counted in memory: some five thousand answers.
 * @param ask.until leaves out the rounds of later years
 */
export async function readAnalysis(db: Reader, roundId: string, ask: { rows?: string; columns?: string; q?: string; until?: 'its-year' }) {
  const all = await db
    .select({ id: surveyRounds.id, year: surveyRounds.year, nameJa: surveyRounds.nameJa, nameZh: surveyRounds.nameZh, state: surveyRounds.state, sections: questionnaireVersions.sections })
    .from(surveyRounds)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId))
    .where(and(eq(surveyRounds.kind, 'follow-up'), inArray(surveyRounds.state, ['open', 'closed'])))
    .orderBy(asc(surveyRounds.year), asc(surveyRounds.createdAt), asc(surveyRounds.id))
  const round = all.find(({ id }) => id === roundId)
  if (!round) return null
  const rounds = ask.until ? all.filter(({ year }) => year <= round.year) : all
  const [sets, bodies, about, interviews, tree] = await Promise.all([
    Promise.all(rounds.map((one) => readSet(db, one, one.id === roundId ? 'whole' : 'years'))),
    db.select({ id: projectParties.id, kind: projectParties.kind, side: projectParties.side }).from(projectParties),
    db.select({ id: projects.id, forum: projects.forum, fields: projects.fields }).from(projects).where(eq(projects.state, 'announced')),
    db.$count(surveyInterviews, eq(surveyInterviews.roundId, roundId)),
    readFields(db),
  ])
  const parentOf = new Map(tree.map(({ id, parentId }) => [id, parentId ?? id]))
  const partyOf = new Map(bodies.map((one) => [one.id, one]))
  const projectOf = new Map(about.map((one) => [one.id, { ...one, tops: [...new Set(one.fields.map((id) => parentOf.get(id) ?? id))] }]))
  const codes = COMPARED.map((list) => [list, codeOfList(round.sections, list)] as const)
  const asCoded = (answers: Answers): Answers => (codes.every(([list, code]) => list === code) ? answers : Object.fromEntries(codes.flatMap(([list, code]) => (answers[list] === undefined ? [] : [[code, answers[list]]]))))
  const told: Told[] = []
  for (const [at, { id, year }] of rounds.entries()) {
    for (const { projectId, partyId, state, via, answers: said } of sets[at]!) {
      const [party, project] = [partyOf.get(partyId), projectOf.get(projectId)]
      const answers = id === roundId ? said : asCoded(said)
      if (party && project) told.push({ round: id, year, projectId, side: party.side, kind: party.kind, forum: project.forum, fields: project.tops, state, via, answers })
    }
  }
  const own = told.filter((one) => one.round === roundId)
  const coded = allQuestions(round.sections).filter(isCoded)
  const [a, b] = [coded.find(({ code }) => code === ask.rows), coded.find(({ code }) => code === ask.columns)]
  return {
    round: { id: round.id, name: { ja: round.nameJa, zh: round.nameZh }, year: round.year },
    ...analyse(round.sections, own, told),
    fieldNames: Object.fromEntries(tree.map(({ id, ja, zh }) => [id, { ja, zh }])),
    interviews,
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
  const has = (text: string) => words.every((word) => text.includes(word))
  const [texts, talks, [version]] = await Promise.all([
    db
      .select({ id: surveyResponses.id, searchText: surveyResponses.searchText })
      .from(surveyResponses)
      .innerJoin(surveyRecipients, eq(surveyRecipients.id, surveyResponses.recipientId))
      .where(and(eq(surveyResponses.roundId, roundId), inArray(surveyRecipients.state, ['answered', 'partly'])))
      .orderBy(asc(surveyRecipients.id)),
    db
      .select({ id: surveyInterviews.id, searchText: surveyInterviews.searchText, notes: surveyInterviews.notes, on: surveyInterviews.on, ja: projects.titleJa, zh: projects.titleZh })
      .from(surveyInterviews)
      .innerJoin(projects, eq(projects.id, surveyInterviews.projectId))
      .where(eq(surveyInterviews.roundId, roundId))
      .orderBy(asc(surveyInterviews.on), asc(surveyInterviews.id)),
    db.select({ sections: questionnaireVersions.sections }).from(surveyRounds).innerJoin(questionnaireVersions, eq(questionnaireVersions.id, surveyRounds.versionId)).where(eq(surveyRounds.id, roundId)),
  ])
  const hits = texts.filter(({ searchText }) => has(searchText)).slice(0, MOST_FOUND).map(({ id }) => id)
  const rows = hits.length === 0 ? [] : await db
    .select({ id: surveyRecipients.id, answers: surveyResponses.answers, ja: projects.titleJa, zh: projects.titleZh, partyJa: projectParties.nameJa, partyZh: projectParties.nameZh, locale: surveyResponses.locale })
    .from(surveyResponses)
    .innerJoin(surveyRecipients, eq(surveyRecipients.id, surveyResponses.recipientId))
    .innerJoin(projects, eq(projects.id, surveyRecipients.projectId))
    .innerJoin(projectParties, eq(projectParties.id, surveyRecipients.partyId))
    .where(inArray(surveyResponses.id, hits))
    .orderBy(asc(surveyRecipients.id))
  const free = allQuestions(version?.sections ?? []).filter(({ kind }) => kind === 'text')
  const answers = rows.map(({ id, answers: given, ja, zh, partyJa, partyZh, locale }) => {
    const said = free.flatMap(({ code }) => (typeof given[code] === 'string' ? [given[code]] : []))
    return { kind: 'answer' as const, id, title: { ja, zh }, party: { ja: partyJa, zh: partyZh }, locale, text: said.filter((text) => words.some((word) => fold(text).includes(word))).join('\n') }
  })
  const spoken = talks.filter(({ searchText }) => has(searchText)).map(({ id, notes, ja, zh }) => ({ kind: 'interview' as const, id, title: { ja, zh }, party: null, locale: null, text: notes.slice(0, 400) }))
  return [...answers, ...spoken].slice(0, MOST_FOUND)
}
