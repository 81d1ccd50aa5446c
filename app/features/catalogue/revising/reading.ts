import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import { i18nOf, locales, type Locale } from '#app/platform/locale.ts'
import { changesOf, type Piece } from './difference.ts'

/** The members of a listing as the desk reads them, in the order of the public page. */
export const readMembers = [
  'name', 'summary', 'problem', 'description', 'principle', 'advantage', 'indicators', 'savings', 'installations', 'certificates', 'partnerSought', 'maintenance', 'keywords',
  'fields', 'stage', 'cooperation', 'regions', 'cost', 'payback', 'ip', 'exportControl',
] as const satisfies readonly (keyof ListingContent)[]
export type ReadMember = (typeof readMembers)[number]

/** What stands beside the languages: choices and lists of codes. */
const neutral: readonly ReadMember[] = ['fields', 'stage', 'cooperation', 'regions', 'cost', 'payback', 'ip', 'exportControl']
export const isNeutral = (member: ReadMember) => neutral.includes(member)

/** Names of fields by id, in one language. */
export type FieldNames = ReadonlyMap<string, string>

const joined = (parts: readonly (string | number | null | undefined | false)[], by: string) => parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(by)

/** A member of a listing as plain text in one language, a line for each row of a list: what a reader of that language will see. */
export function readMember(content: ListingContent, member: ReadMember, language: Locale, fieldNames: FieldNames): string {
  const t = i18nOf[language].t
  const own = (text: Bilingual) => text[language]
  const choice = (group: 'stages' | 'modes' | 'costs' | 'paybacks' | 'ips' | 'exportControls' | 'savingKinds', value: string) =>
    t(`catalogue:${group}.${value}` as 'catalogue:stages.research', { defaultValue: value })
  const region = (code: string) => t([`catalogue:regions.${code}`, `catalogue:prefectures.${code}`], { defaultValue: code })
  switch (member) {
    case 'indicators':
      return content.indicators.map((row) => joined([own(row.name), `${row.value} ${row.unit}`.trim(), own(row.baseline), own(row.conditions)], ' / ')).join('\n')
    case 'savings':
      return content.savings.map((row) => joined([choice('savingKinds', row.kind), `${row.value} ${row.unit}`.trim(), own(row.basis)], ' / ')).join('\n')
    case 'installations':
      return content.installations
        .map(({ country, region: at, year, count, since, note }) => {
          const land = t(`catalogue:countries.${country}` as 'catalogue:countries.CN', { defaultValue: country })
          const figures = [count && t('catalogue:show.count', { n: count }), since ? t('catalogue:show.since', { year: since }) : year && t('catalogue:show.year', { year })]
          return joined([joined([land, at && region(at)], ' '), ...figures, own(note)], ' / ')
        })
        .join('\n')
    case 'certificates':
      return content.certificates.map(({ name, issuer, year }) => joined([own(name), issuer, year], ' / ')).join('\n')
    case 'keywords':
      return content.keywords[language].join('\n')
    case 'fields':
      return content.fields.map((id) => fieldNames.get(id) ?? id).join('\n')
    case 'cooperation':
      return content.cooperation.map((mode) => choice('modes', mode)).join('\n')
    case 'regions':
      return content.regions.map(region).join('\n')
    case 'stage':
      return content.stage ? choice('stages', content.stage) : ''
    case 'cost':
      return content.cost ? choice('costs', content.cost) : ''
    case 'payback':
      return content.payback ? choice('paybacks', content.payback) : ''
    case 'ip':
      return content.ip ? choice('ips', content.ip) : ''
    case 'exportControl':
      return choice('exportControls', content.exportControl)
    default:
      return own(content[member]) ?? ''
  }
}

export interface MemberChange {
  member: ReadMember
  changed: boolean
  /** nothing there, before or after */
  empty: boolean
  /** one per language; what stands beside the languages has the reader's only */
  sides: { language: Locale; pieces: Piece[] }[]
}

/** Every member of a listing with what changed in it. @param before null: nothing was published yet, so all of it is new. */
export function memberChanges(before: ListingContent | null, after: ListingContent, reader: Locale, fieldNames: Record<Locale, FieldNames>): MemberChange[] {
  return readMembers.map((member) => {
    const sides = (isNeutral(member) ? [reader] : locales).map((language) => {
      const is = readMember(after, member, language, fieldNames[language])
      const was = before ? readMember(before, member, language, fieldNames[language]) : is
      return { language, pieces: changesOf(was, is, language) }
    })
    const all = sides.flatMap(({ pieces }) => pieces)
    return { member, sides, empty: all.length === 0, changed: all.some(({ how }) => how !== 'same') }
  })
}


/** What was added to a list of files and what was taken out, with what stayed; a file that is offered in another way is another one. */
export function fileChanges<T extends { file: string; access?: string }>(before: readonly T[] | null, after: readonly T[]): (T & { how: Piece['how'] })[] {
  const keyOf = ({ file, access }: T) => `${file} ${access ?? ''}`
  const had = new Set(before?.map(keyOf))
  const has = new Set(after.map(keyOf))
  return [
    ...after.map((one) => ({ ...one, how: before && !had.has(keyOf(one)) ? ('added' as const) : ('same' as const) })),
    ...(before ?? []).filter((one) => !has.has(keyOf(one))).map((one) => ({ ...one, how: 'removed' as const })),
  ]
}
