import { choice, flag, id, index, instant, integer, json, serial, table, text, unique } from '#db/dialect'
import { offices, users } from './accounts.ts'
import { companies, technologies } from './catalogue.ts'

export const inquiryStages = [
  'received', 'checking', 'needs-info', 'forwarded', 'interested', 'consenting', 'introduced', 'in-dialogue',
  'agreed', 'no-deal', 'answered', 'closed', 'lapsed', 'withdrawn', 'on-hold',
] as const
export const approachStages = [
  'forwarded', 'interested', 'declined', 'consenting', 'refused', 'introduced', 'in-dialogue', 'agreed', 'no-deal', 'answered', 'closed',
] as const
export const inquiryKinds = ['information', 'interest', 'need', 'partnership'] as const
export const buyerKinds = ['enterprise', 'park', 'authority', 'institute', 'trading', 'finance', 'association', 'other'] as const
export const channels = ['email', 'phone', 'wechat'] as const
export const origins = ['site', 'phone', 'fair', 'wechat'] as const
export const waits = ['office', 'buyer', 'firm', 'date'] as const
export const attemptChannels = ['phone', 'wechat', 'email', 'meeting', 'letter'] as const
export const taskKinds = ['tell-buyer', 'pass-contact', 'phone-firm'] as const

export const inquiries = table(
  'inquiries',
  {
    id: id(),
    /** e.g. DB-2026-0042 */
    ticket: text().notNull(),
    stage: choice(inquiryStages).notNull(),
    kind: choice(inquiryKinds).notNull(),
    locale: text().notNull(),
    origin: choice(origins).notNull().default('site'),
    /** one per sent form: a double tap makes one inquiry */
    submissionKey: text().notNull(),
    /** the clock's hint that nobody typed this; shown to the desk, never a refusal */
    held: flag().notNull().default(false),
    organisationKind: choice(buyerKinds).notNull(),
    region: text(),
    size: text(),
    nameToFirm: flag().notNull().default(false),
    onBehalf: json<{ kind: string | null; region: string | null; size: string | null }>(),
    site: text(),
    process: text(),
    presentData: text(),
    goal: text(),
    budget: text(),
    timing: text(),
    cooperation: text(),
    message: text().notNull(),
    office: choice(offices),
    ownerId: text().references(() => users.id),
    /** when somebody should have acted, and who: what the inbox sorts by. Written by `retime` only */
    dueAt: instant(),
    /** what is due: a stage, `hold`, or the kind of a task */
    dueWhat: text(),
    waitsFor: choice(waits),
    /** put before the managers, by the clock or by hand; a case that moves on no longer is */
    escalatedAt: instant(),
    /** from when the reminders of the present stage count, and how many have gone out */
    countedFrom: instant(),
    reminded: integer().notNull().default(0),
    /** when the buyer was told what the present stage asks of them: by letter, or the first attempt by hand */
    toldAt: instant(),
    heldFrom: choice(inquiryStages),
    heldAt: instant(),
    resumeAt: instant(),
    closeReason: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** when the present stage was reached */
    stageAt: instant().notNull(),
    /** the buyer has asked for it; it waits only while the case is kept for a dispute */
    erasureAskedAt: instant(),
    /** from then on nothing is left but what statistics count */
    erasedAt: instant(),
  },
  (row) => [
    unique('inquiries_ticket').on(row.ticket),
    unique('inquiries_submission').on(row.submissionKey),
    index('inquiries_by_stage').on(row.stage, row.stageAt),
    index('inquiries_by_owner').on(row.ownerId, row.stage),
    index('inquiries_by_due').on(row.dueAt, row.id),
    index('inquiries_by_arrival').on(row.createdAt),
    index('inquiries_by_change').on(row.updatedAt),
    index('inquiries_by_erasure').on(row.erasedAt, row.stage, row.stageAt),
    // All that the inbox counts by: it is answered from here without reading a case.
    index('inquiries_at_desk').on(row.stage, row.ownerId, row.office, row.dueAt, row.waitsFor, row.escalatedAt),
  ],
)

/** Staff-only and erasable: who asked. One row per inquiry. */
export const inquiryContacts = table(
  'inquiry_contacts',
  {
    inquiryId: text()
      .primaryKey()
      .references(() => inquiries.id),
    organisation: text().notNull(),
    person: text().notNull(),
    channel: choice(channels).notNull(),
    address: text().notNull(),
    /** HMAC of the folded address: limits and duplicate warnings without reading it */
    addressKey: text().notNull(),
    erasedAt: instant(),
  },
  (row) => [index('inquiry_contacts_by_address').on(row.addressKey)],
)

