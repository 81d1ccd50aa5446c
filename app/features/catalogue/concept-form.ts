import { z } from 'zod'
import { readWords } from './terms.ts'

const lines = z.string().default('').transform(readWords)

export const conceptForm = z.object({ ja: lines, zh: lines, en: lines })
/** `seen`: when the concept was last changed, in milliseconds, as its editor saw it. */
export const wordsForm = conceptForm.extend({ seen: z.coerce.number().int() })
export const mergerForm = z.object({ into: z.string().default('') })
export const bareForm = z.object({})
