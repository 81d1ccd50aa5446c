import { choice, flag, id, index, instant, integer, json, serial, sortKey, table, text, unique } from '#db/dialect'
import { users } from './accounts.ts'
import { documentKinds, type ListingCard, type ListingContent } from './listing-content.ts'

export * from './listing-content.ts'

export const companyKinds = ['company', 'organisation', 'university', 'government'] as const
export const sizeBands = ['1-19', '20-99', '100-999', '1000+'] as const
export const listingStates = ['published', 'draft', 'unpublished'] as const
export const revisionStates = ['draft', 'submitted', 'returned', 'rejected', 'published', 'superseded'] as const
export const fileKinds = ['jpeg', 'png', 'webp', ...documentKinds] as const
/** `none`: nothing to read; `cut`: read in part, the rest was too much */
export const textStates = ['none', 'waiting', 'done', 'cut', 'encrypted', 'broken'] as const
/** `unconfirmed`: the address was not proved yet */
export const joiningStates = ['unconfirmed', 'waiting', 'approved', 'merged', 'rejected'] as const
export const importStates = ['checking', 'ready', 'refused', 'storing', 'done', 'failed'] as const
export const conceptVerbs = ['added', 'changed', 'merged', 'disabled', 'enabled'] as const

export const fields = table(
  'fields',
  {
    id: text().primaryKey(),
    parentId: text(),
    position: integer().notNull(),
    ja: text().notNull(),
    zh: text().notNull(),
    en: text().notNull(),
  },
  (row) => [index('fields_by_position').on(row.position)],
)

/** What a firm says of itself: its public details, as people write them. */
export type CompanyText = Pick<
  typeof companies.$inferSelect,
  'nameJa' | 'nameZh' | 'nameEn' | 'reading' | 'pinyin' | 'romanised' | 'formerNames' | 'kind' | 'prefecture' | 'size' | 'site' | 'corporateNumber' | 'profileJa' | 'profileZh'
>

export interface ImportProblem {
  /** as the spreadsheet counts: the heading is row 1 */
  row: number
  /** heading of the column; '' is the whole row */
  column: string
  code: string
  params: Record<string, string | number>
}

/** Terminology: one concept a row, all its words in three languages. */
export const concepts = table('concepts', {
  id: text().primaryKey(),
  ja: json<string[]>().notNull(),
  zh: json<string[]>().notNull(),
  en: json<string[]>().notNull(),
  enabled: flag().notNull().default(true),
  updatedAt: instant().notNull(),
})

/** A concept at one moment of its history. */
export interface ConceptState {
  ja: string[]
  zh: string[]
  en: string[]
  enabled: boolean
  /** the concept whose words came in, or that took the words over */
  mergedFrom?: string
  mergedInto?: string
}

/** History of the terminology, to be shown: what was, what is, and who did it. */
export const conceptChanges = table(
  'concept_changes',
  {
    id: serial(),
    conceptId: text()
      .notNull()
      .references(() => concepts.id),
    actorId: text()
      .notNull()
      .references(() => users.id),
    verb: choice(conceptVerbs).notNull(),
    /** null: it was not there */
    before: json<ConceptState>(),
    after: json<ConceptState>().notNull(),
    at: instant().notNull(),
  },
  (row) => [index('concept_changes_by_concept').on(row.conceptId, row.id)],
)

/** Queries that found nothing, as the desk learns from them. Nobody who asked is known. */
export const zeroHits = table(
  'zero_hits',
  {
    /** language|folded query: the row's key, so that a batch is one upsert */
    key: text().primaryKey(),
    language: text().notNull(),
    /** as last typed */
    query: text().notNull(),
    n: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
  },
  (row) => [index('zero_hits_by_time').on(row.lastAt)],
)

