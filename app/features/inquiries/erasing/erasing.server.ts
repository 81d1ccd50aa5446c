import { and, eq, inArray, isNull, ne, notExists, notInArray } from 'drizzle-orm'
import { scrub, transact, type Writer } from '#db/index.ts'
import { approaches, deskTasks, documentReleases, erasureHolds, inquiries, inquiryContacts, inquiryFiles, inquiryMessages, needs, recognisedContacts, taskAttempts } from '#db/schema/inquiries.ts'
import { dropUnused } from '#app/features/catalogue/files/sweeping.server.ts'
import { now } from '#app/platform/clock.ts'
import { blankLettersAbout, dropLetterFiles } from '#app/platform/erased-letters.server.ts'
import { schedule, type Worker } from '#app/platform/jobs.server.ts'
import { revokeLinks } from '#app/platform/links.server.ts'
import { indexWords, settleWords } from '../inbox/words.server.ts'
import { recordCase, subjectOf } from '../moving.server.ts'
import { filesOfCases } from '../releasing/releases.server.ts'
import { openStages } from '../stages.ts'

export const ERASED_REMAINS = 'erased-remains'
/** Letters without a word of the buyer's: they tell that it is over, and go out all the same. */
const STILL_TO_SEND = ['approach-ended', 'inquiry-news']

/**
 * Erases who asked and every text of an ended case. What statistics count stays: ticket, stages, dates, office, region,
 * kind, fields and reasons, with the ledger; and the provision records, which the law wants kept. False when the case
 * is open, kept for a dispute, or erased already.
 * @param why at the buyer's request, or because its time is over
 */
export async function eraseCase(tx: Writer, id: string, actor: string, why: 'asked' | 'time'): Promise<boolean> {
  const kept = tx.select({ id: erasureHolds.inquiryId }).from(erasureHolds).where(eq(erasureHolds.inquiryId, id))
  const [erased] = await tx
    .update(inquiries)
    .set({ message: '', site: null, process: null, presentData: null, goal: null, nameToFirm: false, erasedAt: now() })
    .where(and(eq(inquiries.id, id), isNull(inquiries.erasedAt), notInArray(inquiries.stage, [...openStages]), notExists(kept)))
    .returning()
  if (!erased) return false
  await eraseContact(tx, id)
  const messages = await tx.delete(inquiryMessages).where(eq(inquiryMessages.inquiryId, id)).returning({ id: inquiryMessages.id })
  const files = await tx.delete(inquiryFiles).where(eq(inquiryFiles.inquiryId, id)).returning({ hash: inquiryFiles.hash })
  const tasks = tx.select({ id: deskTasks.id }).from(deskTasks).where(eq(deskTasks.inquiryId, id))
  await tx.update(taskAttempts).set({ note: null }).where(inArray(taskAttempts.taskId, tasks)).returning({ id: taskAttempts.id })
  await tx.update(needs).set({ titleJa: '', titleZh: '', textJa: '', textZh: '', searchText: '' }).where(eq(needs.inquiryId, id)).returning({ id: needs.id })
  for (const approach of await tx.update(approaches).set({ question: '' }).where(eq(approaches.inquiryId, id)).returning()) await revokeLinks(tx, 'answer', approach.id)
  for (const release of await tx.select().from(documentReleases).where(eq(documentReleases.inquiryId, id))) await revokeLinks(tx, 'document', release.id)
  const letters = await blankLettersAbout(tx, subjectOf(id), STILL_TO_SEND)
  await indexWords(tx, id)
  await recordCase(tx, id, actor, 'erased', { why, messages: messages.length, files: files.length, letters })
  await schedule(tx, ERASED_REMAINS, `${ERASED_REMAINS}:${id}`, now(), { inquiry: id, files: files.map((file) => file.hash).join(' ') })
  return true
}

/** Of the contact its channel is left. An intermediary is forgotten with the last case of its address. */
async function eraseContact(tx: Writer, inquiryId: string): Promise<void> {
  const [contact] = await tx.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, inquiryId))
  if (!contact) return
  await tx.update(inquiryContacts).set({ organisation: '', person: '', address: '', addressKey: '', erasedAt: now() }).where(eq(inquiryContacts.inquiryId, inquiryId)).returning()
  const [other] = await tx.select({ id: inquiryContacts.inquiryId }).from(inquiryContacts).where(and(eq(inquiryContacts.addressKey, contact.addressKey), ne(inquiryContacts.inquiryId, inquiryId))).limit(1)
  if (!other) await tx.delete(recognisedContacts).where(eq(recognisedContacts.addressKey, contact.addressKey))
}

/** The worker for what no transaction reaches: letters and files on the disk, the deeper layers of the index. */
export const clearRemains: Worker = async ({ payload }) => {
  await dropLetterFiles(subjectOf(payload.inquiry ?? ''))
  await dropUnused((payload.files ?? '').split(' ').filter(Boolean), [filesOfCases])
  await transact((tx) => settleWords(tx))
  await scrub()
}
