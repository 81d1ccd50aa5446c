import { choice, flag, id, index, instant, integer, json, table, text, unique } from '#db/dialect'
import type { obstacleCodes, projectStatuses, wishCodes } from './projects.ts'
import { projectParties, projects } from './projects.ts'

export const surveyKinds = ['follow-up', 'event'] as const
export const questionKinds = ['single', 'several', 'scale', 'number', 'date', 'text'] as const
/** vocabularies that come with their options */
export const optionLists = ['status', 'obstacles', 'wishes', 'outcomes', 'amounts', 'impacts'] as const
export const roundStates = ['draft', 'open', 'closed'] as const
export const responseStates = ['not-sent', 'sent', 'reminded', 'answered', 'partly', 'refused', 'unreachable', 'dissolved'] as const
export const refusalReasons = ['no-time', 'confidential', 'ended', 'not-in-charge', 'other'] as const
export const waysToAsk = ['mail', 'phone', 'none'] as const
export const waysToAnswer = ['link', 'phone', 'open'] as const

export interface Both {
  ja: string
  zh: string
}
export interface Choice extends Both {
  code: string
}
export interface Question {
  code: string
  kind: (typeof questionKinds)[number]
  text: Both
  hint?: Both | undefined
  required: boolean
  /** the vocabulary its options come from; the texts are copied, so that a published version never changes */
  list?: (typeof optionLists)[number] | undefined
  options?: Choice[] | undefined
  unit?: Both | undefined
  /** from 1 to `most`, with the words of both ends */
  scale?: { most: number; low: Both; high: Both } | undefined
  /** asked only if an earlier question is answered with one of these */
  when?: { question: string; op: 'is' | 'has'; codes: string[] } | undefined
}
export interface Section {
  code: string
  title: Both
  questions: Question[]
}
export type Answer = string | number | string[]
export type Answers = Record<string, Answer>

/** Which projects a round asks about. */
export interface RoundRule {
  forumFrom?: number | undefined
  forumTo?: number | undefined
  statuses: (typeof projectStatuses)[number][]
  fields: string[]
  /** only those whose last answer promised progress */
  promising: boolean
  /** slugs, chosen by hand in addition */
  picked: string[]
}

export const questionnaires = table('questionnaires', {
  id: id(),
  kind: choice(surveyKinds).notNull(),
  nameJa: text().notNull(),
  nameZh: text().notNull(),
  createdAt: instant().notNull(),
})

/** From its publication on a version never changes. */
export const questionnaireVersions = table(
  'questionnaire_versions',
  {
    id: id(),
    questionnaireId: text()
      .notNull()
      .references(() => questionnaires.id),
    version: integer().notNull(),
    sections: json<Section[]>().notNull(),
    edition: integer().notNull().default(1),
    publishedAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('questionnaire_versions_number').on(row.questionnaireId, row.version)],
)

/** A round of the follow-up survey, or the questionnaire of one event. */
export const surveyRounds = table(
  'survey_rounds',
  {
    id: id(),
    kind: choice(surveyKinds).notNull(),
    versionId: text()
      .notNull()
      .references(() => questionnaireVersions.id),
    nameJa: text().notNull(),
    nameZh: text().notNull(),
    /** the year it reports about */
    year: integer().notNull(),
    /** the address of an event's open link */
    slug: text(),
    rule: json<RoundRule>().notNull(),
    /** the last day for answers, in Japan; links live so many days longer */
    closesOn: text().notNull(),
    grace: integer().notNull(),
    /** days on which those are reminded who have not answered */
    remindOn: json<string[]>().notNull(),
    state: choice(roundStates).notNull(),
    openedAt: instant(),
    closedAt: instant(),
    /** from when on the results of an event are public */
    releasedAt: instant(),
    createdAt: instant().notNull(),
    edition: integer().notNull().default(1),
  },
  (row) => [unique('survey_rounds_slug').on(row.slug), index('survey_rounds_by_year').on(row.kind, row.year, row.createdAt)],
)

/** A party asked in a round, about one project. */
export const surveyRecipients = table(
  'survey_recipients',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => surveyRounds.id),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    partyId: text()
      .notNull()
      .references(() => projectParties.id),
    contactId: text(),
    locale: text().notNull(),
    how: choice(waysToAsk).notNull(),
    state: choice(responseStates).notNull(),
    /** how often it was reminded */
    reminders: integer().notNull().default(0),
    reason: choice(refusalReasons),
    remark: text(),
    sentAt: instant(),
    remindedAt: instant(),
    stateAt: instant().notNull(),
  },
  (row) => [
    unique('survey_recipients_party').on(row.roundId, row.partyId),
    index('survey_recipients_by_state').on(row.roundId, row.state, row.id),
    index('survey_recipients_by_project').on(row.projectId),
  ],
)

/** One set of answers: a party's, or one device's at an event. */
export const surveyResponses = table(
  'survey_responses',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => surveyRounds.id),
    recipientId: text().references(() => surveyRecipients.id),
    /** HMAC of an event's random cookie; forgotten when the event's questionnaire closes */
    device: text(),
    answers: json<Answers>().notNull(),
    /** which form saved a step last, so that a form sent twice is known */
    saves: json<Record<string, { key: string; edition: number }>>().notNull(),
    edition: integer().notNull(),
    via: choice(waysToAnswer).notNull(),
    locale: text().notNull(),
    /** free texts, folded */
    searchText: text().notNull(),
    finishedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('survey_responses_recipient').on(row.recipientId), unique('survey_responses_device').on(row.roundId, row.device), index('survey_responses_by_round').on(row.roundId, row.createdAt)],
)

export interface Quote {
  text: string
  locale: 'ja' | 'zh'
  /** may be printed */
  permitted: boolean
}

export const interviewWays = ['meeting', 'online', 'phone'] as const

/** A talk with a party: people by their role only. */
export const surveyInterviews = table(
  'survey_interviews',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => surveyRounds.id),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    partyId: text().references(() => projectParties.id),
    on: text().notNull(),
    how: choice(interviewWays).notNull(),
    people: json<string[]>().notNull(),
    notes: text().notNull(),
    obstacles: json<(typeof obstacleCodes)[number][]>().notNull(),
    wishes: json<(typeof wishCodes)[number][]>().notNull(),
    quotes: json<Quote[]>().notNull(),
    searchText: text().notNull(),
    authorId: text().notNull(),
    edition: integer().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (row) => [index('survey_interviews_by_round').on(row.roundId, row.on), index('survey_interviews_by_project').on(row.projectId)],
)

/** The share at an earlier forum; `highest`: the highest until then. */
export interface EarlierShare {
  forum: number
  percent: number
  highest?: boolean
}
export interface AggregateQuestion {
  code: string
  text: Both
  /** shares of all answers in per cent, as published; counts where they were published too */
  options: (Choice & { percent: number | null; answers: number | null; before?: EarlierShare[] })[]
  /** of a question answered in own words: how many answered, and what they named */
  open?: { answers: number | null; note?: Both; topics: Both[] }
}

/** Results of an earlier survey of which only the published figures exist. */
export const surveyAggregates = table('survey_aggregates', {
  slug: text().primaryKey(),
  nameJa: text().notNull(),
  nameZh: text().notNull(),
  from: text().notNull(),
  to: text().notNull(),
  answers: integer().notNull(),
  questions: json<AggregateQuestion[]>().notNull(),
  /** who was asked, and how */
  about: json<Both>(),
  sourceJa: text().notNull(),
  sourceZh: text().notNull(),
  approximate: flag().notNull().default(false),
})
