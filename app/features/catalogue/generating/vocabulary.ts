import type { Dice } from './dice.ts'

export interface Concept {
  id: string
  ja: string[]
  zh: string[]
  en: string[]
}
export interface Field {
  id: string
  en: string
}
export type Term = readonly [ja: string, zh: string]

export interface Vocabulary {
  /** the concepts of one listing: its subject first, then a few frequent ones, then rare ones */
  draw(dice: Dice, field: Field): Term[]
}

/** These are in 10 to 20 listings of a hundred each; all others in about one. */
const FREQUENT = new Set([
  'energy-saving', 'co2', 'equipment', 'system', 'efficiency', 'cost-reduction', 'monitoring', 'sensor', 'factory', 'power-saving', 'carbon-reduction', 'water-quality',
])
const RARE_EACH = 0.009

/** Makes words as unevenly frequent as they are in a real catalogue. */
export function vocabularyOf(concepts: readonly Concept[], fields: readonly Field[]): Vocabulary {
  const usable = concepts.filter((concept) => concept.ja.length > 0 && concept.zh.length > 0)
  const frequent = usable.filter((concept) => FREQUENT.has(concept.id))
  const rare = usable.filter((concept) => !FREQUENT.has(concept.id))
  const subjects = new Map(fields.map((field) => [field.id, related(field, rare)]))
  return {
    draw(dice, field) {
      const subject = dice.pick(subjects.get(field.id) ?? rare)
      const common = frequent.filter((_, at) => dice.chance(0.1 + (0.1 * at) / FREQUENT.size))
      const others = dice.some(rare, Math.round(rare.length * RARE_EACH))
      return [subject, ...common, ...others].map((concept) => [wording(dice, concept.ja), wording(dice, concept.zh)])
    },
  }
}

const wording = (dice: Dice, words: readonly string[]) => (dice.chance(0.6) ? words[0]! : dice.pick(words))

/** Concepts that share a longer English word with the field's name; all, where none does. */
function related(field: Field, concepts: readonly Concept[]): readonly Concept[] {
  const keys = field.en.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 3)
  const found = concepts.filter((concept) => concept.en.some((name) => keys.some((key) => name.toLowerCase().includes(key.replace(/s$/, '')))))
  return found.length > 0 ? found : concepts
}
