/** Where a word stands in a listing, and what it is worth there. The letter is put before every token of that place. */
export const TIERS = [
  { letter: 'n', place: 'name', weight: 10 },
  { letter: 'c', place: 'company', weight: 9 },
  { letter: 'k', place: 'keywords', weight: 6 },
  { letter: 's', place: 'summary', weight: 4 },
  { letter: 'b', place: 'body', weight: 1.5 },
  { letter: 'd', place: 'documents', weight: 0.5 },
] as const

export type Tier = (typeof TIERS)[number]
