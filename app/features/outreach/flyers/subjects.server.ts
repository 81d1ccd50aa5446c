import type { Reader } from '#db/index.ts'
import { countPublishedCompanies } from '#app/features/catalogue/companies.server.ts'
import { readCompany, readTechnologies, readTechnology, searchTechnologies, technologiesOf, type TechnologyPage } from '#app/features/catalogue/data.server.ts'
import type { Field } from '#app/features/catalogue/naming.ts'
import { countsByField, readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { isLocale, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readCollection } from './collections.server.ts'
import type { Draft } from './drafting.server.ts'
import { entryOf } from './entries.server.ts'
import type { Logo } from './frame.server.ts'
import { companySheet, coverSheet, fieldSheet, nameOf, siteSheet } from './list-sheets.server.ts'
import { printedPicture } from './pictures.server.ts'
import { technologySheet, type TechnologySubject } from './technology-sheet.server.ts'

export const flyerKinds = ['technologies', 'companies', 'fields', 'collections', 'site'] as const
export type FlyerKind = (typeof flyerKinds)[number]
type Base = Omit<Draft, 'body'>

/** What a flyer is about, read and not drawn yet. */
export interface Subject {
  name: string
  /** of the page it is about, without its language */
  path: string
  pages: number
  /** everything that the sheets depend on */
  content: unknown
  /** all its sheets, or the first alone */
  draw: (base: Base, logo: Logo | null, only?: 'first') => Promise<Part[][]>
}

const MOST_LISTED = 16

const printed = async (technology: TechnologyPage, fields: Field[]): Promise<TechnologySubject> => ({
  technology,
  fields,
  picture: await printedPicture(technology.id, technology.content.fields[0], technology.content.images[0]?.file),
})

type Find = (db: Reader, name: string, locale: Locale) => Promise<Subject | null>

const technology: Find = async (db, slug, locale) => {
  const [found, fields] = await Promise.all([readTechnology(db, slug), readFields(db)])
  if (!found) return null
  return {
    name: named(found.content.name, locale).text,
    path: `/technologies/${slug}`,
    pages: 1,
    content: found,
    draw: async (base, logo) => [technologySheet(base, await printed(found, fields), logo)],
  }
}

const company: Find = async (db, slug, locale) => {
  const found = await readCompany(db, slug)
  if (!found) return null
  const cards = await technologiesOf(db, found.id)
  const name = { ja: found.nameJa, zh: found.nameZh, en: found.nameEn }
  const facts = (language: Locale) => {
    const t = translator(language)
    const { kind, prefecture, size } = found
    return [t(`catalogue:companyKinds.${kind}`), prefecture && t(`catalogue:prefectures.${prefecture}` as 'catalogue:prefectures.JP-01'), size && t(`catalogue:sizes.${size}`)].filter(Boolean).join('　')
  }
  const subject = { slug, name, profile: { ja: found.profileJa, zh: found.profileZh }, facts, entries: cards.slice(0, MOST_LISTED).map(entryOf), total: cards.length, demo: found.id.startsWith('demo-') }
  return { name: nameOf(name, locale), path: `/companies/${slug}`, pages: 1, content: [found, cards], draw: async (base, logo) => [companySheet(base, subject, logo)] }
}

const field: Find = async (db, id, locale) => {
  const known = (await readFields(db)).find((one) => one.id === id)
  if (!known) return null
  const { items, total } = await searchTechnologies(db, { q: '', filters: { field: id }, order: locale === 'ja' ? 'kana-asc' : 'pinyin-asc', page: 1, limit: MOST_LISTED })
  return {
    name: known[locale],
    path: `/technologies?field=${id}`,
    pages: 1,
    content: [known, items, total],
    draw: async (base, logo) => [fieldSheet(base, { field: known, picture: await printedPicture(id, id, null), entries: items.map(entryOf), total }, logo)],
  }
}

const site: Find = async (db, name, locale) => {
  if (name !== 'databank') return null
  const [fields, counts, companies, { total }] = await Promise.all([readFields(db), countsByField(db), countPublishedCompanies(db), searchTechnologies(db, { q: '', filters: {}, order: 'kana-asc', page: 1, limit: 1 })])
  const subject = { technologies: total, companies, fields: fields.filter((one) => !one.parentId).map(({ id, ja, zh }) => ({ ja, zh, n: counts.get(id) ?? 0 })) }
  return { name: translator(locale)('site:name'), path: '', pages: 1, content: subject, draw: async (base, logo) => [siteSheet(base, subject, logo)] }
}

const collection: Find = async (db, code) => {
  const found = await readCollection(db, code)
  if (!found) return null
  const [technologies, fields] = await Promise.all([readTechnologies(db, found.technologyIds), readFields(db)])
  const { title, language, createdAt } = found
  const lang: Locale = isLocale(language) ? language : 'ja'
  const pages = technologies.length + 1
  const entries = technologies.map(({ content, company: { nameJa, nameZh, nameEn } }, at) => ({ name: content.name, summary: content.summary, firm: { ja: nameJa, zh: nameZh, en: nameEn }, page: at + 2 }))
  return {
    name: title,
    path: `/collections/${code}`,
    pages,
    content: [found, technologies],
    async draw(base, logo, only) {
      const sheets = [coverSheet(base, { title, lang, code, createdAt, entries, total: entries.length }, logo, pages)]
      // One after the other: only one picture at a time is in memory whole.
      if (only === 'first') return sheets
      for (const [at, one] of technologies.entries()) sheets.push(technologySheet(base, await printed(one, fields), logo, { number: at + 2, of: pages }))
      return sheets
    },
  }
}

const finders: Record<FlyerKind, Find> = { technologies: technology, companies: company, fields: field, collections: collection, site }

/** What a flyer of this address is about; null where the public sees no such thing. */
export const flyerSubject: (db: Reader, kind: FlyerKind, name: string, locale: Locale) => Promise<Subject | null> = (db, kind, name, locale) => finders[kind](db, name, locale)

export const isFlyerKind = (kind: string | undefined): kind is FlyerKind => flyerKinds.some((one) => one === kind)
