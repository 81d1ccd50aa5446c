import { z } from 'zod'
import {
  companyKinds, cooperationModes, costBands, exportControls, ipStates, listingStates, paybackBands, savingKinds, sizeBands, stages, translationStates,
} from '#db/schema/catalogue.ts'
import { textMembers, type TextMember } from './content.ts'
import { isCorporateNumber } from './corporate-number.ts'
import { limits, LINES, ROWS } from './limits.ts'
import { isChineseRegion, isCountry, isPrefecture, isRegionOf } from './territories.ts'

/** The shapes of the interchange format. Messages are codes, worded where they are shown. */
const refuse = (error: string, more?: Record<string, string | number>) => ({ error, params: more ?? {} })

/** Characters that cannot be stored or shown: controls other than tab and line breaks, halves of a pair. */
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u

export const words = (most: number) =>
  z
    .string()
    .refine((text) => !UNSTORABLE.test(text), refuse('bad-character'))
    .transform((text) => text.trim())
    .refine((text) => [...text].length <= most, refuse('too-long', { most }))
export const optionalWords = (most: number) =>
  words(most)
    .nullish()
    .transform((text) => text || null)
export const someWords = (most: number) => words(most).refine((text) => text !== '', refuse('empty'))
export const code = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'unknown-code')
const whole = (least: number, most: number) => z.int().min(least).max(most)
const year = whole(1900, 2100).nullish().transform((n) => n ?? null)
/** Each entry once, in the order given. */
export const several = <T extends z.ZodType<string>>(entry: T, most: number) =>
  z.array(entry).max(most).transform((all) => [...new Set(all)])

export const bilingual = (most: number) => z.strictObject({ ja: optionalWords(most), zh: optionalWords(most) })
const named = (most: number) => bilingual(most).refine((text) => text.ja !== null || text.zh !== null, refuse('no-language'))
const unsaid = (most: number) => bilingual(most).nullish().transform((text) => text ?? { ja: null, zh: null })
export const identifier = z.string().regex(/^[a-z0-9-]{1,64}$/, 'bad-id')
const day = z.string().refine(isDay, refuse('bad-date'))

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
}

const isKana = (text: string) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・･゠\s]+$/u.test(text.normalize('NFKC'))
const hasLetter = (text: string) => /\p{L}/u.test(text)

export const companyShape = z.strictObject({
  id: identifier,
  slug: identifier.nullish(),
  name: z
    .strictObject({ ja: optionalWords(limits.name), zh: optionalWords(limits.name), en: optionalWords(limits.name) })
    .refine((name) => name.ja !== null || name.zh !== null || name.en !== null, refuse('no-language'))
    .optional(),
  reading: someWords(limits.name).refine(isKana, refuse('not-kana')).nullish(),
  pinyin: someWords(limits.name).refine(hasLetter, refuse('no-letters')).nullish(),
  romanised: someWords(limits.name).refine(hasLetter, refuse('no-letters')).nullish(),
  formerNames: several(someWords(limits.name), LINES).nullish(),
  kind: code(companyKinds).nullish(),
  prefecture: z.string().refine(isPrefecture, refuse('unknown-code')).nullish(),
  size: code(sizeBands).nullish(),
  site: someWords(limits.site).refine(isAddress, refuse('bad-address')).nullish(),
  corporateNumber: z.string().refine(isCorporateNumber, refuse('bad-corporate-number')).nullish(),
  profile: bilingual(limits.profile).nullish(),
  state: code(['published', 'unpublished']).nullish(),
})
export type CompanyInput = z.output<typeof companyShape>

export const indicator = z.strictObject({
  name: named(limits.rowName),
  value: z.union([z.number(), someWords(limits.rowName)], 'wrong-type'),
  unit: words(limits.unit).nullish().transform((unit) => unit ?? ''),
  baseline: unsaid(limits.note),
  conditions: unsaid(limits.note),
})
export const saving = z.strictObject({ kind: code(savingKinds), value: z.number(), unit: words(limits.unit).nullish().transform((unit) => unit ?? ''), basis: unsaid(limits.note) })
export const installation = z
  .strictObject({
    country: z.string().refine(isCountry, refuse('unknown-code')),
    region: z.string().nullish().transform((region) => region ?? null),
    year,
    count: whole(0, 10_000_000).nullish().transform((n) => n ?? null),
    since: year,
    note: unsaid(limits.note),
  })
  .refine(({ country, region }) => region === null || isRegionOf(country, region), { ...refuse('unknown-code'), path: ['region'] })
export const certificate = z.strictObject({ name: named(limits.rowName), issuer: optionalWords(limits.issuer), year })

const translationState = code(translationStates).nullish().transform((state) => state ?? undefined)
const translations = z.strictObject(
  Object.fromEntries(textMembers.map((member) => [member, z.strictObject({ ja: translationState, zh: translationState }).optional()])) as Record<
    TextMember,
    z.ZodOptional<z.ZodObject<{ ja: typeof translationState; zh: typeof translationState }, z.core.$strict>>
  >,
)

export const technologyShape = z.strictObject({
  id: identifier,
  slug: identifier.nullish(),
  company: identifier.optional(),
  name: named(limits.name).optional(),
  summary: bilingual(limits.summary).nullish(),
  description: bilingual(limits.description).nullish(),
  fields: several(identifier, limits.fields).refine((fields) => fields.length >= 1, refuse('too-few', { least: 1 })).optional(),
  problem: bilingual(limits.problem).nullish(),
  principle: bilingual(limits.principle).nullish(),
  advantage: bilingual(limits.advantage).nullish(),
  partnerSought: bilingual(limits.partnerSought).nullish(),
  maintenance: bilingual(limits.maintenance).nullish(),
  indicators: z.array(indicator).max(ROWS).nullish(),
  savings: z.array(saving).max(ROWS).nullish(),
  cost: code(costBands).nullish(),
  payback: code(paybackBands).nullish(),
  stage: code(stages).nullish(),
  installations: z.array(installation).max(ROWS).nullish(),
  certificates: z.array(certificate).max(ROWS).nullish(),
  ip: code(ipStates).nullish(),
  cooperation: several(code(cooperationModes), LINES).nullish(),
  regions: several(z.string().refine(isChineseRegion, refuse('unknown-code')), LINES).nullish(),
  exportControl: code(exportControls).nullish(),
  keywords: z
    .strictObject({ ja: several(someWords(limits.keyword), LINES).nullish().transform((all) => all ?? []), zh: several(someWords(limits.keyword), LINES).nullish().transform((all) => all ?? []) })
    .nullish(),
  translations: translations.nullish(),
  verifiedOn: day.nullish(),
  validUntil: day.nullish(),
  state: code(listingStates).nullish(),
})
export type TechnologyInput = z.output<typeof technologyShape>
