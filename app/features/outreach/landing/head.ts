import type { Head } from '#app/platform/head.ts'
import { locales, translator, type Locale } from '#app/platform/locale.ts'
import { fieldFeed } from '../feeds/head-links.ts'
import type { Landing } from './landing.server.ts'
import { landingPath, landingTitle } from '#app/features/catalogue/landing-paths.ts'

/** What a search result shows: the page's own sentence and the first problems it solves. */
export function landingHead(landing: Landing, locale: Locale): Head {
  const { field, industry, parent, total, problems, cards } = landing
  const t = translator(locale)
  const title = landingTitle(locale, field.name, industry)
  const lead = industry ? t('landing:lead', { field: field.name, industry: t(`landing:industries.${industry}`), n: total }) : t('landing:leadField', { field: field.name, n: total })
  return {
    title,
    description: [lead, ...problems.slice(0, 2).map((one) => one.text)].join(''),
    languages: landing.twin ? locales : [locale],
    picture: `/share/fields/${field.id}.jpg`,
    feeds: [fieldFeed(locale, field)],
    crumbs: [
      { name: t('shortName'), path: `/${locale}` },
      { name: t('landing:fields'), path: `/${locale}/fields` },
      ...(parent ? [{ name: parent.name, path: landingPath(locale, parent.id) }] : []),
      { name: field.name, path: landingPath(locale, field.id) },
      ...(industry ? [{ name: title, path: landingPath(locale, field.id, industry) }] : []),
    ],
    things: [{ '@type': 'ItemList', name: title, numberOfItems: total, itemListElement: cards.map((card, at) => ({ '@type': 'ListItem', position: at + 1, name: card.name.text })) }],
  }
}
