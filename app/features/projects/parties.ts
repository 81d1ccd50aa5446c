import { fold } from '../catalogue/search/folding.ts'
import { nameKey } from '../catalogue/sorting.ts'

export interface Name {
  ja: string | null
  zh: string | null
}

/** The comparison keys of a body's names: without legal form, in no particular writing. */
export const nameKeys = ({ ja, zh }: Name): string[] => [ja, zh].flatMap((name) => (name ? [fold(nameKey(name))] : []))

/** Titles and parties as one folded text; a search word is found anywhere in it. */
export const searchTextOf = (title: Name, parties: readonly Name[]): string =>
  fold([title, ...parties].flatMap(({ ja, zh }) => [ja, zh]).filter(Boolean).join('\n'))
