import { and, count, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, companyDrafts, invitations, joinings, mergedCompanies, tableImports, technologies } from '#db/schema/catalogue.ts'
import { approaches } from '#db/schema/inquiries.ts'
import type { Manager } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { queueLetter } from '#app/platform/mail.server.ts'
import { deriveListings } from '../derivation.server.ts'
import type { Company } from '../drafts.ts'
import { saveCompany } from '../mutations.server.ts'
import { peopleOf } from '../revising/telling.server.ts'
import { bumpVersion } from '../version.server.ts'
import { isPresent } from './deciding.server.ts'

export type Merged = { ok: true } | { ok: false; reason: 'no-company' | 'same' | 'already-moved' }

/** What a merger moves, for whoever confirms it. */
export async function whatMoves(db: Reader, companyId: string) {
  const [people, contacts, owned, asked, drafts] = await Promise.all([
    db.$count(users, and(eq(users.companyId, companyId), isNull(users.disabledAt))),
    db.$count(companyContacts, eq(companyContacts.companyId, companyId)),
    db.$count(technologies, eq(technologies.companyId, companyId)),
    db.select({ n: count() }).from(approaches).where(eq(approaches.companyId, companyId)),
    db.$count(companyDrafts, eq(companyDrafts.companyId, companyId)),
  ])
  return { technologies: owned, people, contacts, approaches: asked[0]?.n ?? 0, draft: drafts > 0 }
}

/** The names that the target does not have yet. */
export const namesTakenOver = (from: Company, into: Company): string[] => {
  const own = new Set([into.nameJa, into.nameZh, into.nameEn, ...into.formerNames])
  return [...new Set([from.nameJa, from.nameZh, from.nameEn, ...from.formerNames])].filter((name): name is string => name !== null && !own.has(name))
}

/**
 * Makes two entries of one firm one: technologies, people, contacts and cases go to the other; this one stays as an empty
 * entry whose address leads there. A case that both firms were asked about stays where it is.
 */
export async function mergeCompanies(tx: Writer, manager: Manager, fromId: string, intoId: string): Promise<Merged> {
  if (fromId === intoId) return { ok: false, reason: 'same' }
  const held = await tx.update(companies).set({ updatedAt: now() }).where(inArray(companies.id, [fromId, intoId])).returning()
  const from = held.find((one) => one.id === fromId)
  const into = held.find((one) => one.id === intoId)
  if (!from || !into || !(await isPresent(tx, intoId))) return { ok: false, reason: 'no-company' }
  const [first] = await tx.insert(mergedCompanies).values({ companyId: fromId, intoId, at: now() }).onConflictDoNothing().returning()
  if (!first) return { ok: false, reason: 'already-moved' }
  await tx.update(mergedCompanies).set({ intoId }).where(eq(mergedCompanies.intoId, fromId)).returning()

  const before = await peopleOf(tx, fromId)
  const moved = await moveBelongings(tx, fromId, intoId)
  await saveCompany(tx, { ...into, formerNames: [...into.formerNames, ...namesTakenOver(from, into)] }, manager.id)
  await saveCompany(tx, { ...from, state: 'unpublished' }, manager.id)
  await deriveListings(tx, moved, await bumpVersion(tx))
  await record(tx, `company:${fromId}`, manager.id, 'company-merged', { into: intoId })
  await record(tx, `company:${intoId}`, manager.id, 'company-taken-in', { from: fromId, technologies: moved.length, people: before.length })
  for (const { email, locale } of before) {
    await queueLetter(tx, { kind: 'company-merged', subject: `company:${intoId}`, recipient: email, locale, payload: { from: fromId, into: intoId } })
  }
  return { ok: true }
}

/** Returns the ids of the technologies that moved. */
async function moveBelongings(tx: Writer, fromId: string, intoId: string): Promise<string[]> {
  const companyId = intoId
  const moved = await tx.update(technologies).set({ companyId }).where(eq(technologies.companyId, fromId)).returning({ id: technologies.id })
  await tx.update(users).set({ companyId }).where(eq(users.companyId, fromId)).returning({ id: users.id })
  await tx.update(companyContacts).set({ companyId }).where(eq(companyContacts.companyId, fromId)).returning({ id: companyContacts.id })
  await tx.update(joinings).set({ companyId }).where(eq(joinings.companyId, fromId)).returning({ id: joinings.id })
  await tx.update(tableImports).set({ companyId }).where(eq(tableImports.companyId, fromId)).returning({ id: tableImports.id })
  await tx.delete(companyDrafts).where(eq(companyDrafts.companyId, fromId))
  const invited = tx.select({ email: invitations.email }).from(invitations).where(eq(invitations.companyId, intoId))
  await tx.update(invitations).set({ companyId }).where(and(eq(invitations.companyId, fromId), notInArray(invitations.email, invited))).returning({ id: invitations.id })
  await tx.delete(invitations).where(eq(invitations.companyId, fromId))
  const both = tx.select({ id: approaches.inquiryId }).from(approaches).where(eq(approaches.companyId, intoId))
  await tx.update(approaches).set({ companyId }).where(and(eq(approaches.companyId, fromId), notInArray(approaches.inquiryId, both))).returning({ id: approaches.id })
  return moved.map((row) => row.id)
}
