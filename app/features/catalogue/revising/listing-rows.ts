import type { ListingContent } from '#db/schema/catalogue.ts'

/** How the members of a row are written in a form. `figure`: a number, or words where no number fits. */
type Leaf = 'both' | 'words' | 'code' | 'whole' | 'number' | 'figure'
export const rowLeaves = {
  indicators: { name: 'both', value: 'figure', unit: 'words', baseline: 'both', conditions: 'both' },
  savings: { kind: 'code', value: 'number', unit: 'words', basis: 'both' },
  installations: { country: 'code', region: 'code', year: 'whole', count: 'whole', since: 'whole', note: 'both' },
  certificates: { name: 'both', issuer: 'words', year: 'whole' },
} as const satisfies { [M in 'indicators' | 'savings' | 'installations' | 'certificates']: Record<keyof ListingContent[M][number], Leaf> }

export type RowMember = keyof typeof rowLeaves
export const rowMembers = Object.keys(rowLeaves) as RowMember[]
export const isRows = (member: string): member is RowMember => Object.hasOwn(rowLeaves, member)

export type Typed = Record<string, string | string[]>
export interface TypedRow {
  /** its place in the form, which errors are told by */
  at: number
  value: Record<string, unknown>
}

export const one = (typed: Typed, name: string): string => {
  const value = typed[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
/** A browser ends lines with two characters. */
export const cleaned = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/** The number somebody wrote, in full-width digits or with separators too; null where it is none. */
export function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const bare = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(bare) && Number.isFinite(Number(bare)) ? Number(bare) : null
}

const leafNames = (leaf: Leaf, name: string) => (leaf === 'both' ? [`${name}.ja`, `${name}.zh`] : [name])

function readLeaf(leaf: Leaf, typed: Typed, name: string): unknown {
  const text = cleaned(one(typed, name))
  if (leaf === 'both') return { ja: cleaned(one(typed, `${name}.ja`)) || null, zh: cleaned(one(typed, `${name}.zh`)) || null }
  if (leaf === 'words' || leaf === 'code') return text || null
  if (leaf === 'figure') return numberOf(text) ?? text
  return text === '' ? null : (numberOf(text) ?? text)
}

/** How many rows of a list a form holds. */
export function countRows(member: RowMember, typed: Typed): number {
  const numbers = Object.keys(typed).map((name) => (name.startsWith(`${member}[`) ? parseInt(name.slice(member.length + 1), 10) : -1))
  return Math.min(Math.max(-1, ...numbers.filter((n) => !Number.isNaN(n))) + 1, 200)
}

/** The rows of a list as typed: blank and removed ones are left out, the others stand in the order their numbers ask for. */
export function readRows(member: RowMember, typed: Typed): TypedRow[] {
  const leaves = Object.entries(rowLeaves[member]) as [string, Leaf][]
  const rows: (TypedRow & { place: number })[] = []
  for (let at = 0; at < countRows(member, typed); at++) {
    const row = `${member}[${at}]`
    const filled = leaves.some(([key, leaf]) => leafNames(leaf, `${row}.${key}`).some((name) => cleaned(one(typed, name)) !== ''))
    if (!filled || one(typed, `${row}.remove`) === 'on') continue
    const value = Object.fromEntries(leaves.map(([key, leaf]) => [key, readLeaf(leaf, typed, `${row}.${key}`)]))
    rows.push({ at, value, place: placeAsked(numberOf(one(typed, `${row}.place`)), at) })
  }
  return rows.sort((a, b) => a.place - b.place).map(({ at, value }) => ({ at, value }))
}

/** A row that is given another's number goes before it on the way up, behind it on the way down. */
function placeAsked(place: number | null, at: number): number {
  if (place === null || place === at + 1) return at + 1
  return place < at + 1 ? place - 0.5 : place + 0.5
}

/** Rows as the fields of a form. */
export function typeRows(member: RowMember, rows: readonly object[]): Typed {
  const typed: Typed = {}
  rows.forEach((row, at) => {
    for (const [key, leaf] of Object.entries(rowLeaves[member]) as [string, Leaf][]) {
      const value = (row as Record<string, unknown>)[key]
      const name = `${member}[${at}].${key}`
      if (leaf === 'both') for (const language of ['ja', 'zh'] as const) typed[`${name}.${language}`] = (value as { ja: string | null; zh: string | null })[language] ?? ''
      else typed[name] = value === null || value === undefined ? '' : String(value)
    }
    typed[`${member}[${at}].place`] = String(at + 1)
  })
  return typed
}
