import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { sessions } from '#db/schema/accounts.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { Holder } from './gate.server.ts'
import { subjectOf } from './mutations.server.ts'

/** Where somebody is signed in, newest first. */
export const sessionsOf = (db: Reader, userId: string) =>
  db
    .select({ id: sessions.id, device: sessions.device, since: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))

/** Ends one of the own sessions, whichever. */
export async function endSessionOf(tx: Writer, holder: Holder, id: string): Promise<void> {
  const ended = await tx.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, holder.id))).returning()
  if (ended.length > 0) await record(tx, subjectOf(holder.id), holder.id, 'session-ended')
}

/** Ends all of the own sessions but this one. */
export async function endOtherSessions(tx: Writer, holder: Holder, present: string | null): Promise<void> {
  const ended = await tx.delete(sessions).where(and(eq(sessions.userId, holder.id), ne(sessions.id, present ?? ''))).returning()
  if (ended.length > 0) await record(tx, subjectOf(holder.id), holder.id, 'sessions-ended', { n: ended.length })
}
