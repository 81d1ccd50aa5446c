import type { Reader } from '#db/index.ts'
import { readCompany, readTechnology, searchTechnologies, technologiesOf } from '#app/features/catalogue/data.server.ts'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'
import { pathOf } from '#app/features/catalogue/files/store.server.ts'
import { named, type Field } from '#app/features/catalogue/naming.ts'
import { countsByField, readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readPublicNeed } from '#app/features/inquiries/needs/public-needs.server.ts'
import { formatDate, pick, translator, type Locale } from '#app/platform/locale.ts'
import { addressOf, fieldTarget } from '../pages/public-page.server.ts'
import type { Poster } from './drawing.server.ts'

export const posterKinds = ['technologies', 'companies', 'fields', 'needs'] as const
export type PosterKind = (typeof posterKinds)[number]
export const isPosterKind = (kind: unknown): kind is PosterKind => posterKinds.some((one) => one === kind)

/** What a poster shows, and the page it belongs to, as an address without its language. */
export interface PosterSubject {
  target: string
  poster: Poster
}

type Find = (db: Reader, name: string, locale: Locale) => Promise<PosterSubject | null>
type Shown = Omit<Poster, 'locale' | 'address'>

const subject = (locale: Locale, target: string, shown: Shown): PosterSubject => ({ target, poster: { ...shown, locale, address: addressOf({ locale, target }) } })
const pictured = (seed: string, field: string | undefined, photo?: string | null): Poster['picture'] => ({ svg: drawDiagram({ field: field ?? 'other', seed }), ...(photo ? { photo: pathOf(photo) } : {}) })
const fieldName = (fields: readonly Field[], id: string | undefined, locale: Locale) => fields.find((field) => field.id === id)?.[locale] ?? null

const finding: Record<PosterKind, Find> = {
  async technologies(db, slug, locale) {
    const [technology, fields] = await Promise.all([readTechnology(db, slug), readFields(db)])
    if (!technology) return null
    const { id, content, company } = technology
    return subject(locale, `/technologies/${encodeURIComponent(slug)}`, {
      eyebrow: fieldName(fields, content.fields[0], locale),
      name: named(content.name, locale),
      by: pick({ ja: company.nameJa, zh: company.nameZh }, locale),
      line: pick(content.summary, locale),
      picture: pictured(id, content.fields[0], content.images[0]?.file),
    })
  },

  async companies(db, slug, locale) {
    const company = await readCompany(db, slug)
    if (!company) return null
    const t = translator(locale)
    const cards = await technologiesOf(db, company.id)
    const first = cards.find((card) => card.content.image) ?? cards[0]
    const names = cards.slice(0, 4).map((card) => named(card.content.name, locale).text).join('、')
    return subject(locale, `/companies/${encodeURIComponent(slug)}`, {
      eyebrow: [t(`catalogue:companyKinds.${company.kind}`), company.prefecture && t(`catalogue:prefectures.${company.prefecture as 'JP-01'}`)].filter(Boolean).join(' · '),
      name: pick({ ja: company.nameJa, zh: company.nameZh }, locale) ?? { text: company.nameEn ?? slug, lang: locale },
      by: { text: t('posters:company', { n: cards.length }), lang: locale },
      line: pick({ ja: company.profileJa, zh: company.profileZh }, locale) ?? { text: t('posters:names', { names }), lang: locale },
      picture: pictured(first?.id ?? company.id, first?.content.fields[0], first?.content.image),
    })
  },

  async fields(db, id, locale) {
    const [fields, counts] = await Promise.all([readFields(db), countsByField(db)])
    const field = fields.find((one) => one.id === id)
    if (!field) return null
    const t = translator(locale)
    const n = counts.get(id) ?? 0
    const within = fields.filter((one) => one.parentId === id).map((one) => one[locale])
    const names = within.length > 0 ? within : await someNames(db, id, locale)
    return subject(locale, fieldTarget(id), {
      eyebrow: fieldName(fields, field.parentId ?? undefined, locale) ?? t('posters:eyebrow.field'),
      name: { text: field[locale], lang: locale },
      by: null,
      line: { text: [n > 0 ? t('posters:field', { n }) : t('posters:fieldNone'), names.length > 0 ? t('posters:names', { names: names.join('、') }) : ''].join('\n').trim(), lang: locale },
      picture: pictured(id, id),
    })
  },

  async needs(db, slug, locale) {
    const need = await readPublicNeed(db, slug)
    if (!need || need === 'ended') return null
    const t = translator(locale)
    const region = need.region && t(`catalogue:regions.${need.region as 'CN-BJ'}`)
    return subject(locale, `/needs/${encodeURIComponent(slug)}`, {
      eyebrow: [t('posters:eyebrow.need'), region].filter(Boolean).join(' · '),
      name: named(need.title, locale),
      by: need.closesOn ? { text: t('posters:until', { date: formatDate(need.closesOn, locale) }), lang: locale } : null,
      line: pick(need.text, locale),
      picture: pictured(slug, need.fields[0]),
    })
  },
}

/** Some technologies of a field, in the order of the reader's language. */
async function someNames(db: Reader, field: string, locale: Locale): Promise<string[]> {
  const { items } = await searchTechnologies(db, { q: '', filters: { field }, order: locale === 'ja' ? 'kana-asc' : 'pinyin-asc', page: 1, limit: 3 })
  return items.map((item) => named(item.content.name, locale).text)
}

/** The poster of something that the public may see now, or null. */
export const posterOf = (db: Reader, kind: PosterKind, name: string, locale: Locale): Promise<PosterSubject | null> => finding[kind](db, name, locale)