export const companies = table(
  'companies',
  {
    id: id(),
    slug: text().notNull(),
    nameJa: text(),
    nameZh: text(),
    nameEn: text(),
    /** kana without legal form */
    reading: text(),
    /** as given by hand; null: computed */
    pinyin: text(),
    romanised: text(),
    formerNames: json<string[]>().notNull(),
    /** names without legal forms, folded: for duplicate warnings, not unique */
    nameKey: text().notNull(),
    sortKana: sortKey().notNull(),
    sortPinyin: sortKey().notNull(),
    sortAlpha: sortKey().notNull(),
    kind: choice(companyKinds).notNull().default('company'),
    prefecture: text(),
    size: choice(sizeBands),
    site: text(),
    corporateNumber: text(),
    profileJa: text(),
    profileZh: text(),
    state: choice(['published', 'unpublished']).notNull().default('published'),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [
    unique('companies_slug').on(row.slug),
    index('companies_name_key').on(row.nameKey),
    index('companies_corporate_number').on(row.corporateNumber),
  ],
)

/** Staff-only: never part of a page, a letter or an answer outside the desk. */
export const companyContacts = table(
  'company_contacts',
  {
    id: id(),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    name: text().notNull(),
    department: text(),
    email: text(),
    phone: text(),
    wechat: text(),
    locale: text().notNull().default('ja'),
    createdAt: instant().notNull(),
  },
  (row) => [index('company_contacts_by_company').on(row.companyId)],
)

export const technologies = table(
  'technologies',
  {
    id: id(),
    slug: text().notNull(),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    state: choice(listingStates).notNull(),
    /** the revision the public sees; null as long as nothing was published */
    publishedRevisionId: text(),
    verifiedOn: text(),
    verifiedBy: text(),
    validUntil: text(),
    /** deleted by the firm; the office can bring it back for a while */
    deletedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('technologies_slug').on(row.slug), index('technologies_by_company').on(row.companyId), index('technologies_by_deletion').on(row.deletedAt), index('technologies_by_validity').on(row.validUntil)],
)

/** Which letters about its age a listing has had: each once per period of validity. */
export const listingReminders = table(
  'listing_reminders',
  {
    id: serial(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    validUntil: text().notNull(),
    /** days left that it tells of; 0: hidden */
    step: integer().notNull(),
    at: instant().notNull(),
  },
  (row) => [unique('listing_reminders_once').on(row.technologyId, row.validUntil, row.step)],
)

/** Signed by the firm, or waived by somebody of it whose name the office noted. */
export interface SignOff {
  how: 'signed' | 'waived'
  /** a user's id: who signed, or who of the office noted the waiver */
  by: string
  /** whose word it is */
  name: string
  at: string
}
export type SignOffs = Partial<Record<'ja' | 'zh', SignOff>>

export const listingRevisions = table(
  'listing_revisions',
  {
    id: id(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    number: integer().notNull(),
    state: choice(revisionStates).notNull(),
    content: json<ListingContent>().notNull(),
    authorId: text().references(() => users.id),
    /** raised by every save: whoever writes over an older one is told */
    edition: integer().notNull().default(1),
    editedBy: text(),
    editedAt: instant(),
    /** the firm asks the office for the text in the other language */
    translationWanted: flag().notNull().default(false),
    submittedBy: text(),
    submittedAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    /** what the office asks to be mended, by member of the content; '' is the whole */
    remarks: json<Record<string, string>>(),
    /** why it was rejected */
    reason: text(),
    /** whose word stands for the text of each language */
    signOffs: json<SignOffs>(),
    /** the firm was asked to sign off and has not answered yet */
    signOffAskedAt: instant(),
    createdAt: instant().notNull(),
    publishedAt: instant(),
  },
  (row) => [unique('listing_revisions_number').on(row.technologyId, row.number), index('listing_revisions_by_state').on(row.state, row.submittedAt)],
)

/**
 * What lists and search need of a published listing, derived from its revision in the same transaction.
 * `doc` is the small dense number that the full-text index and the catalogue's shelf use.
 */
export const listings = table(
  'listings',
  {
    doc: serial(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    companyId: text().notNull(),
    revisionId: text().notNull(),
    /** false: withdrawn; the row stays so that the change is seen */
    live: flag().notNull(),
    sortKana: sortKey().notNull(),
    sortPinyin: sortKey().notNull(),
    sortAlpha: sortKey().notNull(),
    /** field ids (children with their parents), regions, cooperation modes and stage as one set of marks */
    marks: json<string[]>().notNull(),
    /** what a list shows, so that a page of twenty reads no whole revisions */
    card: json<ListingCard>().notNull(),
    validUntil: text(),
    /** the catalogue's version at the last change */
    version: integer().notNull(),
  },
  (row) => [
    unique('listings_technology').on(row.technologyId),
    index('listings_by_company').on(row.companyId),
    index('listings_by_version').on(row.version),
  ],
)

/** What was uploaded, by the hash of its bytes; the bytes lie under `DATA_DIR/files`. */
export const files = table(
  'files',
  {
    hash: text().primaryKey(),
    kind: choice(fileKinds).notNull(),
    size: integer().notNull(),
    /** of pictures, as they were */
    width: integer(),
    height: integer(),
    /** what can be read in a document, for search and warnings */
    text: text(),
    textState: choice(textStates).notNull().default('none'),
    /** what a QR code in a picture says */
    codes: json<string[]>().notNull(),
    uploadedBy: text(),
    createdAt: instant().notNull(),
  },
  (row) => [index('files_by_time').on(row.createdAt)],
)

/** Which files the published listings show, derived with `listings`: whether a file is public is one look. */
export const listingFiles = table(
  'listing_files',
  {
    id: serial(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    hash: text()
      .notNull()
      .references(() => files.hash),
    access: choice(['public', 'on-request']).notNull(),
  },
  (row) => [unique('listing_files_once').on(row.technologyId, row.hash, row.access), index('listing_files_by_hash').on(row.hash)],
)

/** A firm's changes to its own page, until the office has looked at them. One at a time. */
export const companyDrafts = table(
  'company_drafts',
  {
    companyId: text()
      .primaryKey()
      .references(() => companies.id),
    content: json<CompanyText>().notNull(),
    state: choice(['draft', 'submitted', 'returned']).notNull(),
    edition: integer().notNull().default(1),
    editedBy: text(),
    editedAt: instant().notNull(),
    submittedAt: instant(),
    remarks: json<Record<string, string>>(),
  },
  (row) => [index('company_drafts_by_state').on(row.state, row.submittedAt)],
)

/** A firm and a person who ask to be let in. */
export const joinings = table(
  'joinings',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id),
    content: json<CompanyText>().notNull(),
    nameKey: text().notNull(),
    department: text(),
    /** what the person says about the firm and the role in it */
    message: text(),
    state: choice(joiningStates).notNull(),
    /** the company it became, or was merged into */
    companyId: text().references(() => companies.id),
    reason: text(),
    decidedBy: text(),
    decidedAt: instant(),
    createdAt: instant().notNull(),
  },
  (row) => [index('joinings_by_state').on(row.state, row.createdAt), index('joinings_by_user').on(row.userId)],
)

/** A company that was found to be another one: its old address leads there. */
export const mergedCompanies = table(
  'merged_companies',
  {
    companyId: text()
      .primaryKey()
      .references(() => companies.id),
    intoId: text()
      .notNull()
      .references(() => companies.id),
    at: instant().notNull(),
  },
  (row) => [index('merged_companies_by_target').on(row.intoId)],
)

/** Whom a firm asked to come in: what its people see, whether or not the address had an account before. */
export const invitations = table(
  'invitations',
  {
    id: id(),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    email: text().notNull(),
    name: text().notNull(),
    invitedBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [unique('invitations_once').on(row.companyId, row.email), index('invitations_by_email').on(row.email)],
)

/** A table of technologies on its way in. */
export const tableImports = table(
  'table_imports',
  {
    id: id(),
    companyId: text()
      .notNull()
      .references(() => companies.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    source: text().notNull(),
    state: choice(importStates).notNull(),
    total: integer().notNull().default(0),
    done: integer().notNull().default(0),
    problems: json<ImportProblem[]>().notNull(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (row) => [index('table_imports_by_company').on(row.companyId, row.createdAt)],
)
