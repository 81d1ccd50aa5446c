import type { Reader } from '#db/index.ts'
import { env } from '#app/platform/env.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { escapeXml, XML_HEAD } from '#app/platform/xml.ts'
import { kinds, type Kind, type Place } from './public-paths.server.ts'

/** Below what Baidu takes: 50,000 addresses and 10 MB a file. */
const MOST = 40_000
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const dated = (changed: Place['changed']) => (changed ? `<lastmod>${typeof changed === 'string' ? changed : changed.toISOString()}</lastmod>` : '')
const isKind = (value: string): value is Kind => Object.hasOwn(kinds, value)

/** One file of a kind, e.g. `technologies-1`; null where there is none of that name. */
export async function writeSitemap(db: Reader, locale: Locale, name: string): Promise<string | null> {
  const [, kind = '', part = ''] = /^([a-z]+)-(\d{1,4})$/.exec(name) ?? []
  if (!isKind(kind)) return null
  const from = (Number(part) - 1) * MOST
  const places = (await kinds[kind](db, locale)).slice(Math.max(0, from), from + MOST)
  if (from < 0 || places.length === 0) return null
  const urls = places.map(({ path, changed }) => `<url><loc>${escapeXml(env.originOf[locale] + path)}</loc>${dated(changed)}</url>`)
  return `${XML_HEAD}<urlset xmlns="${NAMESPACE}">\n${urls.join('\n')}\n</urlset>\n`
}

/** The list of a language's files; what is empty has none. */
export async function writeSitemapIndex(db: Reader, locale: Locale): Promise<string> {
  const all = await Promise.all(Object.entries(kinds).map(async ([kind, read]) => ({ kind, places: await read(db, locale) })))
  const files = all.flatMap(({ kind, places }) =>
    Array.from({ length: Math.ceil(places.length / MOST) }, (_, at) => {
      const dates = places.slice(at * MOST, (at + 1) * MOST).flatMap(({ changed }) => (changed ? [typeof changed === 'string' ? changed : changed.toISOString()] : []))
      const newest = dates.reduce((late, one) => (one > late ? one : late), '')
      return `<sitemap><loc>${escapeXml(`${env.originOf[locale]}/${locale}/sitemaps/${kind}-${at + 1}.xml`)}</loc>${dated(newest || null)}</sitemap>`
    }),
  )
  return `${XML_HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${files.join('\n')}\n</sitemapindex>\n`
}
