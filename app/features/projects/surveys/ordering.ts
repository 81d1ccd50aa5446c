import type { Section } from '#db/schema/surveys.ts'

export const ways = ['up', 'down'] as const
export type Way = (typeof ways)[number]
export type Moved = { question: string } | { section: string }

const swapped = <T>(list: readonly T[], at: number, to: number): T[] => list.map((one, place) => (place === at ? list[to]! : place === to ? list[at]! : one))
const step = (way: Way) => (way === 'up' ? -1 : 1)

/** A section one place up or down; null at the edge. */
function moveSection(sections: readonly Section[], code: string, way: Way): Section[] | null {
  const at = sections.findIndex((section) => section.code === code)
  const to = at + step(way)
  return at < 0 || to < 0 || to >= sections.length ? null : swapped(sections, at, to)
}

/** A question one place up or down, over the edge of its section into the next one; null where there is none. */
function moveQuestion(sections: readonly Section[], code: string, way: Way): Section[] | null {
  const from = sections.findIndex(({ questions }) => questions.some((question) => question.code === code))
  const own = sections[from]
  if (!own) return null
  const at = own.questions.findIndex((question) => question.code === code)
  const to = at + step(way)
  if (to >= 0 && to < own.questions.length) return sections.map((section) => (section === own ? { ...own, questions: swapped(own.questions, at, to) } : section))
  const next = sections[from + step(way)]
  if (!next) return null
  const [question] = own.questions.slice(at, at + 1)
  return sections.map((section) => {
    if (section === own) return { ...own, questions: own.questions.filter((one) => one !== question) }
    if (section !== next) return section
    return { ...next, questions: way === 'up' ? [...next.questions, question!] : [question!, ...next.questions] }
  })
}

export const moveInOrder = (sections: readonly Section[], what: Moved, way: Way): Section[] | null => ('section' in what ? moveSection(sections, what.section, way) : moveQuestion(sections, what.question, way))
