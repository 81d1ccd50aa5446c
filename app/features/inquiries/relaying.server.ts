import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { inquiryMessages } from '#db/schema/inquiries.ts'

/** The newest words of this firm or the buyer that were not passed on yet: what the desk would relay next. The buyer's first words went out with the question. */
export async function wordsToRelay(db: Reader, inquiryId: string, approachId: string) {
  const relayed = db.select({ id: inquiryMessages.relayOf }).from(inquiryMessages).where(eq(inquiryMessages.inquiryId, inquiryId))
  const done = new Set((await relayed).map((row) => row.id))
  const rows = await db
    .select({ id: inquiryMessages.id, author: inquiryMessages.author, kind: inquiryMessages.kind, body: inquiryMessages.body, translation: inquiryMessages.translation })
    .from(inquiryMessages)
    .where(
      and(
        eq(inquiryMessages.inquiryId, inquiryId),
        inArray(inquiryMessages.author, ['buyer', 'firm']),
        or(eq(inquiryMessages.approachId, approachId), isNull(inquiryMessages.approachId)),
      ),
    )
    .orderBy(desc(inquiryMessages.id))
  return rows.find((row) => !done.has(row.id) && !(row.author === 'buyer' && row.kind === 'question')) ?? null
}
