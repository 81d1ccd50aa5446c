import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { writeSitemap, writeSitemapIndex } from '#app/features/outreach/searching/sitemap.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** `/zh/sitemap.xml` and the files it names: `/zh/sitemaps/technologies-1.xml`. */
export async function loader({ params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const name = params.file === undefined ? null : (/^(.+)\.xml$/.exec(params.file)?.[1] ?? '')
  const sitemap = await (name === null ? writeSitemapIndex(db, locale) : writeSitemap(db, locale, name))
  if (!sitemap) missing()
  return new Response(sitemap, { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, no-cache' } })
}