export const inquiryTechnologies = table(
  'inquiry_technologies',
  {
    id: serial(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
  },
  (row) => [unique('inquiry_technologies_once').on(row.inquiryId, row.technologyId), index('inquiry_technologies_by_technology').on(row.technologyId)],
)

/** One case per firm. The approach furthest along and still alive decides the inquiry's stage. */
export const approaches = table(
  'approaches',
  {
    id: id(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    stage: choice(approachStages).notNull(),
    /** the masked question as the firm reads it */
    question: text().notNull(),
    /** why the firm declined, or a side refused to be named */
    declineReason: text(),
    /** why an introduction led nowhere */
    outcomeReason: text(),
    buyerConsentAt: instant(),
    firmConsentAt: instant(),
    exportControlSeenBy: text(),
    contactId: text(),
    /** ended before the case was reopened: no longer decides */
    earlier: flag().notNull().default(false),
    /** the firm came by itself, having read the published need: of the buyer it may see what was published */
    offered: flag().notNull().default(false),
    dueAt: instant(),
    countedFrom: instant(),
    reminded: integer().notNull().default(0),
    createdAt: instant().notNull(),
    stageAt: instant().notNull(),
  },
  (row) => [unique('approaches_once').on(row.inquiryId, row.companyId), index('approaches_by_company').on(row.companyId, row.stage)],
)

/** What is said, in the order it was said. `audience` is who may read it besides the desk. */
export const inquiryMessages = table(
  'inquiry_messages',
  {
    id: serial(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    approachId: text().references(() => approaches.id),
    author: choice(['buyer', 'firm', 'desk', 'system']).notNull(),
    authorId: text(),
    audience: choice(['desk', 'buyer', 'firm']).notNull(),
    kind: choice(['question', 'answer', 'note', 'relay', 'outcome']).notNull(),
    body: text().notNull(),
    translation: text(),
    /** the message whose text this one passes on, edited; that original stays as it was */
    relayOf: integer(),
    at: instant().notNull(),
  },
  (row) => [index('inquiry_messages_by_inquiry').on(row.inquiryId, row.id)],
)

/** What was agreed to: which notice, in which language, its hash, when. */
export const consents = table(
  'consents',
  {
    id: id(),
    subject: text().notNull(),
    party: choice(['buyer', 'firm']).notNull(),
    purpose: choice(['processing', 'transfer', 'introduction', 'publication']).notNull(),
    noticeVersion: text().notNull(),
    locale: text().notNull(),
    textHash: text().notNull(),
    /** given by word of mouth or on paper: how, and which of the staff took it down */
    how: text(),
    takenBy: text(),
    at: instant().notNull(),
    withdrawnAt: instant(),
  },
  (row) => [index('consents_by_subject').on(row.subject)],
)

/** Provision record (APPI arts. 29–30): kept apart from the case. Field names, never the values. */
export const provisions = table(
  'provisions',
  {
    id: id(),
    ticket: text().notNull(),
    companyId: text().notNull(),
    toParty: choice(['buyer', 'firm']).notNull(),
    fields: json<string[]>().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (row) => [index('provisions_by_ticket').on(row.ticket)],
)

/** Who looked at which contact, when. */
export const contactViews = table(
  'contact_views',
  {
    id: serial(),
    actor: text().notNull(),
    subject: text().notNull(),
    fields: json<string[]>().notNull(),
    at: instant().notNull(),
  },
  (row) => [index('contact_views_by_subject').on(row.subject, row.at), index('contact_views_by_time').on(row.at), index('contact_views_by_actor').on(row.actor, row.id)],
)

export const exportKinds = ['inquiries', 'companies'] as const

/** Which personal data left the house as a file, who took it and why; append-only. The reason names no person. */
export const contactExports = table(
  'contact_exports',
  {
    id: serial(),
    actor: text().notNull(),
    what: choice(exportKinds).notNull(),
    /** what was chosen, as the form says it */
    filter: json<Record<string, string | null>>().notNull(),
    fields: json<string[]>().notNull(),
    /** records in the file */
    n: integer().notNull(),
    reason: text().notNull(),
    at: instant().notNull(),
  },
  (row) => [index('contact_exports_by_actor').on(row.actor, row.id)],
)

/** Cases that are kept beyond their time, because somebody may have to prove something. */
export const erasureHolds = table('erasure_holds', {
  inquiryId: text()
    .primaryKey()
    .references(() => inquiries.id),
  reason: text().notNull(),
  by: text().notNull(),
  at: instant().notNull(),
})

/** A document on request that the office let out for one inquiry; the link to it is private and ends. */
export const documentReleases = table(
  'document_releases',
  {
    id: id(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    /** within the listing's documents */
    documentId: text().notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    releasedBy: text().notNull(),
    at: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (row) => [index('document_releases_by_inquiry').on(row.inquiryId), index('document_releases_by_hash').on(row.hash)],
)

/** What only a person can do: tell a buyer whom no letter reaches, ring a firm up. */
export const deskTasks = table(
  'desk_tasks',
  {
    id: id(),
    kind: choice(taskKinds).notNull(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    approachId: text().references(() => approaches.id),
    /** the letter it stands for, e.g. `inquiry-question` */
    about: text().notNull(),
    openedAt: instant().notNull(),
    dueAt: instant().notNull(),
    reminded: integer().notNull().default(0),
    doneAt: instant(),
    /** a user's id; `system` when the case moved on without it */
    doneBy: text(),
  },
  (row) => [index('desk_tasks_by_inquiry').on(row.inquiryId, row.doneAt), index('desk_tasks_open').on(row.doneAt, row.dueAt)],
)

/** Each time somebody tried, reached or not. */
export const taskAttempts = table(
  'task_attempts',
  {
    id: serial(),
    taskId: text()
      .notNull()
      .references(() => deskTasks.id),
    by: text().notNull(),
    channel: choice(attemptChannels).notNull(),
    reached: flag().notNull(),
    /** when it was tried, as the clerk says */
    at: instant().notNull(),
    note: text(),
  },
  (row) => [index('task_attempts_by_task').on(row.taskId, row.id)],
)

/** Intermediaries whom a manager has recognised: no limit of open inquiries. Known by the key of their address. */
export const recognisedContacts = table('recognised_contacts', {
  addressKey: text().primaryKey(),
  name: text().notNull(),
  recognisedBy: text().notNull(),
  at: instant().notNull(),
})

export const templateUses = ['asking', 'forwarding', 'relay', 'answering', 'closing', 'reminding', 'following-up'] as const

/** Ready words of the desk, in one language; what they say is in their newest version. */
export const messageTemplates = table(
  'message_templates',
  {
    id: id(),
    use: choice(templateUses).notNull(),
    locale: text().notNull(),
    /** the code of the built-in one it began as; null: written at the desk */
    code: text(),
    version: integer().notNull(),
    disabledAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('message_templates_code').on(row.locale, row.code), index('message_templates_by_use').on(row.use, row.locale)],
)

/** What a template said, version by version; nothing is overwritten. */
export const templateVersions = table(
  'template_versions',
  {
    id: serial(),
    templateId: text()
      .notNull()
      .references(() => messageTemplates.id),
    version: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    /** a user's id; null: built in */
    by: text(),
    at: instant().notNull(),
  },
  (row) => [unique('template_versions_once').on(row.templateId, row.version)],
)

/** A file of a case. What a side sent stays with the desk until the desk passes it on: as a row of its own. */
export const inquiryFiles = table(
  'inquiry_files',
  {
    id: id(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    approachId: text().references(() => approaches.id),
    /** the message it goes with, when it was passed on */
    messageId: integer(),
    hash: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    size: integer().notNull(),
    author: choice(['buyer', 'firm', 'desk']).notNull(),
    authorId: text(),
    /** who may have it besides the desk and its author */
    audience: choice(['desk', 'buyer', 'firm']).notNull(),
    /** the file it passes on, perhaps under another name */
    relayOf: text(),
    at: instant().notNull(),
  },
  (row) => [index('inquiry_files_by_inquiry').on(row.inquiryId, row.at), index('inquiry_files_by_hash').on(row.hash), index('inquiry_files_by_message').on(row.messageId)],
)

export const needStates = ['draft', 'published', 'closed'] as const

/** A need as the public may read it: written by the desk, nobody can be told from it. One per inquiry. */
export const needs = table(
  'needs',
  {
    id: id(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    /** drawn by lot: a ticket is known to those whom the office has asked */
    slug: text().notNull(),
    state: choice(needStates).notNull(),
    titleJa: text().notNull(),
    titleZh: text().notNull(),
    textJa: text().notNull(),
    textZh: text().notNull(),
    fields: json<string[]>().notNull(),
    organisationKind: choice(buyerKinds),
    region: text(),
    size: text(),
    /** the last day on which firms may answer, in Japan */
    closesOn: text().notNull(),
    /** folded titles and texts: what a search looks through */
    searchText: text().notNull(),
    /** when the buyer was asked whether these words may be published, or said no */
    askedAt: instant(),
    refusedAt: instant(),
    publishedAt: instant(),
    closedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('needs_inquiry').on(row.inquiryId), unique('needs_slug').on(row.slug), index('needs_by_publication').on(row.state, row.publishedAt)],
)

/** “We can do this”: what a firm answered to a published need, once. Its words are a message of the case. */
export const needOffers = table(
  'need_offers',
  {
    id: id(),
    needId: text()
      .notNull()
      .references(() => needs.id),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    approachId: text()
      .notNull()
      .references(() => approaches.id),
    /** who wrote it */
    userId: text().notNull(),
    /** ids of the firm's technologies it is about */
    technologies: json<string[]>().notNull(),
    at: instant().notNull(),
  },
  (row) => [unique('need_offers_once').on(row.needId, row.companyId), index('need_offers_by_company').on(row.companyId, row.at), index('need_offers_by_approach').on(row.approachId)],
)

/**
 * The number under which the words of a case stand in the desk's own full-text index, and by which edition of the rules
 * they were cut. The words are derived (searching.server.ts): erasing takes them out by deriving them anew.
 */
export const inquirySearch = table(
  'inquiry_search',
  {
    doc: serial(),
    inquiryId: text()
      .notNull()
      .references(() => inquiries.id),
    edition: integer().notNull(),
  },
  (row) => [unique('inquiry_search_once').on(row.inquiryId), index('inquiry_search_by_edition').on(row.edition)],
)
