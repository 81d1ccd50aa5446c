import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companyContacts, joinings } from '#db/schema/catalogue.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Person, Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import type { ContactForm } from './form.ts'
import { subjectOf } from './joining.server.ts'

export type Contact = typeof companyContacts.$inferSelect
const firm = (companyId: string) => `company:${companyId}`

/** In the order in which inquiries reach them: the first with an e-mail address gets the letters. */
export const contactsOf = (db: Reader, companyId: string): Promise<Contact[]> =>
  db.select().from(companyContacts).where(eq(companyContacts.companyId, companyId)).orderBy(asc(companyContacts.createdAt), asc(companyContacts.id))

export async function readContact(db: Reader, companyId: string, id: string): Promise<Contact | null> {
  const [row] = await db.select().from(companyContacts).where(and(eq(companyContacts.id, id), eq(companyContacts.companyId, companyId)))
  return row ?? null
}

const columnsOf = ({ language, ...contact }: ContactForm) => ({ ...contact, locale: language })

export async function addContact(tx: Writer, by: Person, companyId: string, form: ContactForm): Promise<void> {
  await tx.insert(companyContacts).values({ ...columnsOf(form), companyId, createdAt: now() })
  await record(tx, firm(companyId), by.id, 'contact-added')
}

export async function changeContact(tx: Writer, by: Person, companyId: string, id: string, form: ContactForm): Promise<boolean> {
  const [changed] = await tx.update(companyContacts).set(columnsOf(form)).where(and(eq(companyContacts.id, id), eq(companyContacts.companyId, companyId))).returning({ id: companyContacts.id })
  if (changed) await record(tx, firm(companyId), by.id, 'contact-changed')
  return changed !== undefined
}

export async function removeContact(tx: Writer, by: Person, companyId: string, id: string): Promise<boolean> {
  const [gone] = await tx.delete(companyContacts).where(and(eq(companyContacts.id, id), eq(companyContacts.companyId, companyId))).returning({ id: companyContacts.id })
  if (gone) await record(tx, firm(companyId), by.id, 'contact-removed')
  return gone !== undefined
}

/** Shows a secretary who asked how to reach a firm, and writes down that it was seen. */
export async function viewFirmContacts(tx: Writer, clerk: Secretary, companyId: string) {
  const contacts = await contactsOf(tx, companyId)
  const people = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.companyId, companyId), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
  await noteContactView(tx, clerk, firm(companyId), [...(people.length > 0 ? ['people'] : []), ...(contacts.length > 0 ? ['contacts'] : [])])
  return { contacts, people }
}

/** As above, for the one contact that a secretary is about to change. */
export async function viewFirmContact(tx: Writer, clerk: Secretary, companyId: string, id: string): Promise<Contact | null> {
  const contact = await readContact(tx, companyId, id)
  if (contact) await noteContactView(tx, clerk, firm(companyId), ['contact'])
  return contact
}

/** The address of somebody who asks to join. */
export async function viewApplicant(tx: Writer, clerk: Secretary, joiningId: string): Promise<{ name: string; email: string } | null> {
  const [person] = await tx.select({ name: users.name, email: users.email }).from(joinings).innerJoin(users, eq(users.id, joinings.userId)).where(eq(joinings.id, joiningId))
  if (person) await noteContactView(tx, clerk, subjectOf(joiningId), ['email'])
  return person ?? null
}
