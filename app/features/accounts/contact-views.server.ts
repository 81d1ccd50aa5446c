import { desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { contactViews } from '#db/schema/inquiries.ts'
import { now } from '#app/platform/clock.ts'
import type { Secretary } from './gate.server.ts'

/** Writes down that somebody of the office looked at contact details: who, whose, which fields, when; never the details. */
export async function noteContactView(tx: Writer, clerk: Secretary, subject: string, fields: readonly string[]): Promise<void> {
  await tx.insert(contactViews).values({ actor: clerk.id, subject, fields: [...fields], at: now() })
}

const SHOWN = 20

/** Who has looked at the contacts of something, the latest first. */
export const latestViews = (db: Reader, subject: string) =>
  db
    .select({ id: contactViews.id, name: users.name, fields: contactViews.fields, at: contactViews.at })
    .from(contactViews)
    .leftJoin(users, eq(users.id, contactViews.actor))
    .where(eq(contactViews.subject, subject))
    .orderBy(desc(contactViews.at), desc(contactViews.id))
    .limit(SHOWN)
export type LatestView = Awaited<ReturnType<typeof latestViews>>[number]
