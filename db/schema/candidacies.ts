import { choice, flag, id, index, instant, integer, json, table, text, unique } from '#db/dialect'
import { forums, partySides, projectParties, projects, projectStatuses, type amountBands, type obstacleCodes, type outcomeKinds, type wishCodes } from './projects.ts'
import type { waysToAnswer } from './surveys.ts'

/** How far a candidate has come on its way to the ceremony; `ready`: to be announced. */
export const candidateStages = ['hearing', 'confirming', 'ready'] as const
export const proposalWays = ['form', 'desk', 'inquiry', 'table'] as const
export const importStates = ['open', 'done', 'undone'] as const
export const reportKinds = ['unchanged', 'changed'] as const
export const reportDecisions = ['accepted', 'dismissed'] as const

/** The call for projects ahead of a round. */
export const projectCalls = table(
  'project_calls',
  {
    id: id(),
    forum: integer()
      .notNull()
      .references(() => forums.round),
    opensOn: text().notNull(),
    /** the last day, in Japan */
    closesOn: text().notNull(),
    textJa: text().notNull(),
    textZh: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('project_calls_forum').on(row.forum), index('project_calls_by_day').on(row.closesOn, row.opensOn)],
)

/** A project before its announcement: what it is proposed for and how far that has come. It stays as its history. */
export const candidacies = table(
  'candidacies',
  {
    projectId: text()
      .primaryKey()
      .references(() => projects.id),
    forum: integer().references(() => forums.round),
    stage: choice(candidateStages).notNull(),
    way: choice(proposalWays).notNull(),
    /** one per sent form: a double tap makes one candidate */
    submissionKey: text(),
    /** which side proposed it by the public form, and in which language */
    side: choice(partySides),
    locale: text(),
    held: flag().notNull().default(false),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('candidacies_submission').on(row.submissionKey), index('candidacies_by_forum').on(row.forum, row.stage)],
)

/** A table of historic projects, from the paste to the commit; `projectIds` is what undoing it takes away. */
export const projectImports = table(
  'project_imports',
  {
    id: id(),
    userId: text().notNull(),
    name: text().notNull(),
    /** the text of the table; emptied with the commit */
    source: text().notNull(),
    /** which member each column fills, by place; '' is passed over */
    columns: json<string[]>().notNull(),
    state: choice(importStates).notNull(),
    total: integer().notNull(),
    projectIds: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (row) => [index('project_imports_by_day').on(row.createdAt)],
)

/** What a party's answers in a survey say in codes, as they stood when it sent them. */
export interface SurveyWord {
  round: string
  recipient: string
  response: string
  via: (typeof waysToAnswer)[number]
  obstacles: (typeof obstacleCodes)[number][]
  wishes: (typeof wishCodes)[number][]
  outcome: { kinds: (typeof outcomeKinds)[number][]; amount: (typeof amountBands)[number] | null; energySaved: number | null; co2Saved: number | null; verified: boolean; impacts: string[] } | null
}

/** What a party said on its private page or in a survey, until the desk has taken it over or not. */
export const projectReports = table(
  'project_reports',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    partyId: text()
      .notNull()
      .references(() => projectParties.id),
    kind: choice(reportKinds).notNull(),
    status: choice(projectStatuses),
    /** since when, as the party says */
    on: text().notNull(),
    note: text(),
    survey: json<SurveyWord>(),
    locale: text().notNull(),
    /** one per showing of the form */
    submissionKey: text().notNull(),
    at: instant().notNull(),
    decision: choice(reportDecisions),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (row) => [unique('project_reports_submission').on(row.submissionKey), index('project_reports_by_project').on(row.projectId, row.at), index('project_reports_open').on(row.decidedAt, row.at)],
)

/** Two keys that turned out to be one body: which rows moved, so that it can be taken back. */
export const partyMergers = table(
  'party_mergers',
  {
    id: id(),
    fromKey: text().notNull(),
    intoKey: text().notNull(),
    parties: json<{ id: string; companyId: string | null }[]>().notNull(),
    by: text().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (row) => [index('party_mergers_by_target').on(row.intoKey, row.undoneAt)],
)
