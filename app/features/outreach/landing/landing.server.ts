import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingRevisions, listings, type ListingContent } from '#db/schema/catalogue.ts'
import { viewsOf } from '#app/features/catalogue/card-view.ts'
import { readCards } from '#app/features/catalogue/cards.server.ts'
import { bearing, industryCounts, newestOf } from '#app/features/catalogue/grid.server.ts'
import { saysMore, type Industry } from '#app/features/catalogue/industries.ts'
import { named, type Field } from '#app/features/catalogue/naming.ts'
import { ORDERS } from '#app/features/catalogue/ordering.ts'
import { select } from '#app/features/catalogue/selecting.ts'
import { countBits, readShelf, type Shelf } from '#app/features/catalogue/shelf.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { otherLocale, type Locale } from '#app/platform/locale.ts'
import { synonymsOf } from './synonyms.server.ts'

const MOST_SHOWN = 12
const LONGEST_PROBLEM = 130
const FIGURES_EACH = 2

/**
 * What the catalogue itself says of a field, or of a field in an industry: names, problems, figures, plants, other words. Only listings with a
 * text in this language count; null where there is none.
 */
export async function readLanding(db: Reader, field: string, industry: Industry | null, locale: Locale) {
  const [shelf, fields] = await Promise.all([readShelf(db), readFields(db)])
  const here = fields.find((one) => one.id === field)
  if (!here || (industry && !saysMore(field, industry))) return null
  const marks = [`field:${field}`, ...(industry ? [`industry:${industry}`] : [])]
  const bits = bearing(shelf, ...marks, `lang:${locale}`)
  const total = countBits(bits)
  if (total === 0) return null
  const docs = turnOf(shelf, newestOf(shelf, bits))
  const inField = bearing(shelf, `field:${field}`, `lang:${locale}`)
  const [cards, contents, also] = await Promise.all([readCards(db, docs, shelf.version), readContents(db, docs), synonymsOf(db, here[locale], locale)])
  const told = cards.flatMap((card) => ({ slug: card.slug, name: named(card.content.name, locale).text, content: contents.get(card.id)! }))
  return {
    field: { id: here.id, name: here[locale] },
    parent: fieldView(fields.find((one) => one.id === here.parentId), locale),
    industry,
    total,
    inChina: countBits(bearing(shelf, ...marks, `lang:${locale}`, 'china')),
    twin: countBits(bearing(shelf, ...marks, `lang:${otherLocale(locale)}`)) > 0,
    also,
    problems: told.flatMap(({ slug, name, content }) => (content.problem[locale] ? [{ slug, name, text: beginning(content.problem[locale]) }] : [])),
    figures: told.flatMap(({ slug, name, content }) => figuresOf(content, locale).map((figure) => ({ slug, name, ...figure }))),
    plants: told.flatMap(({ slug, name, content }) => plantsOf(content, locale).map((plant) => ({ slug, name, ...plant }))),
    cards: viewsOf(cards, fields, locale),
    industries: industryCounts(shelf, inField, field).filter((one) => one.industry !== industry),
    neighbours: industry ? fieldsOf(shelf, fields, industry, locale).filter((one) => one.id !== field) : childrenOf(shelf, fields, field, locale),
  }
}
export type Landing = NonNullable<Awaited<ReturnType<typeof readLanding>>>

const fieldView = (field: Field | undefined, locale: Locale) => (field ? { id: field.id, name: field[locale] } : null)

/** Nobody stands first for good: every day another of the six orders. */
function turnOf(shelf: Shelf, docs: number[]): number[] {
  const order = ORDERS[Number(shelf.day.replaceAll('-', '')) % ORDERS.length]!
  return select(shelf, { docs, scores: new Float32Array(shelf.size) }, {}, order, 0, MOST_SHOWN).docs
}

async function readContents(db: Reader, docs: number[]): Promise<Map<string, ListingContent>> {
  const rows = await db.select({ id: listings.technologyId, content: listingRevisions.content }).from(listings).innerJoin(listingRevisions, eq(listingRevisions.id, listings.revisionId)).where(inArray(listings.doc, docs))
  return new Map(rows.map((row) => [row.id, row.content]))
}

/** Whole sentences as far as they fit. */
function beginning(text: string): string {
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=。)/)
  let told = sentences[0]!
  for (const sentence of sentences.slice(1)) {
    if (told.length + sentence.length > LONGEST_PROBLEM) break
    told += sentence
  }
  return told.trim()
}

const figuresOf = (content: ListingContent, locale: Locale) =>
  content.indicators
    .filter((row) => row.name[locale])
    .slice(0, FIGURES_EACH)
    .map(({ name, value, unit, baseline }) => ({ figure: name[locale]!, value: `${typeof value === 'number' ? value.toLocaleString(locale) : value} ${unit === '-' ? '' : unit}`.trim(), baseline: baseline[locale] }))

const plantsOf = (content: ListingContent, locale: Locale) =>
  content.installations.filter(({ country }) => country === 'CN').map(({ region, year, count, note }) => ({ region, year, count, note: note[locale] }))

/** The fields in which an industry finds something. */
const fieldsOf = (shelf: Shelf, fields: readonly Field[], industry: Industry, locale: Locale) =>
  fields
    .filter((field) => field.parentId !== null && saysMore(field.id, industry))
    .map((field) => ({ id: field.id, name: field[locale], n: countBits(bearing(shelf, `field:${field.id}`, `industry:${industry}`, `lang:${locale}`)) }))
    .filter(({ n }) => n > 0)

const childrenOf = (shelf: Shelf, fields: readonly Field[], parent: string, locale: Locale) =>
  fields
    .filter((field) => field.parentId === parent)
    .map((field) => ({ id: field.id, name: field[locale], n: countBits(bearing(shelf, `field:${field.id}`, `lang:${locale}`)) }))
    .filter(({ n }) => n > 0)
