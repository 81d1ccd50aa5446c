import { choice, flag, id, index, instant, integer, json, serial, sortKey, table, text, unique } from '#db/dialect'
import { users } from './accounts.ts'

export const companyKinds = ['company', 'organisation', 'university', 'government'] as const
export const sizeBands = ['1-19', '20-99', '100-999', '1000+'] as const
export const listingStates = ['published', 'draft', 'unpublished'] as const
export const revisionStates = ['draft', 'submitted', 'returned', 'rejected', 'published', 'superseded'] as const
export const stages = ['research', 'demonstration', 'commercial', 'widespread'] as const
export const cooperationModes = ['sale', 'licence', 'joint-venture', 'joint-development', 'demonstration', 'service'] as const
export const costBands = ['under-1m-jpy', '1m-10m-jpy', '10m-100m-jpy', 'over-100m-jpy', 'on-request'] as const
export const paybackBands = ['under-2-years', '2-5-years', 'over-5-years', 'unknown'] as const
export const ipStates = ['patented', 'pending', 'know-how', 'none', 'undisclosed'] as const
export const exportControls = ['not-assessed', 'not-controlled', 'controlled'] as const
export const translationStates = ['missing', 'machine', 'human', 'stale'] as const
export const conceptVerbs = ['added', 'changed', 'merged', 'disabled', 'enabled'] as const
export const savingKinds = ['energy', 'co2', 'so2', 'nox', 'dust', 'cod', 'water', 'waste', 'cost'] as const

export interface Bilingual {
  ja: string | null
  zh: string | null
}
export interface Indicator {
  name: Bilingual
  value: number | string
  unit: string
  baseline: Bilingual
  conditions: Bilingual
}
export interface Saving {
  kind: (typeof savingKinds)[number]
  value: number
  unit: string
  basis: Bilingual
}
export interface Installation {
  country: string
  region: string | null
  year: number | null
  count: number | null
  since: number | null
  note: Bilingual
}
export interface Certificate {
  name: Bilingual
  issuer: string | null
  year: number | null
}

/** The reviewed content of a listing: everything the public may see, in one document. */
export interface ListingContent {
  name: Bilingual
  summary: Bilingual
  description: Bilingual
  fields: string[]
  problem: Bilingual
  principle: Bilingual
  advantage: Bilingual
  partnerSought: Bilingual
  maintenance: Bilingual
  indicators: Indicator[]
  savings: Saving[]
  cost: (typeof costBands)[number] | null
  payback: (typeof paybackBands)[number] | null
  stage: (typeof stages)[number] | null
  installations: Installation[]
  certificates: Certificate[]
  ip: (typeof ipStates)[number] | null
  cooperation: (typeof cooperationModes)[number][]
  regions: string[]
  exportControl: (typeof exportControls)[number]
  keywords: { ja: string[]; zh: string[] }
  /** state of each bilingual text, where it differs from what the text itself tells (missing or human) */
  translations: Record<string, Partial<Record<'ja' | 'zh', (typeof translationStates)[number]>>>
}

export type ListingCard = Pick<ListingContent, 'name' | 'summary' | 'fields' | 'stage' | 'cooperation' | 'installations'>

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
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (row) => [unique('technologies_slug').on(row.slug), index('technologies_by_company').on(row.companyId)],
)

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
    createdAt: instant().notNull(),
    publishedAt: instant(),
  },
  (row) => [unique('listing_revisions_number').on(row.technologyId, row.number)],
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

export const listingImages = table(
  'listing_images',
  {
    id: id(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    position: integer().notNull(),
    hash: text().notNull(),
    altJa: text().notNull(),
    altZh: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (row) => [index('listing_images_by_technology').on(row.technologyId, row.position)],
)

export const listingDocuments = table(
  'listing_documents',
  {
    id: id(),
    technologyId: text()
      .notNull()
      .references(() => technologies.id),
    hash: text().notNull(),
    name: text().notNull(),
    kind: text().notNull(),
    size: integer().notNull(),
    language: text().notNull(),
    access: choice(['public', 'on-request']).notNull(),
    /** extracted for search */
    text: text(),
    createdAt: instant().notNull(),
  },
  (row) => [index('listing_documents_by_technology').on(row.technologyId)],
)
