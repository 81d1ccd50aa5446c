/** The codes a form offers. Their words lie in locales/…/inquiries.json under the same names. */
export const kinds = ['information', 'interest', 'need', 'partnership'] as const
export const kindsAboutTechnologies = ['information', 'interest'] as const
/** A need has a form of its own address; the office itself is asked about the rest. */
export const kindsOfNeed = ['need'] as const
export const kindsForTheOffice = ['partnership'] as const
export const organisationKinds = ['enterprise', 'park', 'authority', 'institute', 'trading', 'finance', 'association', 'other'] as const
export const channels = ['email', 'phone', 'wechat'] as const
export const sizes = ['1-19', '20-99', '100-999', '1000+'] as const
export const budgets = ['under-500k-cny', '500k-5m-cny', '5m-50m-cny', 'over-50m-cny', 'undecided'] as const
export const timings = ['within-6-months', 'within-1-year', 'within-3-years', 'undecided'] as const
export const cooperations = ['sale', 'licence', 'joint-venture', 'joint-development', 'demonstration', 'service'] as const

/** ISO 3166-2:CN, north to south as Chinese forms list them. */
export const regions = [
  'CN-BJ', 'CN-TJ', 'CN-HE', 'CN-SX', 'CN-NM', 'CN-LN', 'CN-JL', 'CN-HL', 'CN-SH', 'CN-JS', 'CN-ZJ', 'CN-AH',
  'CN-FJ', 'CN-JX', 'CN-SD', 'CN-HA', 'CN-HB', 'CN-HN', 'CN-GD', 'CN-GX', 'CN-HI', 'CN-CQ', 'CN-SC', 'CN-GZ',
  'CN-YN', 'CN-XZ', 'CN-SN', 'CN-GS', 'CN-QH', 'CN-NX', 'CN-XJ', 'CN-HK', 'CN-MO', 'CN-TW',
] as const

export const declineReasons = ['capacity', 'not-fitting', 'export-control', 'no-china-business', 'conditions', 'need-more', 'other'] as const
export const refusalReasons = ['other-solution', 'internal-approval', 'fields', 'later', 'other'] as const
export const closeReasons = ['no-match', 'no-answer', 'out-of-scope', 'duplicate', 'unreachable', 'spam', 'other'] as const
export const failReasons = ['price', 'technology-fit', 'law-data-security', 'permit', 'financing', 'no-contact', 'other'] as const

export const holdReasons = ['buyer-side', 'firm-side', 'regulation', 'budget', 'season', 'other'] as const
export const reopenReasons = ['new-information', 'other-firm', 'closed-by-mistake', 'late-answer', 'buyer-asks', 'other'] as const
export const escalationReasons = ['no-progress', 'dispute', 'sensitive', 'workload', 'other'] as const
/** How somebody was reached, or agreed, outside of the site. */
export const attemptChannels = ['phone', 'wechat', 'email', 'meeting', 'letter'] as const
/** Where an inquiry came from that the office takes down itself. */
export const spokenOrigins = ['phone', 'fair', 'wechat'] as const

export type Kind = (typeof kinds)[number]
export type Channel = (typeof channels)[number]
export type DeclineReason = (typeof declineReasons)[number]
export type RefusalReason = (typeof refusalReasons)[number]
export type CloseReason = (typeof closeReasons)[number]
export type FailReason = (typeof failReasons)[number]
export type SpokenOrigin = (typeof spokenOrigins)[number]
export type HoldReason = (typeof holdReasons)[number]
export type ReopenReason = (typeof reopenReasons)[number]
export type EscalationReason = (typeof escalationReasons)[number]
export type AttemptChannel = (typeof attemptChannels)[number]
