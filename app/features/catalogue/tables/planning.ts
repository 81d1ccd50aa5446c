import type { ImportProblem, ListingContent } from '#db/schema/catalogue.ts'
import { blankContent, sameContent } from '../content.ts'
import { technologyShape } from '../interchange.ts'
import { mergedContent } from '../merging.ts'
import type { Field } from '../naming.ts'
import { problemsOf } from '../problems.ts'
import { columnOf } from './columns.ts'
import type { Table } from './decoding.ts'
import { readRow } from './rows.ts'

/** A technology of the firm as a row may change it. */
export interface Own {
  id: string
  slug: string
  /** the text that is worked on, else the public one, else the last there was */
  content: ListingContent
  underReview: boolean
}
export interface Entry {
  row: number
  change: 'new' | 'changed' | 'unchanged'
  /** null: a new technology */
  id: string | null
  content: ListingContent
}
export interface Plan {
  problems: ImportProblem[]
  entries: Entry[]
}

const MOST_PROBLEMS = 1_000
const folded = (text: string | null) => text?.normalize('NFKC').replace(/\s+/g, '').toLowerCase() ?? ''

/** What a table would do, and everything that stands against it, by row and column. Nothing is written. */
export function planTable(table: Table, own: readonly Own[], fields: readonly Field[]): Plan {
  const problems: ImportProblem[] = []
  const columns = columnsOf(table, problems)
  const byId = new Map(own.flatMap((one) => [[one.id, one], [one.slug, one]]))
  const names = new Map<string, number | null>(own.map(({ content }) => [nameKey(content), null]))
  const seen = new Map<string, number>()
  const known = new Set(fields.map((field) => field.id))
  const entries: Entry[] = []
  for (const { row, cells } of table.rows) {
    if (problems.length >= MOST_PROBLEMS) break
    const heading = (key: string) => table.headings[columns.get(key) ?? -1] ?? ''
    const refuse = (key: string, code: string, params: ImportProblem['params'] = {}) => problems.push({ row, column: heading(key), code, params: { ...letterOf(columns.get(key)), ...params } })
    const cell = (key: string) => {
      const at = columns.get(key)
      return at === undefined ? undefined : (cells[at] ?? '')
    }
    const extra = cells.findIndex((text, at) => text.trim() !== '' && (at >= table.headings.length || table.headings[at] === ''))
    if (extra >= 0) problems.push({ row, column: '', code: 'no-heading-above', params: { ...letterOf(extra) } })

    const refuseUnknown = (chosen: readonly string[]) => {
      for (const field of chosen) if (!known.has(field)) refuse('fields', 'unknown-field', { detail: field.slice(0, 80) })
    }

    const id = cell('id')?.trim() ?? ''
    const stored = id ? byId.get(id) : undefined
    if (id && !stored) {
      refuse('id', 'unknown-id', { detail: id.slice(0, 80) })
      continue
    }
    const earlier = stored && seen.get(stored.id)
    if (earlier) refuse('id', 'duplicate-id', { detail: earlier })
    if (stored) seen.set(stored.id, row)

    const before = stored?.content ?? blankContent()
    const { input, places } = readRow(cell, before, fields)
    const parsed = technologyShape.safeParse({ id: 'row', ...input }, { reportInput: true })
    if (!parsed.success) {
      for (const { member, reason, detail } of parsed.error.issues.flatMap(problemsOf)) if (reason !== 'bad-id') refuse(placeOf(member, places), reason, { detail, ...entryOf(member) })
      refuseUnknown((input.fields ?? []) as string[])
      continue
    }
    const content = mergedContent(parsed.data, before)
    if (!content.name.ja && !content.name.zh) refuse('name_ja', 'no-language')
    if (content.fields.length === 0) refuse('fields', 'required')
    refuseUnknown(content.fields)
    const change = !stored ? 'new' : sameContent(before, content) ? 'unchanged' : 'changed'
    if (change === 'changed' && stored!.underReview) refuse('id', 'under-review')
    if (change === 'new') {
      const twin = names.get(nameKey(content))
      if (twin === null) refuse('name_ja', 'same-name')
      else if (twin !== undefined) refuse('name_ja', 'duplicate-name', { detail: twin })
      else names.set(nameKey(content), row)
    }
    entries.push({ row, change, id: stored?.id ?? null, content })
  }
  return { problems: problems.slice(0, MOST_PROBLEMS), entries }
}

const nameKey = ({ name }: ListingContent) => folded(name.ja ?? name.zh)

/** Which column stands where; headings that are unknown or there twice are problems of row 1. */
function columnsOf({ headings }: Table, problems: ImportProblem[]): Map<string, number> {
  const columns = new Map<string, number>()
  headings.forEach((heading, at) => {
    if (heading === '') return
    const key = columnOf(heading)
    const code = key === null ? 'unknown-column' : columns.has(key) ? 'duplicate-column' : null
    if (code) problems.push({ row: 1, column: heading.slice(0, 80), code, params: { ...letterOf(at) } })
    else columns.set(key!, at)
  })
  return columns
}

/** The column’s letter as spreadsheets name it: A … Z, AA … */
export function letterOf(at: number | undefined): { letter: string } | Record<string, never> {
  if (at === undefined) return {}
  const last = String.fromCharCode(65 + (at % 26))
  return { letter: at < 26 ? last : `${letterOf(Math.floor(at / 26) - 1).letter}${last}` }
}

/** The column of a member: its own, that of the nearest member around it, or the first within it. */
function placeOf(member: string, places: ReadonlyMap<string, string>): string {
  for (let path = member; path; path = path.replace(/(\.[^.[\]]+|\[\d+\])$/, '')) {
    const key = places.get(path)
    if (key) return key
    if (!/[.[]/.test(path)) break
  }
  return [...places].find(([path]) => path.startsWith(`${member}.`) || path.startsWith(`${member}[`))?.[1] ?? member
}

/** Which entry of a cell with several. */
function entryOf(member: string): { entry: number } | Record<string, never> {
  const at = /^(?:installations|certificates|fields|cooperation|regions|keywords\.\w+)\[(\d+)\]/.exec(member)?.[1]
  return at === undefined ? {} : { entry: Number(at) + 1 }
}
