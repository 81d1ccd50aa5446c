import { z } from 'zod'
import { cooperationModes, costBands, exportControls, ipStates, paybackBands, stages, type ListingContent } from '#db/schema/catalogue.ts'
import { bilingual, certificate, code, identifier, indicator, installation, saving, several, someWords, words } from '../interchange.ts'
import { limits, LINES, ROWS } from '../limits.ts'
import { problemsOf } from '../problems.ts'
import { isChineseRegion } from '../territories.ts'
import { cleaned, isRows, one, readRows, typeRows, type RowMember, type Typed } from './listing-rows.ts'
import { isText, membersOf, type Member, type Section } from './sections.ts'

const some = <const T extends readonly [string, ...string[]]>(values: T) => code(values).nullable()
const keywords = several(someWords(limits.keyword), LINES)

/** What a draft can hold: as a published listing, but not everything has to be there yet. */
const shapes = {
  name: bilingual(limits.name),
  summary: bilingual(limits.summary),
  description: bilingual(limits.description),
  problem: bilingual(limits.problem),
  principle: bilingual(limits.principle),
  advantage: bilingual(limits.advantage),
  partnerSought: bilingual(limits.partnerSought),
  maintenance: bilingual(limits.maintenance),
  fields: several(identifier, limits.fields),
  keywords: z.strictObject({ ja: keywords, zh: keywords }),
  stage: some(stages),
  cost: some(costBands),
  payback: some(paybackBands),
  ip: some(ipStates),
  cooperation: several(code(cooperationModes), LINES),
  regions: several(z.string().refine(isChineseRegion, { error: 'unknown-code' }), LINES),
  exportControl: code(exportControls),
} as const satisfies Record<Exclude<Member, RowMember>, z.ZodType>

const rowShapes = {
  indicators: indicator.extend({ name: bilingual(limits.rowName), value: z.union([z.number(), words(limits.rowName)], 'wrong-type') }),
  savings: saving,
  installations: installation,
  certificates: certificate.extend({ name: bilingual(limits.rowName) }),
} as const satisfies Record<RowMember, z.ZodType>

export interface ReadSection {
  /** what can be stored; a member with a fault is left out whole */
  members: Partial<ListingContent>
  /** by name of the field; `code` or `code:detail` */
  errors: Record<string, string[]>
}

const list = (typed: Typed, name: string) => [typed[name] ?? []].flat().map(cleaned).filter(Boolean)
/** One a line; the marks between words of a list are taken as line ends. */
const keywordsOf = (text: string) => cleaned(text).split(/[\n、，；;]/).map((word) => word.trim()).filter(Boolean)

function rawOf(member: Exclude<Member, RowMember>, typed: Typed): unknown {
  if (isText(member)) return { ja: cleaned(one(typed, `${member}.ja`)) || null, zh: cleaned(one(typed, `${member}.zh`)) || null }
  if (member === 'keywords') return { ja: keywordsOf(one(typed, 'keywords.ja')), zh: keywordsOf(one(typed, 'keywords.zh')) }
  if (member === 'fields' || member === 'cooperation' || member === 'regions') return list(typed, member)
  return one(typed, member) || (member === 'exportControl' ? 'not-assessed' : null)
}

/** Where the message of a fault stands: lists that are one field have one message. */
const fieldOf = (path: string) => /^(keywords\.\w+|fields|cooperation|regions)/.exec(path)?.[0] ?? path

function note(errors: ReadSection['errors'], issues: readonly z.core.$ZodIssue[], within = ''): void {
  for (const { member, reason, detail } of issues.flatMap((issue) => problemsOf(issue))) {
    const name = fieldOf(within ? `${within}.${member}` : member)
    ;(errors[name] ??= []).push(detail ? `${reason}:${detail}` : reason)
  }
}

/** Reads one section of the editor. Nothing is required: a draft may be incomplete, but it holds only what can be stored. */
export function readSection(section: Section, typed: Typed): ReadSection {
  const members: Record<string, unknown> = {}
  const errors: ReadSection['errors'] = {}
  for (const member of membersOf[section]) {
    if (isRows(member)) {
      const rows = readRows(member, typed).map(({ at, value }) => ({ at, read: rowShapes[member].safeParse(value, { reportInput: true }) }))
      for (const { at, read } of rows) if (!read.success) note(errors, read.error.issues, `${member}[${at}]`)
      if (rows.length > ROWS) errors[member] = [`too-many:${ROWS}`]
      else if (rows.every(({ read }) => read.success)) members[member] = rows.map(({ read }) => read.data)
      continue
    }
    const read = z.object({ [member]: shapes[member] }).safeParse({ [member]: rawOf(member, typed) }, { reportInput: true })
    if (read.success) Object.assign(members, read.data)
    else note(errors, read.error.issues)
  }
  return { members: members, errors }
}

/** A section of a content as the fields of its form; reading them gives the same again. */
export function typeSection(section: Section, content: ListingContent): Typed {
  const typed: Typed = {}
  for (const member of membersOf[section]) {
    if (isRows(member)) Object.assign(typed, typeRows(member, content[member]))
    else if (isText(member)) for (const language of ['ja', 'zh'] as const) typed[`${member}.${language}`] = content[member][language] ?? ''
    else if (member === 'keywords') for (const language of ['ja', 'zh'] as const) typed[`keywords.${language}`] = content.keywords[language].join('\n')
    else typed[member] = content[member] ?? ''
  }
  return typed
}

/** The texts somebody says are right as they stand: `summary.zh` from the ticks of a form. */
export function affirmedIn(section: Section, typed: Typed): { member: string; language: 'ja' | 'zh' }[] {
  return list(typed, 'right').flatMap((name) => {
    const [member = '', language] = name.split('.')
    return (membersOf[section] as readonly string[]).includes(member) && isText(member) && (language === 'ja' || language === 'zh') ? [{ member, language }] : []
  })
}
