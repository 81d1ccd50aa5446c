import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { privateLinks } from '#db/schema/platform.ts'
import { now } from './clock.ts'
import { isSigned, sign } from './secrets.server.ts'

export type Purpose = 'document' | 'receipt' | 'answer' | 'activation' | 'reset' | 'email' | 'join' | 'still-correct' | 'title' | 'project-life' | 'survey'
export type PrivateLink = typeof privateLinks.$inferSelect

const tokenOf = (id: string, generation: number) => `${id.replaceAll('-', '')}${sign('link', `${id}.${generation}`).slice(0, 22)}`

/** Opens a private link. Nothing secret is stored: the token follows from id, generation and the site's key. */
export async function openLink(tx: Writer, purpose: Purpose, subject: string, expiresAt: Date | null): Promise<string> {
  const [row] = await tx
    .insert(privateLinks)
    .values({ purpose, subject, generation: 1, expiresAt, createdAt: now() })
    .returning()
  return tokenOf(row!.id, row!.generation)
}

/** The token of the newest living link of a subject, or null. Used when a letter or a page shows it. */
export async function currentToken(db: Reader, purpose: Purpose, subject: string): Promise<string | null> {
  const [row] = await db
    .select()
    .from(privateLinks)
    .where(and(eq(privateLinks.subject, subject), eq(privateLinks.purpose, purpose), isNull(privateLinks.revokedAt)))
    .orderBy(desc(privateLinks.createdAt), desc(privateLinks.id))
    .limit(1)
  return row && (!row.expiresAt || row.expiresAt > now()) ? tokenOf(row.id, row.generation) : null
}

/** A new generation: the earlier address stops working, the new token is returned. */
export async function renewLink(tx: Writer, link: PrivateLink, expiresAt: Date | null): Promise<string> {
  const [row] = await tx
    .update(privateLinks)
    .set({ generation: link.generation + 1, expiresAt, revokedAt: null, usedAt: null })
    .where(and(eq(privateLinks.id, link.id), eq(privateLinks.generation, link.generation)))
    .returning()
  if (!row) throw new Error('the link was renewed by somebody else')
  return tokenOf(row.id, row.generation)
}

/** What a token opens, or null when it is guessed, expired, revoked or of another purpose. */
export async function readLink(db: Reader, purpose: Purpose, token: string): Promise<PrivateLink | null> {
  const match = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{22})$/.exec(token)
  if (!match) return null
  const id = match.slice(1, 6).join('-')
  const [row] = await db.select().from(privateLinks).where(eq(privateLinks.id, id))
  if (!row || row.purpose !== purpose || row.revokedAt) return null
  if (row.expiresAt && row.expiresAt <= now()) return null
  const expected = tokenOf(row.id, row.generation)
  return isSigned('compare', expected, sign('compare', token)) ? row : null
}

/** Marks a single-use link as used; false when somebody was first. */
export async function useLink(tx: Writer, link: PrivateLink): Promise<boolean> {
  const used = await tx
    .update(privateLinks)
    .set({ usedAt: now(), revokedAt: now() })
    .where(and(eq(privateLinks.id, link.id), eq(privateLinks.generation, link.generation), isNull(privateLinks.usedAt)))
    .returning()
  return used.length === 1
}

/** The newest link of a subject, living or not. */
export async function newestLink(db: Reader, purpose: Purpose, subject: string): Promise<PrivateLink | null> {
  const [row] = await db
    .select()
    .from(privateLinks)
    .where(and(eq(privateLinks.subject, subject), eq(privateLinks.purpose, purpose)))
    .orderBy(desc(privateLinks.createdAt), desc(privateLinks.id))
    .limit(1)
  return row ?? null
}

/** Ends every link of a subject; a renewed one opens it again. */
export async function revokeLinks(tx: Writer, purpose: Purpose, subject: string): Promise<number> {
  const ended = await tx
    .update(privateLinks)
    .set({ revokedAt: now() })
    .where(and(eq(privateLinks.subject, subject), eq(privateLinks.purpose, purpose), isNull(privateLinks.revokedAt)))
    .returning()
  return ended.length
}
