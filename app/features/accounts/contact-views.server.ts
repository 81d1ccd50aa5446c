import type { Writer } from '#db/index.ts'
import { contactViews } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import type { Secretary } from './gate.server.ts'

/** Writes down that somebody of the office looked at contact details: who, whose, which fields, when; never the details. */
export async function noteContactView(tx: Writer, clerk: Secretary, subject: string, fields: readonly string[]): Promise<void> {
  await tx.insert(contactViews).values({ actor: clerk.id, subject, fields: [...fields], at: now() })
}
