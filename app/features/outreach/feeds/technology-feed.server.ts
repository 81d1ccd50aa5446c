import { createHash } from 'node:crypto'
import type { Reader } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { env } from '#app/platform/env.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { writeFeed } from './atom.ts'
import { readNewest } from './newest.server.ts'

const MOST_ENTRIES = 30
/** The feed of all fields is named as the list is; no field has this id. */
export const ALL = 'technologies'

/** A name-based UUID: the same for ever, on every host. */
function urn(name: string): string {
  const hex = createHash('sha1').update(`databank ${name}`).digest('hex')
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** The newest technologies as an Atom feed, of one field or of all; null where there is no such field. */
export async function technologyFeed(db: Reader, locale: Locale, of: string): Promise<string | null> {
  const fields = await readFields(db)
  const field = fields.find((one) => one.id === of)
  if (!field && of !== ALL) return null
  const t = translator(locale)
  const origin = env.originOf[locale]
  const newest = await readNewest(db, locale, field?.id ?? null, MOST_ENTRIES)
  return writeFeed({
    locale,
    id: urn(`feed ${locale} ${of}`),
    title: field ? t('feeds:titleField', { field: field[locale] }) : t('feeds:title'),
    subtitle: t('feeds:subtitle'),
    author: t('name'),
    self: `${origin}/${locale}/feeds/${of}.atom`,
    page: `${origin}/${locale}/${field ? `fields/${of}` : 'technologies'}`,
    entries: newest.map(({ id, slug, company, content, updated }) => ({
      id: urn(`technology ${locale} ${id}`),
      title: named(content.name, locale).text,
      url: `${origin}/${locale}/technologies/${slug}`,
      updated,
      author: named(company.name, locale).text,
      summary: content.summary[locale] ?? named(content.name, locale).text,
      categories: content.fields.flatMap((term) => fields.filter((one) => one.id === term).map((one) => ({ term, label: one[locale] }))),
    })),
  })
}
