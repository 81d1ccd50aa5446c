import type { Reader } from '#db/index.ts'
import { searchTechnologies, type Found, type Search } from '../data.server.ts'
import { nearMisses } from './vocabulary.server.ts'

const MOST = 3

/** Other spellings of a query that nothing answers, each of which finds something: 污泥干话 → 污泥干化. */
export async function rewordings(db: Reader, search: Search, found: Found): Promise<string[]> {
  if (found.total > 0 && !found.relaxed) return []
  const tried = new Set<string>()
  for (const word of new Set([...found.missing, search.q])) {
    for (const near of await nearMisses(db, word)) tried.add(search.q.includes(word) ? search.q.replace(word, near) : near)
  }
  const kept: string[] = []
  for (const q of tried) {
    const { total, relaxed } = await searchTechnologies(db, { ...search, q, page: 1, limit: 1 })
    if (total > 0 && !relaxed) kept.push(q)
    if (kept.length === MOST) break
  }
  return kept
}
