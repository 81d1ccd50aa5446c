import type { ListingContent } from '#db/schema/catalogue.ts'
import { textMembers, type TextMember } from '../content.ts'

/** The pages of the editor, in the order of filling in, and what each holds. Files have pages of their own. */
export const membersOf = {
  basics: ['name', 'summary', 'fields', 'keywords', 'stage'],
  texts: ['problem', 'description', 'principle', 'advantage'],
  figures: ['indicators', 'savings', 'cost', 'payback'],
  evidence: ['installations', 'certificates', 'ip'],
  cooperation: ['cooperation', 'regions', 'partnerSought', 'maintenance', 'exportControl'],
} as const satisfies Record<string, readonly (keyof ListingContent)[]>

export type Section = keyof typeof membersOf
export type Member = (typeof membersOf)[Section][number]
export const sections = Object.keys(membersOf) as Section[]
export const isSection = (value: unknown): value is Section => typeof value === 'string' && Object.hasOwn(membersOf, value)
export const isText = (member: string): member is TextMember => (textMembers as readonly string[]).includes(member)

/** Where a member of the content is edited; `path` may go deeper, as in `indicators[0].name.ja`. */
export function placeOf(path: string): Section | 'images' | 'documents' | null {
  const member = /^\w+/.exec(path)?.[0] ?? ''
  if (member === 'images' || member === 'documents') return member
  return sections.find((section) => (membersOf[section] as readonly string[]).includes(member)) ?? null
}

/** What a section holds of a content, with the states of its texts: to tell whether somebody else wrote in it. */
export function partOf(section: Section, content: ListingContent) {
  const members: readonly Member[] = membersOf[section]
  return {
    ...Object.fromEntries(members.map((member) => [member, content[member]])),
    translations: Object.fromEntries(members.filter(isText).map((member) => [member, content.translations[member] ?? null])),
  }
}
