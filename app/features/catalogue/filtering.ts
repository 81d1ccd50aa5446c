import { words, type Locale } from '#app/platform/locale.ts'
import type { Field } from './naming.ts'
import type { Selection } from './selecting.ts'

/** A choice of the list page and how many technologies it would leave. */
export interface Choice {
  value: string
  label: string
  n: number
}

/** What the list page offers to choose from, already cut down to what leads somewhere. */
export interface FilterView {
  /** the chosen field, and where its back link leads */
  chosen: { label: string; up: string | null; upLabel: string | null } | null
  fields: Choice[]
  stage: Choice[]
  mode: Choice[]
  region: Choice[]
}

/** Codes are named from the words themselves: asking the translator for sixty of them is a tenth of the page's work. */
const choices = (counts: ReadonlyMap<string, number>, kept: string | undefined, names: Record<string, string>): Choice[] =>
  [...new Map([...(kept ? [[kept, 0] as const] : []), ...counts])]
    .map(([value, n]) => ({ value, label: names[value] ?? value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))

/** One level of the taxonomy at a time: the tops, or the children of what was chosen. */
export function filterView(
  fields: readonly Field[],
  counts: Selection['counts'],
  search: { field?: string | undefined; stage?: string | undefined; mode?: string | undefined; region?: string | undefined },
  locale: Locale,
): FilterView {
  const { stages, modes, regions } = words[locale].catalogue
  const own = fields.find((field) => field.id === search.field)
  const parent = fields.find((field) => field.id === own?.parentId)
  const level = own ? (own.parentId ?? own.id) : null
  return {
    chosen: own ? { label: own[locale], up: parent?.id ?? null, upLabel: parent?.[locale] ?? null } : null,
    fields: fields
      .filter((field) => field.parentId === level && (counts.field.get(field.id) ?? 0) > 0)
      .map((field) => ({ value: field.id, label: field[locale], n: counts.field.get(field.id) ?? 0 })),
    stage: choices(counts.stage, search.stage, stages),
    mode: choices(counts.mode, search.mode, modes),
    region: choices(counts.region, search.region, regions),
  }
}

/** Where to go on when nothing was found: the fields beside the chosen one, else the tops, with all they hold. */
export function neighboursOf(fields: readonly Field[], counts: ReadonlyMap<string, number>, chosen: string | undefined, locale: Locale): Choice[] {
  const parentId = fields.find((field) => field.id === chosen)?.parentId ?? null
  return fields
    .filter((field) => field.parentId === parentId && field.id !== chosen && (counts.get(field.id) ?? 0) > 0)
    .map((field) => ({ value: field.id, label: field[locale], n: counts.get(field.id) ?? 0 }))
}
