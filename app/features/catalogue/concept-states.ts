import type { concepts } from '#db/schema/catalogue.ts'

export type Concept = typeof concepts.$inferSelect
export const conceptStates = ['enabled', 'disabled'] as const
export type ConceptStateFilter = (typeof conceptStates)[number]
