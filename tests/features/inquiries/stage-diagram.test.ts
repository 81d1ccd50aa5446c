import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageDiagram } from '#app/features/inquiries/stage-diagram.ts'
import { stages, transitions } from '#app/features/inquiries/stages.ts'

const readme = join(import.meta.dirname, '../../../README.md')
const between = /(<!-- stages -->\n```mermaid\n)([^]*?)(\n```\n<!-- \/stages -->)/

/** `UPDATE_README=1` writes the diagram anew. */
test('the README shows the table of stages as it is in code', () => {
  const text = readFileSync(readme, 'utf8')
  if (process.env.UPDATE_README) writeFileSync(readme, text.replace(between, (_, before: string, __, after: string) => before + stageDiagram() + after))
  expect(between.exec(readFileSync(readme, 'utf8'))?.[2]).toBe(stageDiagram())
})

test('the diagram leaves no stage and no move out', () => {
  const lines = stageDiagram().split('\n')
  for (const stage of stages) expect(lines.filter((line) => line.startsWith('  state ') && line.endsWith(` as ${stage.replaceAll('-', '_')}`)).length).toBe(1)
  for (const { move } of transitions) expect(lines.some((line) => line.includes(`: ${move} (`))).toBe(true)
})
