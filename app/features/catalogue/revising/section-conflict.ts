import type { ListingContent } from '#db/schema/catalogue.ts'
import { i18nOf, locales, type Locale } from '#app/platform/locale.ts'
import type { Field } from '../naming.ts'
import { typeSection } from './listing-form.ts'
import { isRows, one, type Typed } from './listing-rows.ts'
import { readMember, type ReadMember } from './reading.ts'
import { isText, membersOf, type Section } from './sections.ts'

/** A field, or a whole list, that two people wrote differently. */
export interface Differing {
  name: string
  member: string
  language: Locale | null
  theirs: string
  yours: string
}

const plain = (typed: Typed, name: string) => one(typed, name).replace(/\r\n?/g, '\n').trim()

/** What somebody typed beside what somebody else stored meanwhile, where the two differ. */
export function differingIn(section: Section, stored: ListingContent, typed: Typed, members: Partial<ListingContent>, reader: Locale, fields: readonly Field[]): Differing[] {
  const names = new Map(fields.map((field) => [field.id, field[reader]]))
  const theirs = typeSection(section, stored)
  const read = (content: ListingContent, member: ReadMember) => [...new Set((isRows(member) ? locales : [reader]).map((language) => readMember(content, member, language, names)))].filter(Boolean).join('\n\n')
  return membersOf[section].flatMap((member): Differing[] => {
    if (isText(member) || member === 'keywords') {
      return locales.flatMap((language) => {
        const name = `${member}.${language}`
        const [one, other] = [plain(theirs, name), plain(typed, name)]
        return one === other ? [] : [{ name, member, language, theirs: one, yours: other }]
      })
    }
    const mine = members[member]
    if (mine !== undefined && JSON.stringify(mine) === JSON.stringify(stored[member])) return []
    const yours = mine === undefined ? i18nOf[reader].t('editor:conflict.unread') : read({ ...stored, ...members }, member)
    return [{ name: member, member, language: null, theirs: read(stored, member), yours }]
  })
}

/** The form with what the other wrote in the fields that its writer gives way in. */
export function givenWay(section: Section, stored: ListingContent, typed: Typed): Typed {
  const theirs = typeSection(section, stored)
  const taken = [typed.theirs ?? []].flat()
  const isTaken = (name: string) => taken.some((one) => name === one || name.startsWith(`${one}[`))
  const own = Object.entries(typed).filter(([name]) => !isTaken(name))
  return { ...Object.fromEntries(own), ...Object.fromEntries(Object.entries(theirs).filter(([name]) => isTaken(name))) }
}
