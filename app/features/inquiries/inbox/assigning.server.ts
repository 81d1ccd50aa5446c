import { inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { holdInquiry, type Inquiry } from '../moving.server.ts'
import { isOpen } from '../stages.ts'
import { retime } from '../timing.server.ts'
import { colleague, handOver } from '../transferring.server.ts'
import type { offices } from './filter.ts'

export interface Assignment {
  ids: readonly string[]
  /** null leaves the owners as they are */
  ownerId: string | null
  office: (typeof offices)[number] | null
}
export type NotAssigned = 'ended' | 'not-yours' | 'unchanged'
export interface Assigned {
  done: string[]
  /** by ticket */
  refused: { ticket: string; reason: NotAssigned }[]
}

/**
 * Gives several cases to a colleague or an office at once. A manager may give anybody's; a secretary takes what nobody
 * has, and hands over what is their own. Each gets its line of history, each new owner one letter about all of them.
 * Null: whom it should go to cannot be given anything.
 */
export async function assignInquiries(tx: Writer, clerk: Secretary, { ids, ownerId, office }: Assignment): Promise<Assigned | null> {
  if (ownerId && !(await colleague(tx, ownerId))) return null
  const result: Assigned = { done: [], refused: [] }
  const given = new Map<string, Inquiry[]>()
  // In one order, so that two who assign the same cases do not wait for each other.
  for (const { id } of await tx.select({ id: inquiries.id }).from(inquiries).where(inArray(inquiries.id, [...new Set(ids)])).orderBy(inquiries.id)) {
    const before = (await holdInquiry(tx, id))!
    const refusal = refusalOf(clerk, before, ownerId)
    const inquiry = refusal ? null : await handOver(tx, clerk, before, { ownerId: ownerId ?? before.ownerId, office: office ?? before.office })
    if (!inquiry) {
      result.refused.push({ ticket: before.ticket, reason: refusal ?? 'unchanged' })
      continue
    }
    await retime(tx, id)
    result.done.push(inquiry.ticket)
    if (inquiry.ownerId && inquiry.ownerId !== clerk.id) given.set(inquiry.ownerId, [...(given.get(inquiry.ownerId) ?? []), inquiry])
  }
  await tellOwners(tx, clerk, given)
  return result
}

function refusalOf(clerk: Secretary, inquiry: Inquiry, ownerId: string | null): NotAssigned | null {
  if (!isOpen(inquiry.stage)) return 'ended'
  if (clerk.role === 'manager' || inquiry.ownerId === clerk.id || (!inquiry.ownerId && ownerId === clerk.id)) return null
  return 'not-yours'
}

async function tellOwners(tx: Writer, clerk: Secretary, given: ReadonlyMap<string, Inquiry[]>): Promise<void> {
  if (given.size === 0) return
  for (const owner of await tx.select().from(users).where(inArray(users.id, [...given.keys()]))) {
    const tickets = given.get(owner.id)!.map(({ ticket }) => ticket)
    const payload = { tickets: tickets.sort().join(' '), by: clerk.id }
    await queueLetter(tx, { kind: 'inquiries-assigned', subject: `user:${owner.id}`, recipient: owner.email, locale: owner.locale, payload })
  }
}
