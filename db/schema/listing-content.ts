/** What a listing says, as one document; no table of its own. */
export const stages = ['research', 'demonstration', 'commercial', 'widespread'] as const
export const cooperationModes = ['sale', 'licence', 'joint-venture', 'joint-development', 'demonstration', 'service'] as const
export const costBands = ['under-1m-jpy', '1m-10m-jpy', '10m-100m-jpy', 'over-100m-jpy', 'on-request'] as const
export const paybackBands = ['under-2-years', '2-5-years', 'over-5-years', 'unknown'] as const
export const ipStates = ['patented', 'pending', 'know-how', 'none', 'undisclosed'] as const
export const exportControls = ['not-assessed', 'not-controlled', 'controlled'] as const
export const translationStates = ['missing', 'machine', 'human', 'stale'] as const
export const savingKinds = ['energy', 'co2', 'so2', 'nox', 'dust', 'cod', 'water', 'waste', 'cost'] as const
export const documentKinds = ['pdf', 'docx', 'pptx', 'xlsx'] as const

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

/** A picture as it was stored; the file is named by the hash of its original. */
export interface ListingImage {
  file: string
  width: number
  height: number
  alt: Bilingual
}
export interface ListingDocument {
  id: string
  file: string
  /** as the firm named it, without a path */
  name: string
  kind: (typeof documentKinds)[number]
  /** bytes */
  size: number
  language: 'ja' | 'zh' | 'en'
  /** on request: the office releases it for one inquiry at a time */
  access: 'public' | 'on-request'
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
  images: ListingImage[]
  documents: ListingDocument[]
  /** state of each bilingual text, where it differs from what the text itself tells (missing or human) */
  translations: Record<string, Partial<Record<'ja' | 'zh', (typeof translationStates)[number]>>>
}

export type ListingCard = Pick<ListingContent, 'name' | 'summary' | 'fields' | 'stage' | 'cooperation' | 'installations'> & {
  /** its first picture, where it has one */
  image?: string
}
