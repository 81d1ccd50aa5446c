import { setImmediate as turn } from 'node:timers/promises'
import { asc, eq, inArray } from 'drizzle-orm'
import { dropDocument } from '#db/dialect'
import type { Writer } from '#db/index.ts'
import { companies, fields, listingRevisions, listings, technologies, type ListingCard, type ListingContent } from '#db/schema/catalogue.ts'
import { batches } from './batches.ts'
import { documentTexts, storeListingFiles } from './files/indexed-text.server.ts'
import { marksOf } from './marks.ts'
import type { Dictionary } from './search/dictionary.ts'
import { indexListing } from './search/indexing.server.ts'
import { readDictionary } from './search/terminology.server.ts'
import { listingSortKeys } from './sorting.ts'
import { incoming } from './upserting.server.ts'

interface Source {
  technology: typeof technologies.$inferSelect
  company: typeof companies.$inferSelect
  content: ListingContent
  doc: number | null
}
type Row = Omit<typeof listings.$inferSelect, 'doc'>

/**
 * Makes the rows that lists and search read from what is published: call it in the transaction of every change to a
 * technology or its company. A document keeps its number for ever.
 */
export async function deriveListings(tx: Writer, technologyIds: readonly string[], version: number): Promise<void> {
  const taxonomy = await readTaxonomy(tx)
  const dictionary = await readDictionary(tx)
  for (const batch of batches(technologyIds)) {
    const sources = await readSources(tx, batch)
    const docs = await storeRows(tx, sources, version, taxonomy.parentOf)
    await storeListingFiles(tx, sources.map(({ technology, company, content }) => ({ id: technology.id, content, live: isLive(technology, company) })))
    await indexSources(tx, sources.map((source) => ({ ...source, doc: docs.get(source.technology.id)! })), taxonomy, dictionary)
  }
}

/** Makes the search index anew from listings that are there, e.g. after a restore; no row changes. */
export async function reindexListings(tx: Writer): Promise<void> {
  const all = await tx.select({ doc: listings.doc }).from(listings).orderBy(asc(listings.doc))
  await reindexDocuments(tx, all.map((row) => row.doc), await readDictionary(tx))
}

/** A frequent word is in many listings: after so many of them, readers have a turn. */
const AT_A_STRETCH = 40

/** As `reindexListings` for some of them, e.g. those that hold a word that came to the terminology or went. */
export async function reindexDocuments(tx: Writer, docs: readonly number[], dictionary: Dictionary): Promise<void> {
  const taxonomy = await readTaxonomy(tx)
  for (const batch of batches(docs, AT_A_STRETCH)) {
    const ids = await tx.select({ id: listings.technologyId }).from(listings).where(inArray(listings.doc, batch))
    await indexSources(tx, await readSources(tx, ids.map((row) => row.id)), taxonomy, dictionary)
    await turn()
  }
}

async function indexSources(tx: Writer, sources: readonly Source[], { namesOf }: Taxonomy, dictionary: Dictionary): Promise<void> {
  const texts = await documentTexts(tx, sources.filter(({ technology, company }) => isLive(technology, company)).map(({ technology, content }) => ({ id: technology.id, content })))
  for (const { technology, company, content, doc } of sources) {
    if (doc === null) continue
    const documents = (texts.get(technology.id) ?? []).map((one) => one.text)
    if (isLive(technology, company)) await indexListing(tx, doc, { content, company, fieldNames: namesOf(content.fields), documents, dictionary })
    else await dropDocument(tx, doc)
  }
}

/** All listings of these companies again. */
export async function deriveListingsOf(tx: Writer, companyIds: readonly string[], version: number): Promise<void> {
  for (const batch of batches(companyIds)) {
    const own = await tx.select({ id: listings.technologyId }).from(listings).where(inArray(listings.companyId, batch))
    if (own.length > 0) await deriveListings(tx, own.map((row) => row.id), version)
  }
}

const isLive = (technology: Source['technology'], company: Source['company']) =>
  technology.state === 'published' && company.state === 'published'

async function readSources(tx: Writer, ids: string[]): Promise<Source[]> {
  return tx
    .select({ technology: technologies, company: companies, content: listingRevisions.content, doc: listings.doc })
    .from(technologies)
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .innerJoin(listingRevisions, eq(listingRevisions.id, technologies.publishedRevisionId))
    .leftJoin(listings, eq(listings.technologyId, technologies.id))
    .where(inArray(technologies.id, ids))
}

/** Known listings are named by their number, so that an update never uses a new one up. */
async function storeRows(tx: Writer, sources: Source[], version: number, parentOf: (field: string) => string | null): Promise<Map<string, number>> {
  const fresh: Row[] = []
  const known: (Row & { doc: number })[] = []
  for (const source of sources) {
    const row = rowOf(source, version, parentOf)
    if (source.doc === null) fresh.push(row)
    else known.push({ ...row, doc: source.doc })
  }
  const docs = new Map(known.map((row) => [row.technologyId, row.doc]))
  if (known.length > 0) await tx.insert(listings).values(known).onConflictDoUpdate({ target: listings.doc, set: incoming(listings, ['doc', 'technologyId']) })
  if (fresh.length > 0) {
    const added = await tx.insert(listings).values(fresh).returning({ technologyId: listings.technologyId, doc: listings.doc })
    for (const row of added) docs.set(row.technologyId, row.doc)
  }
  return docs
}

function rowOf({ technology, company, content }: Source, version: number, parentOf: (field: string) => string | null): Row {
  return {
    technologyId: technology.id,
    companyId: company.id,
    revisionId: technology.publishedRevisionId!,
    live: isLive(technology, company),
    ...listingSortKeys(company, content.name, technology.id),
    marks: marksOf(content, parentOf),
    card: cardOf(content),
    validUntil: technology.validUntil,
    version,
  }
}

const cardOf = ({ name, summary, fields, stage, cooperation, installations, images: [first] }: ListingContent): ListingCard => ({
  name,
  summary,
  fields,
  stage,
  cooperation,
  installations,
  ...(first ? { image: first.file } : {}),
})

type Taxonomy = Awaited<ReturnType<typeof readTaxonomy>>
async function readTaxonomy(tx: Writer) {
  const byId = new Map((await tx.select().from(fields)).map((field) => [field.id, field]))
  const parentOf = (id: string) => byId.get(id)?.parentId ?? null
  return {
    parentOf,
    /** the names of fields and their parents in all languages */
    namesOf(ids: readonly string[]): string[] {
      const all = new Set(ids.flatMap((id) => [id, parentOf(id)]))
      return [...all].flatMap((id) => {
        const field = id ? byId.get(id) : undefined
        return field ? [field.ja, field.zh, field.en] : []
      })
    },
  }
}
