import { choice, flag, id, index, instant, integer, json, serial, table, text, unique } from '#db/dialect'
import { companies } from './catalogue.ts'
import { inquiries } from './inquiries.ts'

export const projectStatuses = ['signed', 'preparing', 'in-progress', 'goal-met', 'completed', 'extended', 'suspended', 'cancelled', 'merged', 'unknown'] as const
/** `candidate`: not announced yet; `dropped`: it did not come to an announcement */
export const projectStates = ['candidate', 'announced', 'dropped'] as const
export const partySides = ['japan', 'china'] as const
export const partyKinds = ['company', 'organisation', 'university', 'government', 'zone'] as const
export const projectSources = ['announcement', 'survey', 'interview', 'party', 'press', 'office', 'inquiry'] as const
export const outcomeKinds = ['contract', 'licence', 'joint-venture', 'joint-research', 'demonstration', 'standard', 'training'] as const
export const amountBands = ['under-10m-jpy', '10m-100m-jpy', '100m-1b-jpy', 'over-1b-jpy', 'undisclosed'] as const
export const obstacleCodes = [
  'travel-restriction', 'field-level-gap', 'price-gap', 'law-data-security', 'contract-practice', 'permit', 'qualification', 'bidding', 'running-cost',
  'partner-bankruptcy', 'transparency', 'technology-fit', 'translation-communication', 'financing', 'none',
] as const
export const wishCodes = [
  'information', 'local-rules', 'practical-cooperation', 'support-scheme-publicity', 'fs-funding', 'government-backing', 'travel-resumption', 'policy-message',
  'matching', 'meetings',
] as const
export const projectVerbs = ['announced', 'status', 'confirmed', 'party-joined', 'party-left', 'signed-anew', 'retitled', 'outcome', 'obstacle', 'wish', 'note'] as const

/** A round of the forum and what was published about it; what was not published stays null. */
export const forums = table('forums', {
  round: integer().primaryKey(),
  date: text(),
  nameJa: text().notNull(),
  nameZh: text().notNull(),
  /** projects announced at this round, as published */
  announced: integer(),
  /** all projects announced up to this round, as published */
  cumulative: integer(),
  sourceJa: text(),
  sourceZh: text(),
})

export const projects = table(
  'projects',
  {
    id: id(),
    /** the address, e.g. forum15-01 */
    slug: text().notNull(),
    /** its number within the round */
    number: integer(),
    forum: integer().references(() => forums.round),
    announcedOn: text(),
    state: choice(projectStates).notNull(),
    titleJa: text(),
    titleZh: text(),
    summaryJa: text(),
    summaryZh: text(),
    fields: json<string[]>().notNull(),
    /** ISO 3166-2:CN */
    region: text(),
    /** how the region is known: named, or from where a party sits */
    regionBasis: text(),
    status: choice(projectStatuses).notNull(),
    statusOn: text(),
    /** the last day somebody who must know said how it stands */
    lastConfirmedOn: text(),
    originInquiryId: text().references(() => inquiries.id),
    /** titles and parties folded, for search */
    searchText: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [
    unique('projects_slug').on(row.slug),
    index('projects_by_forum').on(row.state, row.forum, row.number),
    index('projects_by_status').on(row.state, row.status),
    index('projects_by_confirmation').on(row.state, row.lastConfirmedOn),
    index('projects_by_origin').on(row.originInquiryId),
  ],
)

/** Who takes part, from when to when; names as announced. */
export const projectParties = table(
  'project_parties',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    side: choice(partySides).notNull(),
    kind: choice(partyKinds).notNull().default('company'),
    nameJa: text(),
    nameZh: text(),
    /** one key per body, so that its projects can be gathered under one page */
    partyKey: text().notNull(),
    companyId: text().references(() => companies.id),
    position: integer().notNull(),
    fromOn: text(),
    untilOn: text(),
    /** when it was last asked by letter how things stand */
    askedAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [
    index('project_parties_by_project').on(row.projectId, row.position),
    index('project_parties_by_key').on(row.partyKey),
    index('project_parties_by_company').on(row.companyId),
  ],
)

/** Staff-only and erasable: whom to ask at a party. */
export const partyContacts = table(
  'party_contacts',
  {
    id: id(),
    partyId: text()
      .notNull()
      .references(() => projectParties.id),
    person: text().notNull(),
    role: text(),
    email: text(),
    phone: text(),
    wechat: text(),
    locale: text().notNull(),
    createdAt: instant().notNull(),
    erasedAt: instant(),
  },
  (row) => [index('party_contacts_by_party').on(row.partyId)],
)

/** The life of a project, to be shown as a timeline; every change has its date, source and author. */
export const projectEvents = table(
  'project_events',
  {
    id: serial(),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    verb: choice(projectVerbs).notNull(),
    /** the day it happened or was said, YYYY-MM-DD */
    on: text().notNull(),
    source: choice(projectSources).notNull(),
    /** e.g. which survey, which article */
    sourceText: text(),
    /** the status, the obstacle's code, the party's id … as the verb asks */
    codes: json<Record<string, string | number | boolean | null>>().notNull(),
    textJa: text(),
    textZh: text(),
    public: flag().notNull(),
    authorId: text(),
    createdAt: instant().notNull(),
  },
  (row) => [index('project_events_by_project').on(row.projectId, row.on, row.id)],
)

/** What came of it: one row a report, claimed and verified kept apart. */
export const projectOutcomes = table(
  'project_outcomes',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    partyId: text().references(() => projectParties.id),
    on: text().notNull(),
    source: choice(projectSources).notNull(),
    kinds: json<(typeof outcomeKinds)[number][]>().notNull(),
    amount: choice(amountBands),
    /** tonnes of coal equivalent a year */
    energySaved: integer(),
    /** tonnes of CO2 a year */
    co2Saved: integer(),
    verified: flag().notNull().default(false),
    turnover: text(),
    marketShare: text(),
    jobs: integer(),
    newProducts: integer(),
    createdAt: instant().notNull(),
    authorId: text(),
  },
  (row) => [index('project_outcomes_by_project').on(row.projectId, row.on)],
)

/** Both sides confirm title and parties before the signature. */
export const titleConfirmations = table(
  'title_confirmations',
  {
    id: id(),
    projectId: text()
      .notNull()
      .references(() => projects.id),
    side: choice(partySides).notNull(),
    /** hash of the titles and parties as they were shown */
    textHash: text().notNull(),
    how: choice(['link', 'phone', 'mail']).notNull(),
    by: text().notNull(),
    remark: text(),
    agreed: flag().notNull(),
    at: instant().notNull(),
  },
  (row) => [index('title_confirmations_by_project').on(row.projectId, row.side)],
)
