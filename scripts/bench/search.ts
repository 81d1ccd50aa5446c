/** One size of the search benchmark, in a process and database of its own. Prints one line of JSON. */
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { db } from '#db/index.ts'
import { databaseUrl } from '#db/location.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { generateCatalogue } from '#app/features/catalogue/generating.server.ts'
import { QUERIES } from './queries.ts'

const size = Number(process.argv[2])
const ROUNDS = 5

const quantile = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const summary = (times: number[]) => {
  const sorted = [...times].sort((a, b) => a - b)
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

await prepareDatabase()
const began = performance.now()
await generateCatalogue({ technologies: size, seed: 1 })
const generated = performance.now() - began

const ask = (q: string) => searchTechnologies(db, { q, filters: {}, order: 'kana-asc', page: 1, limit: 20 })
const firstAt = performance.now()
await ask('')
const shelfMs = performance.now() - firstAt

const plain = new Database(databaseUrl, { readonly: true })
const like = (q: string) => {
  const words = q.split(' ')
  const where = words.map(() => 'r.content like ?').join(' and ')
  const values = words.map((word) => `%${word}%`)
  const from = `from listings l join listing_revisions r on r.id = l.revision_id where l.live and ${where}`
  const total = plain.prepare(`select count(*) as n ${from}`).get(...values) as { n: number }
  plain.prepare(`select l.doc ${from} order by l.sort_kana limit 20`).all(...values)
  return total.n
}

const hits: { query: string; hits: number; like: number; ms: number; likeMs: number }[] = []
const times: number[] = []
const likeTimes: number[] = []
for (const query of QUERIES) await ask(query)
for (let round = 0; round < ROUNDS; round++) {
  for (const query of QUERIES) {
    const at = performance.now()
    const found = await ask(query)
    const ms = performance.now() - at
    times.push(ms)
    if (round === 0) hits.push({ query, hits: found.total, like: 0, ms, likeMs: 0 })
  }
}
for (const row of hits) {
  const at = performance.now()
  row.like = like(row.query)
  row.likeMs = performance.now() - at
  likeTimes.push(row.likeMs)
}
const search = summary(times)
const likes = summary(likeTimes)
console.log(
  JSON.stringify({
    technologies: size,
    generatedMs: generated,
    shelfMs,
    search,
    like: likes,
    ratio: likes.median / search.median,
    hitShare: summary(hits.map((row) => row.hits / size)),
    memoryMb: process.memoryUsage().rss / 1e6,
    queries: hits,
  }),
)
process.exit(0)
