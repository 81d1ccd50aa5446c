/** Grades by technology id: 3 exactly what was meant, 2 clearly relevant, 1 marginally; whatever is missing is 0. */
export type Judgements = Readonly<Record<string, number>>

/** From this grade on a record counts as an answer. */
const ANSWERS = 2

const gain = (grade: number) => 2 ** grade - 1
const discounted = (grades: readonly number[]) => grades.reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0)

/**
 * Normalised discounted cumulative gain of the first `k`: Σ (2^grade − 1) / log2(rank + 1) over the ranks 1…k, divided
 * by the same sum of the best possible order. 1 is the best order; 0 when nothing relevant came or nothing is judged.
 */
export const ndcgAt =
  (k: number) =>
  (judged: Judgements, returned: readonly string[]): number => {
    const ideal = discounted(Object.values(judged).sort((a, b) => b - a).slice(0, k))
    return ideal === 0 ? 0 : discounted(returned.slice(0, k).map((id) => judged[id] ?? 0)) / ideal
  }

/** The share of all judged records, marginal ones included, that came among the first `k`; 0 when nothing is judged. */
export const recallAt =
  (k: number) =>
  (judged: Judgements, returned: readonly string[]): number => {
    const relevant = Object.keys(judged).filter((id) => (judged[id] ?? 0) > 0)
    const first = new Set(returned.slice(0, k))
    return relevant.length === 0 ? 0 : relevant.filter((id) => first.has(id)).length / relevant.length
  }

/** 1 when at least one of the first `k` is clearly relevant (grade 2 or 3), otherwise 0. */
export const successAt =
  (k: number) =>
  (judged: Judgements, returned: readonly string[]): number =>
    returned.slice(0, k).some((id) => (judged[id] ?? 0) >= ANSWERS) ? 1 : 0
