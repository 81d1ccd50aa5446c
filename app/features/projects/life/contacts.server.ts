import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { partyContacts, projectParties, projectStates } from '#db/schema/projects.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { ContactForm } from './form.ts'
import { hold, subjectOf } from './recording.server.ts'

export type Contact = typeof partyContacts.$inferSelect
type Party = Pick<typeof projectParties.$inferSelect, 'id' | 'projectId'>

const living = (partyId: string) => and(eq(partyContacts.partyId, partyId), isNull(partyContacts.erasedAt))

/** @param by a user's id, or `party`: who proposed a project gave them */
export async function addPartyContact(tx: Writer, by: string, party: Party, { language, ...contact }: ContactForm): Promise<void> {
  await tx.insert(partyContacts).values({ ...contact, locale: language, partyId: party.id, createdAt: now() })
  // Says that the project was touched: what somebody has worked on is not taken back with its table.
  await hold(tx, party.projectId, ...projectStates)
  await record(tx, subjectOf(party.projectId), by, 'party-contact-added', { party: party.id })
}

/** Shows a secretary who asked how to reach a party, and writes down that it was seen. */
export async function viewPartyContacts(tx: Writer, clerk: Secretary, party: Party): Promise<Contact[]> {
  const contacts = await tx.select().from(partyContacts).where(living(party.id)).orderBy(asc(partyContacts.createdAt), asc(partyContacts.id))
  await noteContactView(tx, clerk, `party:${party.id}`, contacts.length > 0 ? ['contacts'] : [])
  return contacts
}

/** Empties the row: that there was a contact stays, nothing of the person does. */
export async function erasePartyContact(tx: Writer, clerk: Secretary, party: Party, contactId: string): Promise<boolean> {
  const [gone] = await tx
    .update(partyContacts)
    .set({ person: '', role: null, email: null, phone: null, wechat: null, erasedAt: now() })
    .where(and(eq(partyContacts.id, contactId), living(party.id)))
    .returning({ id: partyContacts.id })
  if (gone) await record(tx, subjectOf(party.projectId), clerk.id, 'party-contact-erased', { party: party.id })
  return gone !== undefined
}

/** Who of each present party a letter reaches: its first contact with an e-mail address. For delivery only, never for a page. */
export async function reachable(db: Reader, projectId: string): Promise<{ partyId: string; side: 'japan' | 'china'; askedAt: Date | null; email: string; locale: string }[]> {
  const rows = await db
    .select({ partyId: projectParties.id, side: projectParties.side, askedAt: projectParties.askedAt, email: partyContacts.email, locale: partyContacts.locale })
    .from(partyContacts)
    .innerJoin(projectParties, eq(projectParties.id, partyContacts.partyId))
    .where(and(eq(projectParties.projectId, projectId), isNull(projectParties.untilOn), isNull(partyContacts.erasedAt), isNotNull(partyContacts.email)))
    .orderBy(asc(projectParties.position), asc(partyContacts.createdAt), asc(partyContacts.id))
  const first = new Map(rows.toReversed().map((row) => [row.partyId, { ...row, email: row.email! }]))
  return [...first.values()].reverse()
}
