import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { listingRevisions, type ListingContent } from '#db/schema/catalogue.ts'
import { ledger } from '#db/schema/platform.ts'
import type { Locale } from '#app/platform/locale.ts'
import { readFields } from '../taxonomy.server.ts'
import { readFileFacts } from './file-facts.server.ts'
import { fileChanges, memberChanges } from './reading.ts'
import type { OpenedRevision } from './revision-desk.server.ts'
import { subjectOf, workingStates, type Revision } from './revisions.server.ts'
import { unsignedLanguages } from './signing.server.ts'
import { warningsOf } from './warnings.ts'

const MOST_EVENTS = 200

/** The warnings of one text, with what its files hold. */
export async function readWarnings(db: Reader, content: ListingContent) {
  return warningsOf(content, await readFileFacts(db, [content]))
}

/** The text that the public saw, or sees, before this one. */
async function textBefore(db: Reader, { revision, technology }: Pick<OpenedRevision, 'revision' | 'technology'>): Promise<Revision | null> {
  const { id, technologyId, number, state } = listingRevisions
  const working = (workingStates as readonly string[]).includes(revision.state)
  const [row] = await db
    .select()
    .from(listingRevisions)
    .where(working ? eq(id, technology.publishedRevisionId ?? '') : and(eq(technologyId, technology.id), lt(number, revision.number), inArray(state, ['superseded', 'published'])))
    .orderBy(desc(number))
    .limit(1)
  return row ?? null
}

/** What happened to a listing or a firm's page, oldest first, with the names of those who did it. */
export async function readEvents(db: Reader, subject: string) {
  const rows = await db
    .select({ id: ledger.id, verb: ledger.verb, codes: ledger.codes, at: ledger.at, actor: users.name })
    .from(ledger)
    .leftJoin(users, eq(users.id, ledger.actor))
    .where(eq(ledger.subject, subject))
    .orderBy(desc(ledger.id))
    .limit(MOST_EVENTS)
  return rows.reverse()
}
export type ListingEvent = Awaited<ReturnType<typeof readEvents>>[number]

export async function readFieldNames(db: Reader): Promise<Record<Locale, Map<string, string>>> {
  const fields = await readFields(db)
  return { ja: new Map(fields.map(({ id, ja }) => [id, ja])), zh: new Map(fields.map(({ id, zh }) => [id, zh])) }
}

/** All that the desk needs to decide about one text. */
export async function readReview(db: Reader, opened: OpenedRevision) {
  const { revision, technology, company, locale } = opened
  const [before, warnings, events, fieldNames, others] = await Promise.all([
    textBefore(db, opened),
    readWarnings(db, revision.content),
    readEvents(db, subjectOf(technology.id)),
    readFieldNames(db),
    db
      .select({ id: listingRevisions.id, number: listingRevisions.number, state: listingRevisions.state })
      .from(listingRevisions)
      .where(eq(listingRevisions.technologyId, technology.id))
      .orderBy(asc(listingRevisions.number)),
  ])
  const { id, number, state, submittedAt, translationWanted, signOffAskedAt, signOffs, remarks, reason, content } = revision
  return {
    revision: { id, number, state, submittedAt, translationWanted, signOffAskedAt, signOffs, remarks, reason, translations: content.translations },
    name: content.name,
    technology: { id: technology.id, slug: technology.slug, state: technology.state, deleted: technology.deletedAt !== null },
    company: { id: company.id, name: { ja: company.nameJa, zh: company.nameZh } },
    before: before ? { id: before.id, number: before.number } : null,
    unsigned: unsignedLanguages(revision),
    warnings,
    changes: memberChanges(before?.content ?? null, content, locale, fieldNames),
    images: fileChanges(before?.content.images ?? null, content.images),
    documents: fileChanges(before?.content.documents ?? null, content.documents),
    events,
    others: others.filter((other) => other.id !== id && other.state !== 'draft'),
  }
}
export type Review = Awaited<ReturnType<typeof readReview>>
