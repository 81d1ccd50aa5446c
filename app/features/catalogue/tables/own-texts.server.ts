import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { batches } from '../batches.ts'
import { blankContent } from '../content.ts'
import type { Technology } from '../drafts.ts'
import { workingStates, writableStates, type Revision } from '../revising/revisions.server.ts'
import type { Own } from './planning.ts'

export interface OwnText extends Own {
  technology: Technology
  /** where that text stands; null: nothing was ever written */
  revision: Revision | null
  /** the highest revision number */
  number: number
}

/** The technologies of a firm with the text that an edit would begin with, by the order of their making. */
export async function ownTexts(db: Reader, companyId: string, ids?: readonly string[]): Promise<OwnText[]> {
  const chosen = ids ? [...batches(ids)] : [null]
  const found: OwnText[] = []
  for (const batch of chosen) {
    const own = await db
      .select()
      .from(technologies)
      .where(and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt), batch ? inArray(technologies.id, batch) : undefined))
      .orderBy(asc(technologies.createdAt), asc(technologies.id))
    found.push(...(await withTexts(db, own)))
  }
  return found
}

async function withTexts(db: Reader, own: Technology[]): Promise<OwnText[]> {
  const texts = new Map<string, OwnText>(own.map((technology) => [technology.id, { technology, id: technology.id, slug: technology.slug, content: blankContent(), underReview: false, revision: null, number: 0 }]))
  const wanted = new Map<string, string>()
  for (const batch of batches([...texts.keys()])) {
    const rows = await db
      .select({ id: listingRevisions.id, technologyId: listingRevisions.technologyId, number: listingRevisions.number, state: listingRevisions.state })
      .from(listingRevisions)
      .where(inArray(listingRevisions.technologyId, batch))
      .orderBy(asc(listingRevisions.number))
    const worked = new Set<string>()
    for (const { id, technologyId, number, state } of rows) {
      const text = texts.get(technologyId)!
      text.number = number
      const working = (workingStates as readonly string[]).includes(state)
      const published = id === text.technology.publishedRevisionId
      if (working || (!worked.has(technologyId) && (published || wanted.get(technologyId) !== text.technology.publishedRevisionId))) wanted.set(technologyId, id)
      if (working) worked.add(technologyId)
    }
  }
  for (const batch of batches([...wanted.values()])) {
    for (const revision of await db.select().from(listingRevisions).where(inArray(listingRevisions.id, batch))) {
      const text = texts.get(revision.technologyId)!
      texts.set(revision.technologyId, { ...text, revision, content: revision.content, underReview: revision.state === 'submitted' })
    }
  }
  return [...texts.values()]
}

/** True where the firm may go on writing in that very revision. */
export const isWritable = (revision: Revision | null): revision is Revision => revision !== null && (writableStates as readonly string[]).includes(revision.state)
