/** How many characters (code points) a text of the catalogue may have, and how many entries a list. */
export const limits = {
  name: 120,
  summary: 120,
  description: 8_000,
  problem: 2_000,
  principle: 2_000,
  advantage: 2_000,
  partnerSought: 2_000,
  maintenance: 2_000,
  rowName: 200,
  unit: 60,
  note: 500,
  issuer: 200,
  keyword: 100,
  fields: 4,
  site: 500,
  profile: 2_000,
} as const
export const LINES = 50
export const ROWS = 100

export const lengthOf = (text: string) => [...text].length
