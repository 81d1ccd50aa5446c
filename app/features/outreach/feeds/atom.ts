import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { escapeXml, XML_HEAD } from '#app/platform/xml.ts'

export interface Entry {
  /** a URI that never changes, whatever the address does */
  id: string
  title: string
  url: string
  updated: Date
  author: string
  summary: string
  categories: readonly { term: string; label: string }[]
}

export interface Feed {
  locale: Locale
  id: string
  title: string
  subtitle: string
  author: string
  /** its own address, and the page it is about */
  self: string
  page: string
  entries: readonly Entry[]
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
const link = (rel: string, type: string, href: string) => `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`

/** An Atom 1.0 document (RFC 4287). */
export function writeFeed(feed: Feed): string {
  const updated = new Date(Math.max(0, ...feed.entries.map((entry) => entry.updated.getTime())))
  return [
    `${XML_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLang[feed.locale]}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', updated.toISOString()),
    `<author>${element('name', feed.author)}</author>`,
    link('self', 'application/atom+xml', feed.self),
    link('alternate', 'text/html', feed.page),
    ...feed.entries.map(writeEntry),
    '</feed>\n',
  ].join('\n')
}

const writeEntry = ({ id, title, url, updated, author, summary, categories }: Entry) =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    link('alternate', 'text/html', url),
    element('updated', updated.toISOString()),
    `<author>${element('name', author)}</author>`,
    element('summary', summary),
    ...categories.map(({ term, label }) => `<category term="${escapeXml(term)}" label="${escapeXml(label)}"/>`),
    '</entry>',
  ].join('\n')
