import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies, companyDrafts, listingRevisions, listings, technologies, type Bilingual } from '#db/schema/catalogue.ts'
import { days, now } from '#app/platform/clock.ts'
import { RESTORABLE } from './erasing.server.ts'
import { readFileFacts } from './file-facts.server.ts'
import { PER_PAGE, queues, type Queue, type QueueRow } from './queue.ts'
import { unsignedLanguages } from './signing.server.ts'
import { warningsOf } from './warnings.ts'

type Reviewed = 'review' | 'translation' | 'sign-off'

/** Whose turn it is: the firm's where it was asked to sign off, the office's otherwise. */
const turnOf = {
  review: and(eq(listingRevisions.translationWanted, false), isNull(listingRevisions.signOffAskedAt)),
  translation: eq(listingRevisions.translationWanted, true),
  'sign-off': isNotNull(listingRevisions.signOffAskedAt),
} as const

const submitted = (queue: Reviewed) => and(eq(listingRevisions.state, 'submitted'), isNull(technologies.deletedAt), turnOf[queue])
const restorable = () => gt(technologies.deletedAt, new Date(now().getTime() - RESTORABLE))

/** How much lies in each queue. */
export async function countQueues(db: Reader): Promise<Record<Queue, number>> {
  const counts: Partial<Record<Queue, number>> = {}
  for (const queue of ['review', 'translation', 'sign-off'] as const) {
    const ids = db.select({ id: listingRevisions.id }).from(listingRevisions).innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId)).where(submitted(queue))
    counts[queue] = await db.$count(ids.as('waiting'))
  }
  counts.companies = await db.$count(companyDrafts, eq(companyDrafts.state, 'submitted'))
  counts.deleted = await db.$count(technologies, restorable())
  counts.public = await db.$count(listings, eq(listings.live, true))
  return Object.fromEntries(queues.map((queue) => [queue, counts[queue] ?? 0])) as Record<Queue, number>
}

/** One page of a queue, what waits longest first. */
export async function readQueue(db: Reader, queue: Queue, page: number): Promise<QueueRow[]> {
  const rows = await rowsOf(db, queue, page)
  const at = now().getTime()
  return rows.map((row) => {
    const waited = at - row.since.getTime()
    return { ...row, age: Math.max(0, Math.floor(waited / days(1))), left: Math.max(0, Math.ceil((RESTORABLE - waited) / days(1))) }
  })
}

type Row = Omit<QueueRow, 'age' | 'left'>

function rowsOf(db: Reader, queue: Queue, page: number): Promise<Row[]> {
  if (queue === 'companies') return waitingCompanies(db, page)
  if (queue === 'deleted') return deletedListings(db, page)
  if (queue === 'public') return publicListings(db, page)
  return waitingRevisions(db, queue, page)
}

const companyName = { ja: companies.nameJa, zh: companies.nameZh }
const offset = (page: number) => (page - 1) * PER_PAGE

async function waitingRevisions(db: Reader, queue: Reviewed, page: number): Promise<Row[]> {
  const rows = await db
    .select({ revision: listingRevisions, publicId: technologies.publishedRevisionId, company: companyName })
    .from(listingRevisions)
    .innerJoin(technologies, eq(technologies.id, listingRevisions.technologyId))
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(submitted(queue))
    .orderBy(asc(listingRevisions.submittedAt), asc(listingRevisions.id))
    .limit(PER_PAGE)
    .offset(offset(page))
  const facts = await readFileFacts(db, rows.map(({ revision }) => revision.content))
  return rows.map(({ revision, publicId, company }) => ({
    key: revision.id,
    path: revision.id,
    name: revision.content.name,
    company,
    changed: publicId !== null,
    since: (queue === 'sign-off' ? revision.signOffAskedAt : revision.submittedAt) ?? revision.createdAt,
    warnings: warningsOf(revision.content, facts).length,
    unsigned: unsignedLanguages(revision),
  }))
}

const plainRow = (row: Pick<Row, 'key' | 'path' | 'name' | 'company' | 'since'>): Row => ({ ...row, changed: true, warnings: null, unsigned: [] })

async function waitingCompanies(db: Reader, page: number): Promise<Row[]> {
  const rows = await db
    .select({ draft: companyDrafts, company: companyName })
    .from(companyDrafts)
    .innerJoin(companies, eq(companies.id, companyDrafts.companyId))
    .where(eq(companyDrafts.state, 'submitted'))
    .orderBy(asc(companyDrafts.submittedAt), asc(companyDrafts.companyId))
    .limit(PER_PAGE)
    .offset(offset(page))
  return rows.map(({ draft, company }) =>
    plainRow({ key: draft.companyId, path: `companies/${draft.companyId}`, name: { ja: draft.content.nameJa, zh: draft.content.nameZh }, company, since: draft.submittedAt ?? draft.editedAt }),
  )
}

async function deletedListings(db: Reader, page: number): Promise<Row[]> {
  const rows = await db
    .select({ id: technologies.id, deletedAt: technologies.deletedAt, company: companyName })
    .from(technologies)
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(restorable())
    .orderBy(asc(technologies.deletedAt), asc(technologies.id))
    .limit(PER_PAGE)
    .offset(offset(page))
  const names = await newestNames(db, rows.map((row) => row.id))
  return rows.map(({ id, deletedAt, company }) => plainRow({ key: id, path: `deleted/${id}`, name: names.get(id) ?? { ja: null, zh: null }, company, since: deletedAt! }))
}

/** The name in the newest text of each technology, published or not. */
export async function newestNames(db: Reader, technologyIds: readonly string[]): Promise<Map<string, Bilingual>> {
  if (technologyIds.length === 0) return new Map()
  const { technologyId, number, content } = listingRevisions
  const rows = await db.select({ technologyId, content }).from(listingRevisions).where(inArray(technologyId, [...technologyIds])).orderBy(asc(number))
  return new Map(rows.map((row) => [row.technologyId, row.content.name]))
}

/** Changed last first. */
async function publicListings(db: Reader, page: number): Promise<Row[]> {
  const rows = await db
    .select({ revisionId: listings.revisionId, card: listings.card, company: companyName, since: technologies.updatedAt })
    .from(listings)
    .innerJoin(technologies, eq(technologies.id, listings.technologyId))
    .innerJoin(companies, eq(companies.id, listings.companyId))
    .where(eq(listings.live, true))
    .orderBy(desc(listings.version), desc(listings.doc))
    .limit(PER_PAGE)
    .offset(offset(page))
  return rows.map(({ revisionId, card, company, since }) => plainRow({ key: revisionId, path: revisionId, name: card.name, company, since }))
}
