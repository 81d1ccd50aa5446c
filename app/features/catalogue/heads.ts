import type { ListingContent } from '#db/schema/catalogue.ts'
import { languagesOf, type Head, type Thing } from '#app/platform/head.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { named, type Field } from './naming.ts'

interface Name {
  ja: string | null
  zh: string | null
}

/** The head of a technology's page: its name is the message, its firm the maker. */
export function technologyHead(page: { technology: { slug: string; content: ListingContent; company: { slug: string; name: Name } }; fields: readonly Field[] }, locale: Locale): Head {
  const { slug, content, company } = page.technology
  const name = named(content.name, locale).text
  const description = named(content.summary, locale).text
  const field = page.fields.find((one) => one.id === content.fields[0])
  const isService = content.cooperation.length > 0 && content.cooperation.every((mode) => mode === 'service')
  const thing: Thing = {
    '@type': isService ? 'Service' : 'Product',
    name,
    description,
    ...(field ? { category: field[locale] } : {}),
    [isService ? 'provider' : 'manufacturer']: { '@type': 'Organization', name: named(company.name, locale).text },
  }
  return {
    title: name,
    description,
    languages: languagesOf(content.name, content.summary),
    picture: `/share/technologies/${slug}.jpg`,
    type: 'article',
    things: [thing],
    crumbs: trail(locale, 'technologies', name, slug),
  }
}

/** A firm without a profile is its name. */
export const companyLanguages = (name: Name, profile: Name): Locale[] => (profile.ja || profile.zh ? languagesOf(name, profile) : languagesOf(name))

/** The head of a company's page. Its contacts are nowhere near. */
export function companyHead(page: { company: { slug: string; name: Name; profile: Name; site: string | null } }, locale: Locale): Head {
  const { slug, profile, site } = page.company
  const name = named(page.company.name, locale).text
  return {
    title: name,
    description: profile[locale],
    languages: companyLanguages(page.company.name, profile),
    picture: `/share/companies/${slug}.jpg`,
    things: [{ '@type': 'Organization', name, ...(profile[locale] ? { description: profile[locale] } : {}), ...(site ? { sameAs: site } : {}) }],
    crumbs: trail(locale, 'companies', name, slug),
  }
}

function trail(locale: Locale, room: 'technologies' | 'companies', name: string, slug: string) {
  const t = translator(locale)
  return [
    { name: t('shortName'), path: `/${locale}` },
    { name: t(`menu.${room}`), path: `/${locale}/${room}` },
    { name, path: `/${locale}/${room}/${slug}` },
  ]
}
