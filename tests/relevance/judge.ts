import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '#db/index.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { ndcgAt, recallAt, successAt, type Judgements } from './measures.ts'

export const CLASSES = ['same-language', 'cross-language', 'two-character', 'variant', 'company', 'multi-word', 'negative'] as const
export type QueryClass = (typeof CLASSES)[number]

export interface JudgedQuery {
  q: string
  lang: 'ja' | 'zh' | 'en'
  class: QueryClass | 'paragraph'
  judged: Judgements
}

/** What came for one query. */
export interface Answer {
  query: JudgedQuery
  returned: string[]
  total: number
  relaxed: boolean
  ndcg: number
  recall: number
  success: number
  /** for negatives: nothing came, or the answer says that it is not what was asked */
  honest: boolean
}

/** A class in numbers: means over its queries; `honest` for negatives only, the others for the rest. */
export interface ClassResult {
  class: QueryClass
  n: number
  ndcg: number | null
  recall: number | null
  success: number | null
  honest: number | null
}

export interface Verdict {
  classes: Record<QueryClass, ClassResult>
  answers: Answer[]
}

const DEPTH = 20
const [ndcg, recall, success] = [ndcgAt(10), recallAt(DEPTH), successAt(3)]

export const readQueries = (): JudgedQuery[] => JSON.parse(readFileSync(join(import.meta.dirname, 'queries.json'), 'utf8')) as JudgedQuery[]

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Asks the seeded catalogue every query but the paragraphs, which are for the suggestions from a need. */
export async function judge(db: Reader): Promise<Verdict> {
  const answers: Answer[] = []
  for (const query of readQueries()) {
    if (query.class === 'paragraph') continue
    const found = await searchTechnologies(db, { q: query.q, filters: {}, order: 'kana-asc', page: 1, limit: DEPTH })
    const returned = found.items.map((item) => item.id)
    const { judged } = query
    answers.push({
      query,
      returned,
      total: found.total,
      relaxed: found.relaxed,
      ndcg: ndcg(judged, returned),
      recall: recall(judged, returned),
      success: success(judged, returned),
      honest: found.total === 0 || found.relaxed,
    })
  }
  const resultOf = (name: QueryClass): ClassResult => {
    const own = answers.filter((answer) => answer.query.class === name)
    const negative = name === 'negative'
    return {
      class: name,
      n: own.length,
      ndcg: negative ? null : mean(own.map((answer) => answer.ndcg)),
      recall: negative ? null : mean(own.map((answer) => answer.recall)),
      success: negative ? null : mean(own.map((answer) => answer.success)),
      honest: negative ? mean(own.map((answer) => Number(answer.honest))) : null,
    }
  }
  return { classes: Object.fromEntries(CLASSES.map((name) => [name, resultOf(name)])) as Record<QueryClass, ClassResult>, answers }
}

/** The queries that lose most, the worst first; of negatives, those that claim to have an answer. */
export function worst(answers: readonly Answer[], name: QueryClass, most: number): Answer[] {
  const own = answers.filter((answer) => answer.query.class === name)
  const losing = name === 'negative' ? own.filter((answer) => !answer.honest) : own.filter((answer) => answer.ndcg < 0.9995)
  return losing.sort((a, b) => a.ndcg - b.ndcg).slice(0, most)
}
