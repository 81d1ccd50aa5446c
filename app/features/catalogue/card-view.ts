import { words, type Locale } from '#app/platform/locale.ts'
import type { Card } from './cards.server.ts'
import { named, type Field } from './naming.ts'

interface Shown {
  text: string
  lang: Locale
}

/** What one reader sees of a technology in a list: their language where there is one, nothing more than is shown. */
export interface CardView {
  id: string
  slug: string
  name: Shown
  company: Shown
  summary: Shown
  /** where there is no photograph */
  picture: string
  /** hash of its first photograph */
  photo: string | null
  stage: string | null
  /** plants in China that run it */
  inChina: number
  fields: string[]
}

export const pictureOf = (id: string, fields: readonly string[]) => `/pictures/${fields[0] ?? 'other'}/${id}.svg`

export function viewsOf(cards: readonly Card[], fields: readonly Field[], locale: Locale): CardView[] {
  const { stages } = words[locale].catalogue
  const names = new Map(fields.map((field) => [field.id, field[locale]]))
  return cards.map(({ id, slug, company, content }) => ({
    id,
    slug,
    name: named(content.name, locale),
    company: named(company.name, locale),
    summary: named(content.summary, locale),
    picture: pictureOf(id, content.fields),
    photo: content.image ?? null,
    stage: content.stage && stages[content.stage],
    inChina: content.installations.filter((one) => one.country === 'CN').reduce((sum, one) => sum + (one.count ?? 1), 0),
    fields: content.fields.map((field) => names.get(field) ?? field),
  }))
}
