import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { joinings } from '#db/schema/catalogue.ts'
import { readLink, type PrivateLink } from '#app/platform/links.server.ts'
import { joiningOf, type Joining } from './joining.server.ts'

export const PER_PAGE = 50
export const shownStates = ['waiting', 'decided'] as const
export type ShownState = (typeof shownStates)[number]
const statesOf = { waiting: ['waiting'], decided: ['approved', 'merged', 'rejected'] } as const

/** What a confirmation link is for, or null when it is guessed, used, expired or replaced. */
export async function readConfirmation(db: Reader, token: string): Promise<{ link: PrivateLink; joining: Joining; person: string } | null> {
  const link = await readLink(db, 'join', token)
  if (!link) return null
  const [row] = await db.select({ joining: joinings, person: users.name }).from(joinings).innerJoin(users, eq(users.id, joinings.userId)).where(eq(joinings.id, joiningOf(link)))
  return row?.joining.state === 'unconfirmed' ? { link, ...row } : null
}

/** What somebody without a firm waits for: the newest they asked, or null. */
export async function joiningOfPerson(db: Reader, userId: string): Promise<Joining | null> {
  const [row] = await db.select().from(joinings).where(eq(joinings.userId, userId)).orderBy(desc(joinings.createdAt), desc(joinings.id)).limit(1)
  return row ?? null
}

/** The queue of the desk, oldest first; or what was decided, newest first. */
export async function listJoinings(db: Reader, shown: ShownState, page: number) {
  const among = inArray(joinings.state, [...statesOf[shown]])
  const order = shown === 'waiting' ? [joinings.createdAt, joinings.id] : [desc(joinings.createdAt), desc(joinings.id)]
  const [rows, waiting, decided] = await Promise.all([
    db
      .select({ id: joinings.id, state: joinings.state, content: joinings.content, createdAt: joinings.createdAt, person: users.name })
      .from(joinings)
      .innerJoin(users, eq(users.id, joinings.userId))
      .where(among)
      .orderBy(...order)
      .limit(PER_PAGE)
      .offset((page - 1) * PER_PAGE),
    db.$count(joinings, eq(joinings.state, 'waiting')),
    db.$count(joinings, inArray(joinings.state, [...statesOf.decided])),
  ])
  return { rows, counts: { waiting, decided } }
}

export interface AskedToJoin {
  joining: Joining
  person: { id: string; name: string; email: string; locale: string }
  decidedBy: string | null
}

/** One of them, as the desk judges it; what nobody confirmed is nobody's business. */
export async function readJoining(db: Reader, id: string): Promise<AskedToJoin | null> {
  const [row] = await db
    .select({ joining: joinings, person: { id: users.id, name: users.name, email: users.email, locale: users.locale } })
    .from(joinings)
    .innerJoin(users, eq(users.id, joinings.userId))
    .where(and(eq(joinings.id, id), inArray(joinings.state, [...statesOf.waiting, ...statesOf.decided])))
  if (!row) return null
  const [decider] = row.joining.decidedBy ? await db.select({ name: users.name }).from(users).where(eq(users.id, row.joining.decidedBy)) : []
  return { ...row, decidedBy: decider?.name ?? null }
}
