import { eq } from 'drizzle-orm'
import { db } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { viewsOf } from '../card-view.ts'
import { readFields } from '../taxonomy.server.ts'
import { openOwnListing, textToEdit } from './own-listing.server.ts'

/** The text being worked on, as the public pages would show it. */
export async function readPreview(request: Request, params: { locale?: string; id?: string }) {
  const { technology, working, locale, home } = await openOwnListing(request, params)
  const [content, fields, [company]] = await Promise.all([textToEdit(db, technology), readFields(db), db.select().from(companies).where(eq(companies.id, technology.companyId))])
  const { id, slug, verifiedOn } = technology
  const name = { ja: company!.nameJa, zh: company!.nameZh }
  return {
    home,
    own: `/account/technologies/${id}/preview`,
    state: working?.state ?? null,
    technology: { id, slug, verifiedOn, content, company: { slug: company!.slug, name, prefecture: company!.prefecture, size: company!.size } },
    fields,
    cards: viewsOf([{ id, slug, revision: working?.id ?? '', content, company: { id: company!.id, slug: company!.slug, name: { ...name, en: company!.nameEn } } }], fields, locale),
  }
}
