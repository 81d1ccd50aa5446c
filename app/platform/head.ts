import type { MetaDescriptor } from '@remix-run/node'
import { htmlLang, isLocale, locales, otherLocale, translator, type Locale } from './locale.ts'

/** What every head needs of the settings; the root loader hands it over, so that heads are made without asking anybody. */
export interface SiteFacts {
  /** the address of the site in each language, without a path */
  origins: Record<Locale, string>
  /** the address whose `/` offers both languages */
  origin: string
  /** name and content of the metas by which search engines know whose site it is */
  verification: Record<string, string>
  /** number of the mainland filing of the host that was asked for */
  filing: { icp: string | null; psb: string | null }
}

/** Schema.org data; every member is public text of the page itself. */
export type Thing = { '@type': string } & Record<string, unknown>

export interface Crumb {
  name: string
  /** as links on the page write it: `/zh/technologies` */
  path: string
}

export interface Head {
  /** the message; shortened to what a shared link shows */
  title: string
  description?: string | null | undefined
  /** languages in which the page's own text really exists; the reader's own and the twin when absent */
  languages?: readonly Locale[]
  /** where it differs from the address that was asked for: path and query of the page this one is a view of */
  path?: string
  /** path of a square JPEG of 300 × 300 */
  picture?: string
  type?: 'website' | 'article'
  /** way from the home page, this page last */
  crumbs?: readonly Crumb[]
  things?: readonly Thing[]
  feeds?: readonly { title: string; path: string }[]
  /** found by its link only: search results, forms */
  unlisted?: boolean
}

interface Asked {
  params: { locale?: string | undefined }
  location: { pathname: string }
  matches: readonly { id: string; data?: unknown }[]
}

const LONGEST_TITLE = 20
const LONGEST_DESCRIPTION = 160
const PICTURE = '/share/databank.jpg'
const OG_LOCALE = { ja: 'ja_JP', zh: 'zh_CN' } as const

const cut = (text: string, most: number) => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').replace(/[\s、，,・·（(「“/／-]+$/, '')}…`
}

/** A name as a shared link shows it: what stands in brackets goes first, then the end. */
export function shorten(name: string, most = LONGEST_TITLE): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  if ([...plain].length <= most) return plain
  const bare = plain.replace(/\s*[（(【［[][^）)】］\]]*[）)】］\]]\s*/g, ' ').trim()
  return cut(bare || plain, most)
}

/** The message, and the site's name behind it where both fit. */
export function titled(message: string, site: string): string {
  const short = shorten(message)
  return short !== site && [...short].length + [...site].length < LONGEST_TITLE ? `${short}｜${site}` : short
}

const inLanguage = (path: string, locale: Locale) => path.replace(/^\/(ja|zh)(?=[/?]|$)/, `/${locale}`)

/** Languages in which a bilingual text exists. */
export const languagesOf = (...texts: readonly { ja: string | null; zh: string | null }[]): Locale[] => locales.filter((locale) => texts.every((text) => text[locale]))

/**
 * Everything the head of a public page says. Without a page (it is missing) only that.
 * Alternates stand only between twins whose text exists in both languages; a page whose text exists in the other language only names that one as canonical.
 */
export function headOf(asked: Asked, page: Head | null | undefined): MetaDescriptor[] {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const t = translator(locale)
  const site = asked.matches[0]?.data as SiteFacts | undefined
  if (!page || !site) return [{ title: t('refusal.missing.title') }, { name: 'robots', content: 'noindex' }]
  const path = page.path ?? asked.location.pathname.replace(/(.)\/+$/, '$1')
  const written = page.languages ?? locales
  const own = written.includes(locale) ? locale : (written[0] ?? locale)
  const at = (language: Locale) => (path === '/' ? `${site.origin}/` : site.origins[language] + inLanguage(path, language))
  const title = titled(page.title, t('shortName'))
  const description = cut((page.description ?? '').replace(/\s+/g, ' ').trim(), LONGEST_DESCRIPTION)
  return [
    { title },
    ...(description ? [{ name: 'description', content: description }] : []),
    ...(page.unlisted ? [{ name: 'robots', content: 'noindex, follow' }] : []),
    { tagName: 'link', rel: 'canonical', href: at(own) },
    ...(page.unlisted ? [] : alternates(site, path, written)),
    ...(page.feeds ?? []).map((feed) => ({ tagName: 'link' as const, rel: 'alternate', type: 'application/atom+xml', title: feed.title, href: feed.path })),
    { httpEquiv: 'content-language', content: htmlLang[locale] },
    ...(locale === 'zh' ? UNTOUCHED : []),
    ...(isHome(path) ? Object.entries(site.verification).map(([name, content]) => ({ name, content })) : []),
    ...shown({ title, description, url: at(locale), type: page.type ?? 'website', picture: site.origins[locale] + (page.picture ?? PICTURE), name: t('name'), locale, twin: written.length > 1 }),
    ...[...(page.things ?? []), ...(page.crumbs ? [trail(page.crumbs, site.origins[own])] : [])].map((thing) => ({ 'script:ld+json': { '@context': 'https://schema.org', ...thing } })),
  ]
}

const isHome = (path: string) => /^\/(ja|zh)?$/.test(path)

/** Chinese search engines show pages as they are, on every device, when asked to. */
const UNTOUCHED: MetaDescriptor[] = [
  { httpEquiv: 'Cache-Control', content: 'no-transform' },
  { httpEquiv: 'Cache-Control', content: 'no-siteapp' },
  { name: 'applicable-device', content: 'pc,mobile' },
]

/** Both twins and what a reader of neither language gets; of a page in one language there is nothing to choose. */
function alternates(site: SiteFacts, path: string, written: readonly Locale[]): MetaDescriptor[] {
  if (written.length < 2) return []
  const link = (hrefLang: string, href: string) => ({ tagName: 'link' as const, rel: 'alternate', hrefLang, href })
  const at = (language: Locale) => site.origins[language] + (path === '/' ? `/${language}` : inLanguage(path, language))
  return [
    ...locales.map((language) => link(htmlLang[language], at(language))),
    link('x-default', isHome(path) ? `${site.origin}/` : at('ja')),
  ]
}

function shown(page: { title: string; description: string; url: string; type: string; picture: string; name: string; locale: Locale; twin: boolean }): MetaDescriptor[] {
  const properties: Record<string, string> = {
    'og:title': page.title,
    ...(page.description ? { 'og:description': page.description } : {}),
    'og:url': page.url,
    'og:type': page.type,
    'og:site_name': page.name,
    'og:locale': OG_LOCALE[page.locale],
    ...(page.twin ? { 'og:locale:alternate': OG_LOCALE[otherLocale(page.locale)] } : {}),
    'og:image': page.picture,
    'og:image:type': 'image/jpeg',
    'og:image:width': '300',
    'og:image:height': '300',
  }
  return [...Object.entries(properties).map(([property, content]) => ({ property, content })), { name: 'twitter:card', content: 'summary' }]
}

const trail = (crumbs: readonly Crumb[], origin: string): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, path }, at) => ({ '@type': 'ListItem', position: at + 1, name, item: origin + path })),
})

/** Whose site this is. */
export function organisation({ matches }: Asked, name: string): Thing {
  const origin = (matches[0]?.data as SiteFacts | undefined)?.origin ?? ''
  return { '@type': 'Organization', '@id': `${origin}/#organisation`, name, alternateName: locales.map((locale) => translator(locale)('name')).filter((one) => one !== name), url: `${origin}/`, logo: origin + PICTURE }
}
