import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, listingRevisions, listings, technologies, type ListingContent } from '#db/schema/catalogue.ts'
import { today } from '#app/platform/clock.ts'
import { otherLocale, type Locale } from '#app/platform/locale.ts'
import { named } from './naming.ts'
import { readCards, type Card } from './cards.server.ts'
import { isPublicCompany } from './companies.server.ts'
import type { Order } from './ordering.ts'
import { excerpt, markerOf, matchesIn } from './search/marking.ts'
import { matchQuery } from './search/matching.server.ts'
import type { Dictionary } from './search/dictionary.ts'
import { asTyped, parseQuery, type Part } from './search/query.ts'
import { readDictionary } from './search/terminology.server.ts'
import { documentTexts } from './files/indexed-text.server.ts'
import { fold } from './search/folding.ts'
import { select, type Filters, type Selection } from './selecting.ts'
import { readShelf } from './shelf.server.ts'

export interface Found {
  total: number
  items: Card[]
  counts: Selection['counts']
  /** every word that was looked for, folded; for marking */
  words: string[]
  /** other words of the same concepts, as the terminology writes them */
  also: string[]
  /** no listing has all the words; these have some */
  relaxed: boolean
  /** words that no listing has, as they were typed */
  missing: string[]
}

export interface Search {
  q: string
  filters: Filters
  order: Order
  page: number
  limit: number
}

/**
 * The one search of the site: pages, JSON and benchmark call it. Without words it is the catalogue in the given order;
 * with words, ranked by relevance, equal scores in the given order.
 */
export async function searchTechnologies(db: Reader, search: Search): Promise<Found> {
  const shelf = await readShelf(db)
  const from = (search.page - 1) * search.limit
  const dictionary = search.q ? await readDictionary(db) : null
  const parts = dictionary ? parseQuery(search.q, dictionary) : []
  const asked = search.q.trim() !== ''
  const matches = asked && dictionary ? await matchQuery(db, shelf, dictionary, parts) : null
  const selection = select(shelf, matches, search.filters, search.order, from, search.limit)
  const items = await readCards(db, selection.docs, shelf.version)
  return {
    total: selection.total,
    items,
    counts: selection.counts,
    words: matches?.words ?? [],
    also: dictionary ? otherWords(parts, dictionary) : [],
    relaxed: matches?.relaxed ?? false,
    missing: (matches?.missing ?? []).map((word) => asTyped(search.q, word)),
  }
}

const MOST_SHOWN = 8

/** Turn by turn from each part, so that none takes all the room. */
function otherWords(parts: Part[], dictionary: Dictionary): string[] {
  const lists = parts.filter((part) => !part.weak).map((part) => part.synonyms)
  const shown: string[] = []
  for (let at = 0; at < Math.max(0, ...lists.map((list) => list.length)); at++) {
    for (const list of lists) {
      const word = dictionary.written.get(list[at] ?? '')
      if (word && !shown.includes(word)) shown.push(word)
    }
  }
  return shown.slice(0, MOST_SHOWN)
}

/**
 * For hits whose name and summary do not show why they were found: the place in the text that does, in the reader's
 * language where it has one.
 */
export async function excerptsOf(db: Reader, found: Found, locale: Locale): Promise<Record<string, Excerpt>> {
  const marker = markerOf(found.words)
  const unclear = marker ? found.items.filter(({ content }) => ![named(content.name, locale), named(content.summary, locale)].some(({ text }) => matchesIn(text, marker).length > 0)) : []
  if (!marker || unclear.length === 0) return {}
  const rows = await db
    .select({ id: listingRevisions.technologyId, content: listingRevisions.content })
    .from(listingRevisions)
    .where(inArray(listingRevisions.id, unclear.map((item) => item.revision)))
  const excerpts: Record<string, Excerpt> = {}
  for (const { id, content } of rows) {
    for (const lang of [locale, otherLocale(locale)]) {
      const text = excerpt(telling(content, lang), marker)
      if (!text) continue
      excerpts[id] = { text, lang }
      break
    }
  }
  const untold = rows.filter(({ id }) => !excerpts[id])
  const documents = await documentTexts(db, untold)
  for (const { id, content } of untold) {
    const told = excerptInDocument(documents.get(id) ?? [], marker)
    const language = content.documents.find((one) => one.name === told?.document)?.language
    if (told) excerpts[id] = { ...told, lang: language === 'ja' || language === 'zh' ? language : locale }
  }
  return excerpts
}

