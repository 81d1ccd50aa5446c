import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listingRevisions, listings, technologies } from '#db/schema/catalogue.ts'
import { projects } from '#db/schema/projects.ts'
import { isPublicCompany } from '#app/features/catalogue/companies.server.ts'
import { companyLanguages } from '#app/features/catalogue/heads.ts'
import { isIndustry, saysMore } from '#app/features/catalogue/industries.ts'
import { hasBit, readShelf, type Shelf } from '#app/features/catalogue/shelf.server.ts'
import { publicNeedDates } from '#app/features/inquiries/needs/public-needs.server.ts'
import { landingPath } from '#app/features/catalogue/landing-paths.ts'
import { languagesOf } from '#app/platform/head.ts'
import type { Locale } from '#app/platform/locale.ts'

/** A public page in one language and when its text last changed. */
export interface Place {
  path: string
  changed: Date | string | null
}

interface Listed {
  doc: number
  slug: string
  languages: readonly Locale[]
  changed: Date
}
let kept: { version: number; rows: Listed[] } = { version: -1, rows: [] }

/** Every listing that is not withdrawn; read once per version of the catalogue. Whether it is visible today the shelf knows. */
async function readListed(db: Reader, shelf: Shelf): Promise<Listed[]> {
  if (kept.version === shelf.version) return kept.rows
  const rows = await db
    .select({ doc: listings.doc, slug: technologies.slug, card: listings.card, publishedAt: listingRevisions.publishedAt, updatedAt: technologies.updatedAt })
    .from(listings)
    .innerJoin(technologies, eq(technologies.id, listings.technologyId))
    .innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId))
    .where(eq(listings.live, true))
    .orderBy(asc(listings.doc))
  kept = { version: shelf.version, rows: rows.map(({ doc, slug, card, publishedAt, updatedAt }) => ({ doc, slug, languages: languagesOf(card.name, card.summary), changed: publishedAt ?? updatedAt })) }
  return kept.rows
}

const ROOMS = ['', '/technologies', '/fields', '/companies', '/needs', '/needs/new', '/projects', '/join', '/data', '/about', '/privacy']

/** What search engines are told of: per kind, all that is public and truly written in the language. */
export const kinds = {
  pages: (_db, locale) => Promise.resolve(ROOMS.map((room) => ({ path: `/${locale}${room}`, changed: null }))),
  async technologies(db, locale) {
    const shelf = await readShelf(db)
    const rows = await readListed(db, shelf)
    return rows.filter(({ doc, languages }) => hasBit(shelf.live, doc) && languages.includes(locale)).map(({ slug, changed }) => ({ path: `/${locale}/technologies/${slug}`, changed }))
  },
  async fields(db, locale) {
    const shelf = await readShelf(db)
    const found = new Map<string, Date>()
    for (const { doc, changed } of await readListed(db, shelf)) {
      if (!hasBit(shelf.live, doc)) continue
      for (const path of landingsOf(shelf, doc, locale)) if ((found.get(path)?.getTime() ?? 0) < changed.getTime()) found.set(path, changed)
    }
    return [...found].map(([path, changed]) => ({ path, changed })).sort((a, b) => (a.path < b.path ? -1 : 1))
  },
  async companies(db, locale) {
    const rows = await db
      .select({ slug: companies.slug, nameJa: companies.nameJa, nameZh: companies.nameZh, profileJa: companies.profileJa, profileZh: companies.profileZh, changed: companies.updatedAt })
      .from(companies)
      .where(isPublicCompany(db))
      .orderBy(asc(companies.slug))
    return rows
      .filter(({ nameJa, nameZh, profileJa, profileZh }) => companyLanguages({ ja: nameJa, zh: nameZh }, { ja: profileJa, zh: profileZh }).includes(locale))
      .map(({ slug, changed }) => ({ path: `/${locale}/companies/${slug}`, changed }))
  },
  async projects(db, locale) {
    const rows = await db
      .select({ slug: projects.slug, ja: projects.titleJa, zh: projects.titleZh, announcedOn: projects.announcedOn, lastConfirmedOn: projects.lastConfirmedOn })
      .from(projects)
      .where(eq(projects.state, 'announced'))
      .orderBy(asc(projects.slug))
    return rows.filter((row) => row[locale]).map(({ slug, announcedOn, lastConfirmedOn }) => ({ path: `/${locale}/projects/${slug}`, changed: lastConfirmedOn ?? announcedOn }))
  },
  async needs(db, locale) {
    return (await publicNeedDates(db)).filter(({ title }) => title[locale]).map(({ slug, publishedAt }) => ({ path: `/${locale}/needs/${slug}`, changed: publishedAt }))
  },
} satisfies Record<string, (db: Reader, locale: Locale) => Promise<Place[]>>
export type Kind = keyof typeof kinds

/** The field pages a listing stands on, alone and with each of its industries. */
function landingsOf(shelf: Shelf, doc: number, locale: Locale): string[] {
  const marks = [...shelf.marksOf.subarray(shelf.starts[doc], shelf.starts[doc + 1])].map((number) => shelf.markNames[number]!)
  if (!marks.includes(`lang:${locale}`)) return []
  const named = (group: string) => marks.filter((mark) => mark.startsWith(group)).map((mark) => mark.slice(group.length))
  const industries = named('industry:').filter(isIndustry)
  return named('field:').flatMap((field) => [landingPath(locale, field), ...industries.filter((industry) => saysMore(field, industry)).map((industry) => landingPath(locale, field, industry))])
}
