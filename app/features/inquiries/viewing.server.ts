import { and, eq, inArray } from 'drizzle-orm'
import type { Writer } from '#db/index.ts'
import type { companyContacts } from '#db/schema/catalogue.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches, inquiryContacts } from '#db/schema/inquiries.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { contactOfApproach } from './telling.server.ts'
import { subjectOf } from './moving.server.ts'

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

async function introducedFirms(tx: Writer, inquiryId: string): Promise<SeenFirm[]> {
  const rows = await tx
    .select({ approach: approaches, company: { ja: companies.nameJa, zh: companies.nameZh } })
    .from(approaches)
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(and(eq(approaches.inquiryId, inquiryId), inArray(approaches.stage, ['introduced', 'in-dialogue'])))
  const firms: SeenFirm[] = []
  for (const { approach, company } of rows) {
    const contact = await contactOfApproach(tx, approach)
    if (contact) firms.push({ company, name: contact.name, department: contact.department, email: contact.email, phone: contact.phone, wechat: contact.wechat })
  }
  return firms
}
