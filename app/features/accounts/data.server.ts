import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { readLink, type PrivateLink } from '#app/platform/links.server.ts'

export type User = typeof users.$inferSelect

export async function userByEmail(db: Reader, email: string): Promise<User | null> {
  const [user] = await db.select().from(users).where(eq(users.email, email.trim().toLowerCase()))
  return user ?? null
}

export const listStaff = (db: Reader): Promise<User[]> =>
  db.select().from(users).where(inArray(users.role, ['secretary', 'manager'])).orderBy(asc(users.createdAt), asc(users.email))

/** The account a one-time link is for, or null when the link is guessed, used, expired or revoked. */
export async function readActivation(db: Reader, token: string): Promise<{ link: PrivateLink; user: User } | null> {
  const link = await readLink(db, 'activation', token)
  if (!link) return null
  const [user] = await db.select().from(users).where(and(eq(users.id, link.subject.replace('user:', '')), isNull(users.disabledAt)))
  return user ? { link, user } : null
}
