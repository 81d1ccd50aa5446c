/**
 * `npm run relevance [-- --worst]`: the judged queries of tests/relevance asked of the bundled records in a database
 * made for the occasion; with `--worst`, the queries that lose most, with what was expected and what came.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, ClassResult } from '../tests/relevance/judge.ts'

const MOST = 15
const SHOWN = 10

// Never the database of the site: a postgres build measures in memory.
const folder = mkdtempSync(join(tmpdir(), 'relevance-'))
process.env.DATA_DIR = folder
if (process.env.DATABASE_URL) process.env.DATABASE_URL = 'pglite:'
process.env.SEED = 'demo'

const shown = (name: string, value: number | null) => (value === null ? {} : { [name]: Number(value.toFixed(3)) })
const row = ({ n, ndcg, recall, success, honest }: ClassResult) => ({
  queries: n,
  ...shown('nDCG@10', ndcg),
  ...shown('recall@20', recall),
  ...shown('success@3', success),
  ...shown('nothing, or says so', honest),
})

function show({ query, returned, total, relaxed, ndcg }: Answer): void {
  const expected = Object.entries(query.judged).sort(([, a], [, b]) => b - a)
  console.log(`\n${query.q}  (${query.lang}, nDCG@10 ${ndcg.toFixed(3)}, ${total} found${relaxed ? ', relaxed' : ''})`)
  console.log(`  expected: ${expected.map(([id, grade]) => `${id}:${grade}`).join(' ') || 'nothing'}`)
  console.log(`  returned: ${returned.slice(0, SHOWN).map((id) => `${id}:${query.judged[id] ?? 0}`).join(' ') || 'nothing'}`)
  const missing = expected.filter(([id]) => !returned.includes(id))
  if (missing.length > 0) console.log(`  not among the first ${returned.length}: ${missing.map(([id]) => id).join(' ')}`)
}

try {
  const { prepareDatabase } = await import('#db/prepare.ts')
  const { close, db } = await import('#db/index.ts')
  const { CLASSES, judge, worst } = await import('../tests/relevance/judge.ts')
  await prepareDatabase()
  const { classes, answers } = await judge(db)
  console.table(Object.fromEntries(CLASSES.map((name) => [name, row(classes[name])])))
  if (process.argv.includes('--worst')) {
    for (const name of CLASSES) {
      const losing = worst(answers, name, MOST)
      if (losing.length > 0) console.log(`\n== ${name}`)
      losing.forEach(show)
    }
  }
  await close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
