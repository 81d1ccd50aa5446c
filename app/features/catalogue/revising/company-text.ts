import type { CompanyText } from '#db/schema/catalogue.ts'

const members = [
  'nameJa', 'nameZh', 'nameEn', 'reading', 'pinyin', 'romanised', 'formerNames', 'kind', 'prefecture', 'size', 'site', 'corporateNumber', 'profileJa', 'profileZh',
] as const satisfies readonly (keyof CompanyText)[]
export const companyMembers: readonly (keyof CompanyText)[] = members

/** What a firm says of itself, out of a row that holds more; members in one order. */
export const companyTextOf = (company: CompanyText): CompanyText => Object.fromEntries(members.map((member) => [member, company[member]])) as unknown as CompanyText

export const changedMembers = (before: CompanyText, after: CompanyText): (keyof CompanyText)[] =>
  members.filter((member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]))

/** What a firm's page cannot do without: a name, and the reading of a Japanese one, by which lists are ordered. */
export function companyLacks(text: CompanyText): ('name' | 'reading')[] {
  const nameless = text.nameJa === null && text.nameZh === null && text.nameEn === null
  return [...(nameless ? (['name'] as const) : []), ...(text.nameJa !== null && text.reading === null ? (['reading'] as const) : [])]
}
