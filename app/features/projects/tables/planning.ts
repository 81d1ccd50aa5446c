import { partySides, projectStatuses } from '#db/schema/projects.ts'
import { words } from '#app/platform/locale.ts'
import type { Field } from '../../catalogue/naming.ts'
import { fold } from '../../catalogue/search/folding.ts'
import type { ProjectInput } from '../entering.server.ts'
import { kindOfBody, type Name } from '../parties.ts'
import type { Member } from './columns.ts'
import type { Table } from './reading.ts'

export type Fault =
  | 'title-missing' | 'title-too-long' | 'round-unknown' | 'number-invalid' | 'date-missing' | 'date-invalid' | 'date-future' | 'parties-missing' | 'parties-uneven' | 'field-unknown'
  | 'region-unknown' | 'status-unknown' | 'duplicate-number' | 'duplicate-title' | 'known-number' | 'known-title' | 'column-missing' | 'cell-too-long'
/** What is wrong, in which row (1: the headings) and column, with the words that stand there. */
export interface Problem {
  row: number
  member: Member
  fault: Fault
  value: string
}

/** What is there already, and what the cells' words can mean. */
export interface Surroundings {
  rounds: readonly { round: number; date: string | null }[]
  /** `15/3` and folded titles of announced projects */
  numbers: ReadonlySet<string>
  titles: ReadonlySet<string>
  fields: readonly Field[]
  today: string
}
export type Entry = Omit<ProjectInput, 'slug'>

const key = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
export const titleKey = (text: string) => key(text)
const PARTS = /\s*(?:[;；、\n]|[/／|｜])\s*/
const parts = (cell: string) => cell.split(PARTS).filter(Boolean)
const LONGEST = 2_000

const regions = new Map((['ja', 'zh'] as const).flatMap((locale) => Object.entries(words[locale].catalogue.regions).flatMap(([code, name]) => [[key(name), code], [key(name).replace(/[省市区]$|自治区$|壮族自治区$|回族自治区$|维吾尔自治区$/u, ''), code], [key(code), code]] as const)))
const statuses = new Map((['ja', 'zh'] as const).flatMap((locale) => projectStatuses.flatMap((code) => [[key(words[locale].projects.statuses[code]), code], [key(code), code]] as const)))

/** 2021/12/26, 2021年12月26日, 2021-12 … → YYYY-MM-DD or null. */
export function readDay(text: string): string | null {
  const match = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!match) return null
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${(match[3] ?? '1').padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day
}

