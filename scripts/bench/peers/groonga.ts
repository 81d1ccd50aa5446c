/** `groonga.ts TEXTS FOLDER`: Groonga over the same texts, asked through the standard input of one process of its own. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { TIERS } from '#app/features/catalogue/search/tiers.ts'
import { bytesOnDisk, handBack, measure } from './measuring.ts'

const [texts, folder] = process.argv.slice(2) as [string, string]
const groonga = spawn('groonga', ['-n', join(folder, 'db')], { stdio: ['pipe', 'pipe', 'inherit'] })
const lines = createInterface({ input: groonga.stdout })[Symbol.asyncIterator]()

/** @returns the body, and the milliseconds that Groonga says it took */
async function tell(command: string): Promise<{ body: unknown; own: number }> {
  groonga.stdin.write(`${command}\n`)
  const line = (await lines.next()).value as string
  const [[code, , seconds, message], body] = JSON.parse(line) as [[number, number, number, string?], unknown]
  if (code !== 0) throw new Error(`${command.slice(0, 80)}: ${message}`)
  return { body, own: seconds * 1e3 }
}

// It keeps answers otherwise, and every round but the first would measure nothing.
await tell('cache_limit 0')
await tell('table_create Fields TABLE_PAT_KEY ShortText')
await tell('table_create Texts TABLE_PAT_KEY UInt32')
for (const { letter } of TIERS) await tell(`column_create Texts ${letter} COLUMN_SCALAR LongText`)
await tell('column_create Texts fields COLUMN_VECTOR Fields')
const rows = new Database(texts, { readonly: true }).prepare<[], Record<string, string> & { fields: string }>('select doc as _key, n, c, k, s, b, fields from texts').all()
for (let from = 0; from < rows.length; from += 500) {
  const values = rows.slice(from, from + 500).map((row) => ({ ...row, fields: JSON.parse(row.fields) as string[] }))
  await tell(`load --table Texts --values '${JSON.stringify(values).replaceAll("'", '\\u0027').replaceAll('\\', '\\\\')}'`)
}
await tell('io_flush')
const without = bytesOnDisk(folder)

const began = performance.now()
await tell('table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerNFKC130')
await tell(`column_create Terms places COLUMN_INDEX|WITH_POSITION|WITH_SECTION Texts ${TIERS.map((tier) => tier.letter).join(',')}`)
await tell('io_flush')
const buildMs = performance.now() - began
const indexBytes = bytesOnDisk(folder) - without

// Weights are whole numbers here: twice ours.
const columns = TIERS.map((tier) => `${tier.letter}*${tier.weight * 2}`).join('||')
const measured = await measure(async (query) => {
  const words = query.split(' ').map((word) => `"${word}"`).join(' ')
  const { body, own } = await tell(
    `select Texts --match_columns ${columns} --query '${words}' --limit 20 --output_columns _key,_score --sort_keys -_score,_key --drilldown fields --drilldown_limit -1`,
  )
  return { hits: (body as [[[number]]])[0][0][0], own }
})
const status = readFileSync(`/proc/${groonga.pid}/status`, 'utf8')
const memoryMb = (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / 1e6
handBack({ name: 'Groonga', buildMs, indexBytes, memoryMb, ...measured })
groonga.stdin.end()
process.exit(0)
