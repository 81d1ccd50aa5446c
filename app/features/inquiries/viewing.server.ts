import { eq, type SQL } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import type { companyContacts } from '#db/schema/catalogue.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches, inquiryContacts } from '#db/schema/inquiries.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { subjectOf, type Approach } from './moving.server.ts'
import type { DeskTask } from './tasks.server.ts'
import { contactOfApproach } from './telling.server.ts'

export interface SeenContact {
  organisation: string
  person: string
  channel: 'email' | 'phone' | 'wechat'
  address: string
}
export type SeenFirm = Pick<typeof companyContacts.$inferSelect, 'name' | 'department' | 'email' | 'phone' | 'wechat'> & { company: { ja: string | null; zh: string | null } }

/**
 * Shows a secretary who asked, and writes down that it was seen. After an introduction to a buyer without e-mail the
 * firm's contact is there too, for the office to pass on.
 */
export async function viewContact(tx: Writer, clerk: Secretary, inquiryId: string): Promise<{ contact: SeenContact | null; firms: SeenFirm[] } | null> {
  const [row] = await tx.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, inquiryId))
  if (!row) return null
  const contact = row.erasedAt ? null : { organisation: row.organisation, person: row.person, channel: row.channel, address: row.address }
  const firms = row.channel === 'email' ? [] : await introducedFirms(tx, inquiryId)
  const fields = [...(contact ? ['organisation', 'person', row.channel] : []), ...(firms.length > 0 ? ['firm'] : [])]
  await noteContactView(tx, clerk, subjectOf(inquiryId), fields)
  return { contact, firms }
}

/** The contact that a task is about: the buyer to tell, the firm to ring up; what is passed on only after both have agreed. */
export async function viewTaskContact(tx: Writer, clerk: Secretary, task: Pick<DeskTask, 'kind' | 'inquiryId' | 'approachId'>): Promise<{ contact: SeenContact | null; firms: SeenFirm[] }> {
  const [row] = task.kind === 'phone-firm' ? [] : await tx.select().from(inquiryContacts).where(eq(inquiryContacts.inquiryId, task.inquiryId))
  const contact = row && !row.erasedAt ? { organisation: row.organisation, person: row.person, channel: row.channel, address: row.address } : null
  const firms = task.kind === 'tell-buyer' ? [] : (await firmsSeen(tx, eq(approaches.id, task.approachId ?? ''))).filter((firm) => task.kind === 'phone-firm' || firm.released)
  await noteContactView(tx, clerk, subjectOf(task.inquiryId), [...(contact ? ['organisation', 'person', contact.channel] : []), ...(firms.length > 0 ? ['firm'] : [])])
  return { contact, firms: firms.map(({ released: _, ...firm }) => firm) }
}

const introducedFirms = async (tx: Writer, inquiryId: string): Promise<SeenFirm[]> =>
  (await firmsSeen(tx, eq(approaches.inquiryId, inquiryId))).filter((firm) => firm.released).map(({ released: _, ...firm }) => firm)

async function firmsSeen(tx: Writer, which: SQL): Promise<(SeenFirm & { released: boolean })[]> {
  const rows = await tx
    .select({ approach: approaches, company: { ja: companies.nameJa, zh: companies.nameZh } })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(which)
  const firms: (SeenFirm & { released: boolean })[] = []
  for (const { approach, company } of rows) {
    const contact = await contactOfApproach(tx, approach)
    if (contact) firms.push({ released: isReleased(approach), company, name: contact.name, department: contact.department, email: contact.email, phone: contact.phone, wechat: contact.wechat })
  }
  return firms
}

const isReleased = ({ stage, buyerConsentAt, firmConsentAt }: Approach) => Boolean(buyerConsentAt && firmConsentAt) && ['introduced', 'in-dialogue', 'agreed'].includes(stage)
