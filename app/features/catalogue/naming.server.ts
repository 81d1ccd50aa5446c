import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listingRevisions, technologies, type Bilingual, type ListingContent } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'

/** A published technology by name, with its owner: what other domains may say about it. */
export interface NamedTechnology {
  id: string
  slug: string
  name: Bilingual
  exportControl: ListingContent['exportControl']
  company: { id: string; slug: string; name: Bilingual & { en: string | null } }
}

/**
 * Names from the published revisions, in the order asked for; what is not published is left out. Asked by slug, as
 * visitors do, so is what was hidden for its age; a case goes on naming it by its id.
 */
export async function namesOfTechnologies(db: Reader, asked: { slugs: readonly string[] } | { ids: readonly string[] }): Promise<NamedTechnology[]> {
  const keys = 'slugs' in asked ? asked.slugs : asked.ids
  if (keys.length === 0) return []
  const key = 'slugs' in asked ? technologies.slug : technologies.id
  const rows = await db
    .select({
      id: technologies.id,
      slug: technologies.slug,
      content: listingRevisions.content,
      company: { id: companies.id, slug: companies.slug, ja: companies.nameJa, zh: companies.nameZh, en: companies.nameEn },
    })
    .from(technologies)
    .innerJoin(listingRevisions, eq(listingRevisions.id, technologies.publishedRevisionId))
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(and(inArray(key, [...keys]), eq(technologies.state, 'published'), 'slugs' in asked ? or(isNull(technologies.validUntil), gte(technologies.validUntil, today())) : undefined))
  const place = new Map(keys.map((one, at) => [one, at]))
  const placeOf = (row: { id: string; slug: string }) => place.get('slugs' in asked ? row.slug : row.id) ?? 0
  return rows
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ id, slug, content, company: { ja, zh, en, ...company } }) => ({
      id,
      slug,
      name: content.name,
      exportControl: content.exportControl,
      company: { ...company, name: { ja, zh, en } },
    }))
}
