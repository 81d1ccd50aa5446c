/** `minisearch.ts TEXTS`: MiniSearch over our folded pairs of characters, all words required. Started with --expose-gc. */
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { fold, indexTokens, phraseTokens } from '#app/features/catalogue/search/folding.ts'
import { TIERS, type Tier } from '#app/features/catalogue/search/tiers.ts'
import { handBack, measure, rssMb } from './measuring.ts'

type Row = { doc: number } & Record<Tier['letter'], string>

const letters = TIERS.map((tier) => tier.letter)
const file = new Database(process.argv[2], { readonly: true })
const collect = () => (globalThis as { gc?: () => void }).gc?.()
collect()
const heapBefore = process.memoryUsage().heapUsed

const began = performance.now()
const index = new MiniSearch<Row>({
  fields: letters,
  idField: 'doc',
  tokenize: (text) => indexTokens(fold(text)),
  processTerm: (token) => token,
  searchOptions: {
    combineWith: 'AND',
    boost: Object.fromEntries(TIERS.map((tier) => [tier.letter, tier.weight])),
    // The index ends each run with its last character alone; a query does not.
    tokenize: (query) => query.split(' ').flatMap((word) => phraseTokens(fold(word)).tokens),
    processTerm: (token) => token,
    prefix: (token) => /^[^a-z0-9]$/.test(token),
  },
})
for (const row of file.prepare<[], Row>('select * from texts').iterate()) index.add(row)
const buildMs = performance.now() - began
collect()
const indexBytes = process.memoryUsage().heapUsed - heapBefore

const measured = await measure((query) => {
  const found = index.search(query)
  found.slice(0, 20)
  return { hits: found.length }
})
handBack({ name: 'MiniSearch', buildMs, indexBytes, ...measured, memoryMb: rssMb() })