export interface Excerpt {
  text: string
  lang: Locale
  /** the name of the document in which it stands */
  document?: string
}

/** Enough around a hit for an excerpt: marking a whole brochure letter by letter would take its time. */
const AROUND = 200

function excerptInDocument(documents: readonly { name: string; text: string }[], marker: RegExp): { text: string; document: string } | null {
  for (const { name, text } of documents) {
    for (const [from, piece] of pieces(text)) {
      if (fold(piece).search(marker) < 0) continue
      const told = excerpt(text.slice(Math.max(0, from - AROUND), from + PIECE + AROUND), marker)
      if (told) return { text: told, document: name }
    }
  }
  return null
}

const PIECE = 2_000
/** A long text in stretches that overlap by more than a word. */
function* pieces(text: string): Generator<[number, string]> {
  for (let from = 0; from < text.length; from += PIECE) yield [from, text.slice(from, from + PIECE + 60)]
}

/** The texts of a listing that may tell why it was found, the most telling first. */
function telling(content: ListingContent, lang: Locale): string {
  const { keywords, name, summary, problem, description, principle, advantage } = content
  return [name[lang], summary[lang], keywords[lang].join('、'), problem[lang], description[lang], principle[lang], advantage[lang], ...content.indicators.map((row) => row.name[lang])]
    .filter(Boolean)
    .join('\n')
}

export interface TechnologyPage {
  id: string
  slug: string
  revision: string
  verifiedOn: string | null
  verifiedBy: string | null
  content: ListingContent
  company: typeof companies.$inferSelect
}

const whole = (db: Reader) =>
  db
    .select({ technology: technologies, content: listingRevisions.content, revision: listingRevisions.id, company: companies })
    .from(technologies)
    .innerJoin(listingRevisions, eq(listingRevisions.id, technologies.publishedRevisionId))
    .innerJoin(companies, eq(companies.id, technologies.companyId))

const shownToday = () => and(eq(technologies.state, 'published'), or(isNull(technologies.validUntil), gte(technologies.validUntil, today())))

type Whole = Awaited<ReturnType<typeof whole>>[number]
const pageOf = ({ technology, content, revision, company }: Whole): TechnologyPage => ({
  id: technology.id, slug: technology.slug, revision, verifiedOn: technology.verifiedOn, verifiedBy: technology.verifiedBy, content, company,
})

/** A published technology with its whole reviewed text, or null. */
export async function readTechnology(db: Reader, slug: string): Promise<TechnologyPage | null> {
  const [row] = await whole(db).where(and(eq(technologies.slug, slug), shownToday()))
  return row ? pageOf(row) : null
}

/** The published ones of these, in the order of their ids. */
export async function readTechnologies(db: Reader, ids: readonly string[]): Promise<TechnologyPage[]> {
  if (ids.length === 0) return []
  const rows = await whole(db).where(and(inArray(technologies.id, [...ids]), shownToday()))
  const place = new Map(ids.map((one, at) => [one, at]))
  return rows.map(pageOf).sort((a, b) => place.get(a.id)! - place.get(b.id)!)
}

export async function readCompany(db: Reader, slug: string): Promise<typeof companies.$inferSelect | null> {
  const [row] = await db.select().from(companies).where(and(eq(companies.slug, slug), isPublicCompany(db)))
  return row ?? null
}

/** The technologies of a company that the public sees, in the company's own order of publication. */
export async function technologiesOf(db: Reader, companyId: string): Promise<Card[]> {
  const shelf = await readShelf(db)
  const rows = await db
    .select({ doc: listings.doc })
    .from(listings)
    .where(and(eq(listings.companyId, companyId), eq(listings.live, true)))
    .orderBy(asc(listings.sortKana))
  const visible = new Set(select(shelf, { docs: rows.map((row) => row.doc), scores: new Float32Array(shelf.size) }, {}, 'kana-asc', 0, rows.length).docs)
  return readCards(db, rows.map((row) => row.doc).filter((doc) => visible.has(doc)), shelf.version)
}
