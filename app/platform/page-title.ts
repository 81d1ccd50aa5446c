import { i18nOf, locales } from './locale.ts'

const title = /<title>([^<]*)<\/title>/
const heading = /<h1[^>]*>([^]*?)<\/h1>/

/**
 * Gives a page that names no title of its own the one of its heading: rooms of the desk and of a firm have only the
 * room's name, private pages often none. `areas`: titles that say the area, not the page.
 */
export function withTitle(html: string, areas: ReadonlySet<string>): string {
  const named = title.exec(html)?.[1]
  if (named && !areas.has(named)) return html
  const locale = locales.find((one) => html.includes(`<html lang="${one}`)) ?? 'ja'
  const above = heading.exec(html)?.[1]?.replace(/<[^>]*>/g, '').trim()
  const area = named || i18nOf[locale].t('shortName')
  const full = `<title>${above && above !== area ? `${above}｜${area}` : area}</title>`
  return named === undefined ? html.replace('</head>', () => `${full}</head>`) : html.replace(title, () => full)
}