/** Reads every row and says everything that is wrong with it; a row without a problem has its entry. */
export function planTable(table: Table, columns: readonly string[], around: Surroundings): { entries: Entry[]; problems: Problem[] } {
  const placeOf = new Map(columns.map((member, at) => [member, at] as const).filter(([member]) => member !== ''))
  const problems: Problem[] = []
  const missing = (member: Member) => problems.push({ row: 1, member, fault: 'column-missing', value: '' })
  if (!placeOf.has('titleJa') && !placeOf.has('titleZh')) missing('titleJa')
  if (!(['japanJa', 'japanZh', 'chinaJa', 'chinaZh'] as const).some((member) => placeOf.has(member))) missing('japanJa')
  if (problems.length > 0) return { entries: [], problems }

  const dates = new Map(around.rounds.map(({ round, date }) => [round, date]))
  const fields = new Map(around.fields.flatMap((field) => [[key(field.ja), field.id], [key(field.zh), field.id], [key(field.id), field.id]] as const))
  const [numbers, titles] = [new Set<string>(), new Set<string>()]
  const entries: Entry[] = []
  for (const { row, cells } of table.rows) {
    const before = problems.length
    const cell = (member: Member) => cells[placeOf.get(member) ?? -1] ?? ''
    const wrong = (member: Member, fault: Fault, value = cell(member)) => void problems.push({ row, member, fault, value: value.slice(0, 80) })
    for (const member of placeOf.keys()) if (cell(member as Member).length > LONGEST) wrong(member as Member, 'cell-too-long')

    const title = { ja: cell('titleJa') || null, zh: cell('titleZh') || null }
    if (!title.ja && !title.zh) wrong(placeOf.has('titleJa') ? 'titleJa' : 'titleZh', 'title-missing')
    for (const [member, text] of [['titleJa', title.ja], ['titleZh', title.zh]] as const) {
      if (!text) continue
      if (text.length > 300) wrong(member, 'title-too-long')
      const own = titleKey(text)
      if (around.titles.has(own)) wrong(member, 'known-title')
      else if (titles.has(own) && titleKey(title.ja ?? '') !== titleKey(title.zh ?? '')) wrong(member, 'duplicate-title')
    }
    for (const text of [title.ja, title.zh]) if (text) titles.add(titleKey(text))

    const forum = cell('forum') === '' ? null : Number(/^第?(\d{1,3})(?:回|届)?$/.exec(cell('forum').normalize('NFKC').replace(/\s/g, ''))?.[1] ?? NaN)
    if (forum !== null && !dates.has(forum)) wrong('forum', 'round-unknown')
    const number = cell('number') === '' ? null : Number(/^(?:no\.?)?(\d{1,4})$/i.exec(cell('number').normalize('NFKC').replace(/\s/g, ''))?.[1] ?? NaN)
    if (number !== null && !(number > 0)) wrong('number', 'number-invalid')
    if (forum !== null && number !== null) {
      const pair = `${forum}/${number}`
      if (around.numbers.has(pair)) wrong('number', 'known-number')
      else if (numbers.has(pair)) wrong('number', 'duplicate-number')
      numbers.add(pair)
    }
    const dayIn = (member: 'announcedOn' | 'statusOn'): string | null => {
      if (cell(member) === '') return null
      const day = readDay(cell(member))
      if (!day) wrong(member, 'date-invalid')
      else if (day > around.today) wrong(member, 'date-future')
      return day
    }
    const announcedOn = dayIn('announcedOn') ?? (cell('announcedOn') === '' && forum !== null ? (dates.get(forum) ?? null) : null)
    if (announcedOn === null && cell('announcedOn') === '') wrong('announcedOn', 'date-missing')
    const statusOn = dayIn('statusOn')

    const parties = partySides.flatMap((side) => {
      const [ja, zh] = [parts(cell(`${side}Ja`)), parts(cell(`${side}Zh`))]
      if (ja.length > 0 && zh.length > 0 && ja.length !== zh.length) wrong(`${side}Zh`, 'parties-uneven', `${ja.length} ≠ ${zh.length}`)
      return Array.from({ length: Math.max(ja.length, zh.length) }, (_, at): Name => ({ ja: ja[at] ?? null, zh: zh[at] ?? null })).map((name) => ({ side, kind: kindOfBody(name), name }))
    })
    if (parties.length === 0) wrong(placeOf.has('japanJa') ? 'japanJa' : 'chinaZh', 'parties-missing')

    const found = parts(cell('fields')).map((text) => ({ text, id: fields.get(key(text)) }))
    for (const { text, id } of found) if (!id) wrong('fields', 'field-unknown', text)
    const region = cell('region') === '' ? null : (regions.get(key(cell('region'))) ?? regions.get(key(cell('region')).replace(/[省市]$/u, '')))
    if (region === undefined) wrong('region', 'region-unknown')
    const status = cell('status') === '' ? undefined : statuses.get(key(cell('status')))
    if (cell('status') !== '' && !status) wrong('status', 'status-unknown')

    if (problems.length > before) continue
    entries.push({
      title, parties, forum, number, announcedOn, region: region ?? null, statusOn,
      fields: [...new Set(found.flatMap(({ id }) => id ?? []))],
      summary: { ja: cell('summaryJa') || null, zh: cell('summaryZh') || null },
      ...(status && { status }),
    })
  }
  return { entries, problems }
}
