import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { words } from '#app/platform/locale.ts'
import { composers } from '#app/workers.server.ts'

const folder = 'app/features/inquiries'
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n')

/** The verbs that the code writes into the history of cases; those decided at the call stand in the second expression. */
function verbsWritten(): Set<string> {
  const calls = [...source.matchAll(/recordCase\(tx, ([^]*?)\)\n/g)].map((match) => match[1]!)
  const direct = [...source.matchAll(/record\(tx, (?:`inquiry:|subjectOf\()[^]*?\)\n/g)].map((match) => match[0])
  return new Set([...calls, ...direct].flatMap((call) => [...call.replace(/\$\{.*?\}/g, '').replace(/[!=]== '[^']*'/g, '').replace(/\{[^]*$/, '').matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1]!)).filter((word) => !['system', 'buyer', 'firm', 'desk'].includes(word)))
}

test('every verb of a case’s history has words in both languages', () => {
  const verbs = verbsWritten()
  for (const known of ['opened', 'taken', 'held', 'agreed', 'failed', 'task-opened', 'leak-overridden', 'file-received', 'escalated']) expect(verbs, known).toContain(known)
  for (const locale of ['ja', 'zh'] as const) {
    const named = words[locale].desk.inquiries.event as Record<string, string>
    expect([...verbs, 'closed', 'answered'].filter((verb) => !named[verb]), locale).toEqual([])
  }
})

test('every kind of letter has a name at the desk, in both languages', () => {
  for (const locale of ['ja', 'zh'] as const) {
    const named = words[locale].inbox.letterKind as Record<string, string>
    expect(Object.keys(composers).filter((kind) => !named[kind]), locale).toEqual([])
  }
})
