import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'
import { textMembers } from '../content.ts'
import type { Field } from '../naming.ts'
import { codesIn, entriesIn, numberIn, partsIn, valueIn, wordsIn } from './cells.ts'
import { codeNamed, fieldNamed, indicatorParts, OWN_COLUMNS, regionNamed, savingParts, type Coded } from './columns.ts'

/** A row as a record of the interchange format, and which column each member comes from. */
export interface RowInput {
  input: Record<string, unknown>
  /** member of the record → column */
  places: Map<string, string>
}

/** A cell, or undefined where the table has no such column: then the stored value stays. */
type Cell = (key: string) => string | undefined

/**
 * Reads the cells of a row. Nothing is judged here: what cannot be understood goes on as it is, for the shapes to refuse.
 * @param before the text that the row changes
 */
export function readRow(cell: Cell, before: ListingContent, fields: readonly Field[]): RowInput {
  const input: Record<string, unknown> = {}
  const places = new Map<string, string>()
  const put = (member: string, key: string, value: unknown) => {
    input[member] = value
    places.set(member, key)
  }
  const bilingual = (member: string, key: string, was: Bilingual | undefined): Bilingual | null => {
    places.set(`${member}.ja`, `${key}_ja`)
    places.set(`${member}.zh`, `${key}_zh`)
    const [ja, zh] = [cell(`${key}_ja`), cell(`${key}_zh`)]
    if (ja === undefined && zh === undefined) return null
    return { ja: ja === undefined ? (was?.ja ?? null) : ja || null, zh: zh === undefined ? (was?.zh ?? null) : zh || null }
  }

  for (const member of textMembers) {
    const text = bilingual(member, member, before[member])
    if (text) input[member] = text
  }
  for (const list of ['stage', 'cost', 'payback', 'ip', 'exportControl'] as const satisfies readonly Coded[]) {
    const text = cell(list)
    if (text !== undefined) put(list, list, text.trim() ? codeNamed(list, text) : null)
  }
  const fieldCell = cell('fields')
  // Names of fields hold blanks and dots: they are cut at semicolons only.
  if (fieldCell !== undefined) put('fields', 'fields', wordsIn(fieldCell).map((one) => fieldNamed(one, fields)))
  const modes = cell('cooperation')
  if (modes !== undefined) put('cooperation', 'cooperation', wordsIn(modes).flatMap((one) => (codeNamed('cooperation', one) === one ? codesIn(one) : [one])).map((one) => codeNamed('cooperation', one)))
  const regions = cell('regions')
  if (regions !== undefined) put('regions', 'regions', codesIn(regions).map(regionNamed))
  if (cell('keywords_ja') !== undefined || cell('keywords_zh') !== undefined) {
    const keywords = (locale: 'ja' | 'zh') => {
      const text = cell(`keywords_${locale}`)
      return text === undefined ? before.keywords[locale] : wordsIn(text)
    }
    input.keywords = { ja: keywords('ja'), zh: keywords('zh') }
    places.set('keywords.ja', 'keywords_ja').set('keywords.zh', 'keywords_zh')
  }

  const rows = <Row>(name: 'indicators' | 'savings', parts: readonly string[], make: (n: number, was: Row | undefined, member: string) => object | null) => {
    const key = name === 'indicators' ? 'indicator' : 'saving'
    const numbers = Array.from({ length: OWN_COLUMNS }, (_, at) => at + 1)
    if (!numbers.some((n) => parts.some((part) => cell(`${key}${n}_${part}`) !== undefined))) return
    const stored = before[name] as Row[]
    const made: object[] = []
    for (const n of numbers) {
      const member = `${name}[${made.length}]`
      const row = make(n, stored[n - 1], member)
      if (!row) continue
      made.push(row)
      places.set(member, `${key}${n}_${parts[0]}`)
    }
    input[name] = [...made, ...stored.slice(OWN_COLUMNS)]
  }
  /** A part of a numbered row: its cell, or what is stored where there is no such column. */
  const part = <T>(key: string, was: T | undefined, read: (text: string) => T): T | undefined => {
    const text = cell(key)
    return text === undefined ? was : text.trim() ? read(text) : undefined
  }
  const empty = (...values: unknown[]) => values.every((value) => value === undefined || value === null || value === '' || (typeof value === 'object' && Object.values(value).every((one) => !one)))

  rows<ListingContent['indicators'][number]>('indicators', indicatorParts, (n, was, member) => {
    const key = `indicator${n}`
    const name = bilingual(`${member}.name`, `${key}_name`, was?.name) ?? was?.name ?? { ja: null, zh: null }
    const baseline = bilingual(`${member}.baseline`, `${key}_baseline`, was?.baseline) ?? was?.baseline ?? null
    const conditions = bilingual(`${member}.conditions`, `${key}_conditions`, was?.conditions) ?? was?.conditions ?? null
    const value = part(`${key}_value`, was?.value, valueIn)
    const unit = part(`${key}_unit`, was?.unit, (text) => text)
    places.set(`${member}.value`, `${key}_value`).set(`${member}.unit`, `${key}_unit`)
    return empty(name, value, unit, baseline, conditions) ? null : { name, value, unit, baseline, conditions }
  })
  rows<ListingContent['savings'][number]>('savings', savingParts, (n, was, member) => {
    const key = `saving${n}`
    const basis = bilingual(`${member}.basis`, `${key}_basis`, was?.basis) ?? was?.basis ?? null
    const kind = part<string>(`${key}_kind`, was?.kind, (text) => codeNamed('kind', text))
    const value = part<number | string>(`${key}_value`, was?.value, (text) => numberIn(text) ?? text)
    const unit = part(`${key}_unit`, was?.unit, (text) => text)
    for (const one of ['kind', 'value', 'unit']) places.set(`${member}.${one}`, `${key}_${one}`)
    return empty(kind, value, unit, basis) ? null : { kind, value, unit, basis }
  })

  const installations = cell('installations')
  if (installations !== undefined) put('installations', 'installations', entriesIn(installations).map(installationIn))
  const certificates = cell('certificates')
  if (certificates !== undefined) put('certificates', 'certificates', entriesIn(certificates).map(certificateIn))
  return { input, places }
}

const numberOr = (text: string | undefined) => (text?.trim() ? (numberIn(text) ?? text.trim()) : null)
const note = (ja: string | undefined, zh: string | undefined) => ({ ja: ja || null, zh: zh || null })

/** `CN-JS:2019:3:2018 | 注記 | 备注`: place, year, number, running since; notes in both languages. */
function installationIn(entry: string) {
  const [head = '', ja, zh, ...rest] = partsIn(entry)
  const [place = '', year, count, since, ...more] = head.split(/[:：]/)
  const code = regionNamed(place)
  const region = /^[A-Z]{2}-/.test(code) ? code : null
  return { country: region ? code.slice(0, 2) : code, region, year: numberOr(year), count: numberOr(count), since: numberOr(since), note: note(ja, zh), ...(rest.length + more.length > 0 && { rest: true }) }
}

/** `名称 | 名称 | 発行者 | 2020`: the name in both languages, the issuer, the year. */
function certificateIn(entry: string) {
  const [ja, zh, issuer, year, ...rest] = partsIn(entry)
  return { name: note(ja, zh), issuer: issuer || null, year: numberOr(year), ...(rest.length > 0 && { rest: true }) }
}
