import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { inquiryMessages } from '#db/schema/inquiries.ts'

/** One message of a case, or null when it belongs to another one. */
export async function readMessage(db: Reader, inquiryId: string, id: number) {
  if (!Number.isInteger(id)) return null
  const [message] = await db.select().from(inquiryMessages).where(and(eq(inquiryMessages.id, id), eq(inquiryMessages.inquiryId, inquiryId)))
  return message ?? null
}
