/** The only file that names Lucia (frozen upstream): sessions over our own tables, cookies, expiry. */
import { randomBytes } from 'node:crypto'
import { eq, lte } from 'drizzle-orm'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import { db, transact } from '#db/index.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { clockOffset, now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { deviceInWords } from './devices.ts'

type UserRow = typeof users.$inferSelect
export type Person = Pick<UserRow, 'id' | 'email' | 'name' | 'role' | 'office' | 'locale' | 'companyId' | 'demo' | 'totpSince'>

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: UserRow
    DatabaseSessionAttributes: { device: string }
  }
}

/** Lucia reads the machine's clock, the rows keep the site's; they differ only where a test moves time. */
const bySite = (at: Date) => new Date(at.getTime() + clockOffset())
const byMachine = (at: Date) => new Date(at.getTime() - clockOffset())
const asLucia = ({ id, userId, expiresAt, device }: typeof sessions.$inferSelect): DatabaseSession => ({ id, userId, expiresAt: byMachine(expiresAt), attributes: { device } })

const adapter: Adapter = {
  async getSessionAndUser(id) {
    const [row] = await db.select({ session: sessions, user: users }).from(sessions).innerJoin(users, eq(users.id, sessions.userId)).where(eq(sessions.id, id))
    if (!row) return [null, null]
    return [asLucia(row.session), row.user.disabledAt ? null : { id: row.user.id, attributes: row.user }]
  },
  async getUserSessions(userId) {
    return (await db.select().from(sessions).where(eq(sessions.userId, userId))).map(asLucia)
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await transact((tx) => tx.insert(sessions).values({ ...attributes, id, userId, expiresAt: bySite(expiresAt), createdAt: now() }).returning())
  },
  async updateSessionExpiration(id, expiresAt) {
    await transact((tx) => tx.update(sessions).set({ expiresAt: bySite(expiresAt) }).where(eq(sessions.id, id)).returning())
  },
  async deleteSession(id) {
    await transact((tx) => tx.delete(sessions).where(eq(sessions.id, id)).returning())
  },
  async deleteUserSessions(userId) {
    await transact((tx) => tx.delete(sessions).where(eq(sessions.userId, userId)).returning())
  },
  async deleteExpiredSessions() {
    await transact((tx) => tx.delete(sessions).where(lte(sessions.expiresAt, now())).returning())
  },
}

const lucia = new Lucia(adapter, {
  // Slides: half-way through, a visit starts the fourteen days anew.
  sessionExpiresIn: new TimeSpan(14, 'd'),
  // The row decides how long a session lives; a cookie that outlives it needs no renewal on every page.
  sessionCookie: { name: 'session', expires: false, attributes: { secure: env.origin.startsWith('https:'), sameSite: 'lax', path: '/' } },
  getUserAttributes: ({ email, name, role, office, locale, companyId, demo, totpSince }) => ({ email, name, role, office, locale, companyId, demo, totpSince }),
})

function tokenOf(request: Request): string | null {
  return /(?:^|;\s*)session=([\w-]{43})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
}

/** Starts a session in place of the one the request came with; returns the `Set-Cookie` line. */
export async function startSession(userId: string, request: Request): Promise<string> {
  await endSession(request)
  await lucia.deleteExpiredSessions()
  const token = randomBytes(32).toString('base64url')
  await lucia.createSession(userId, { device: deviceInWords(request.headers.get('user-agent')) }, { sessionId: sha256(token) })
  return lucia.createSessionCookie(token).serialize()
}

/** The id of the session that the request came with, as the table knows it. */
export function presentSession(request: Request): string | null {
  const token = tokenOf(request)
  return token ? sha256(token) : null
}

/** Who sent the request, or null; people whose account was disabled are nobody. */
export async function sessionPerson(request: Request): Promise<Person | null> {
  const token = tokenOf(request)
  return token ? (await lucia.validateSession(sha256(token))).user : null
}

/** Ends the session of the request; returns the `Set-Cookie` line that empties the cookie. */
export async function endSession(request: Request): Promise<string> {
  const token = tokenOf(request)
  if (token) await lucia.invalidateSession(sha256(token))
  return lucia.createBlankSessionCookie().serialize()
}
