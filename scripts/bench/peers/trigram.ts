/** `trigram.ts TEXTS FILE`: SQLite's FTS5 with its trigram tokenizer; words of fewer than three characters by LIKE. */
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { TIERS } from '#app/features/catalogue/search/tiers.ts'
import { handBack, measure, rssMb } from './measuring.ts'

const [texts, path] = process.argv.slice(2)
const file = new Database(path)
file.pragma('journal_mode = off')
file.pragma('synchronous = off')
file.pragma('cache_size = -64000')
file.pragma('mmap_size = 1073741824')
const columns = TIERS.map((tier) => tier.letter).join(', ')
const weights = TIERS.map((tier) => tier.weight).join(', ')

const began = performance.now()
file.prepare('attach ? as source').run(texts)
file.exec(`create virtual table t using fts5(${columns}, tokenize = 'trigram')`)
file.exec(`insert into t (rowid, ${columns}) select doc, ${columns} from source.texts`)
file.exec("insert into t (t) values ('optimize')")
const buildMs = performance.now() - began
const indexBytes = file.prepare("select sum(pgsize) from dbstat where name glob 't_*' and name <> 't_content'").pluck().get() as number

function search(query: string) {
  const words = query.split(' ')
  const long = words.filter((word) => [...word].length >= 3)
  const short = words.filter((word) => !long.includes(word))
  const conditions = short.map(() => `(${TIERS.map((tier) => `${tier.letter} like ?`).join(' or ')})`)
  const values = short.flatMap((word) => TIERS.map(() => `%${word}%`))
  if (long.length > 0) {
    conditions.unshift('t match ?')
    values.unshift(long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '))
  }
  const where = conditions.join(' and ')
  const hits = file.prepare(`select count(*) from t where ${where}`).pluck().get(...values) as number
  file.prepare(`select rowid from t where ${where} order by ${long.length > 0 ? `bm25(t, ${weights})` : 'rowid'} limit 20`).all(...values)
  return { hits }
}

handBack({ name: 'FTS5 trigram', buildMs, indexBytes, ...(await measure(search)), memoryMb: rssMb() })
