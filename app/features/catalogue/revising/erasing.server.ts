import { and, eq, isNotNull } from 'drizzle-orm'
import { transact, type Writer } from '#db/index.ts'
import { listingFiles, listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { days, now } from '#app/platform/clock.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { blankContent, orderedContent } from '../content.ts'
import { deriveListings } from '../derivation.server.ts'
import { bumpVersion } from '../version.server.ts'
import { recordListing } from './revisions.server.ts'

/** How long the office can bring back what a firm deleted. */
export const RESTORABLE = days(30)

/** Plans the end of what was deleted just now. */
export const scheduleErasure = (tx: Writer, technologyId: string) =>
  schedule(tx, 'listing-erasure', `listing-erasure:${technologyId}`, new Date(now().getTime() + RESTORABLE), { technology: technologyId })

/** Once a deleted technology cannot be brought back its texts and files go; the names stay for the inquiries that were about it. */
export const eraseDeleted: Worker = (job) =>
  transact(async (tx) => {
    const id = job.payload.technology ?? ''
    const over = new Date(now().getTime() - RESTORABLE)
    const [technology] = await tx
      .update(technologies)
      .set({ updatedAt: now() })
      .where(and(eq(technologies.id, id), isNotNull(technologies.deletedAt)))
      .returning()
    if (!technology?.deletedAt) return
    // Restored and deleted again since: its thirty days have begun anew.
    if (technology.deletedAt > over) return new Date(technology.deletedAt.getTime() + RESTORABLE)
    const revisions = await tx.select().from(listingRevisions).where(eq(listingRevisions.technologyId, id))
    for (const revision of revisions) {
      const content = orderedContent({ ...blankContent(), name: revision.content.name })
      await tx.update(listingRevisions).set({ content, remarks: null, reason: null }).where(eq(listingRevisions.id, revision.id)).returning({ id: listingRevisions.id })
    }
    await tx.delete(listingFiles).where(eq(listingFiles.technologyId, id))
    await deriveListings(tx, [id], await bumpVersion(tx))
    await recordListing(tx, id, 'system', 'listing-erased', { revisions: revisions.length })
  })
