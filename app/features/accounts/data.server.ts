import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { readLink, type PrivateLink } from '#app/platform/links.server.ts'

export type User = typeof users.$inferSelect

export async function userByEmail(db: Reader, email: string): Promise<User | null> {
  const [user] = await db.select().from(users).where(eq(users.email, email.trim().toLowerCase()))
  return user ?? null
}

export async function userById(db: Reader, id: string): Promise<User | null> {
  const [user] = await db.select().from(users).where(eq(users.id, id))
  return user ?? null
}

export const listStaff = (db: Reader): Promise<User[]> =>
  db.select().from(users).where(inArray(users.role, ['secretary', 'manager'])).orderBy(asc(users.createdAt), asc(users.email))

export async function staffById(db: Reader, id: string): Promise<User | null> {
  const user = await userById(db, id)
  return user && user.role !== 'registrant' ? user : null
}

export type AccountState = 'active' | 'waiting' | 'disabled' | 'demo'
export const stateOf = (user: User): AccountState => (user.disabledAt ? 'disabled' : user.demo ? 'demo' : user.passwordHash ? 'active' : 'waiting')

/** Whether the account has everything that signing in takes; a firm's people prove their address first. */
export const maySignIn = (user: User): boolean => !user.disabledAt && user.passwordHash !== null && (user.role !== 'registrant' || user.confirmedAt !== null)

/** The account a one-time link is for, or null when the link is guessed, used, expired or revoked. */
export const readActivation = (db: Reader, token: string) => readAccountLink(db, 'activation', token)

export async function readAccountLink(db: Reader, purpose: 'activation' | 'reset' | 'email', token: string): Promise<{ link: PrivateLink; user: User } | null> {
  const link = await readLink(db, purpose, token)
  if (!link) return null
  const [user] = await db.select().from(users).where(and(eq(users.id, link.subject.replace('user:', '')), isNull(users.disabledAt)))
  return user ? { link, user } : null
}
