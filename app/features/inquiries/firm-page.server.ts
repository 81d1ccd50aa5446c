import { and, asc, eq, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryContacts, inquiryMessages } from '#db/schema/inquiries.ts'
import { shadeAddress } from './channel.ts'
import { filesShown } from './conversation/files.server.ts'
import { maskBuyer, maskPublished } from './masking.ts'
import { offersOfCase, publishedBuyer } from './needs/offering.server.ts'
import { saidColumns, technologiesOf, type Said } from './receipt.server.ts'
import { contactOfApproach } from './telling.server.ts'

/** One firm's case as its private page shows it: the question and a masked buyer. No person, no channel is read here. */
export async function readFirmPage(db: Reader, approachId: string) {
  const [row] = await db
    .select({ approach: approaches, inquiry: inquiries, company: { id: companies.id, ja: companies.nameJa, zh: companies.nameZh } })
    .from(approaches)
    .innerJoin(inquiries, eq(inquiries.id, approaches.inquiryId))
    .innerJoin(companies, eq(companies.id, approaches.companyId))
    .where(eq(approaches.id, approachId))
  if (!row) return null
  const { approach, inquiry, company } = row
  const messages: Said[] = await db
    .select(saidColumns)
    .from(inquiryMessages)
    .where(and(eq(inquiryMessages.approachId, approachId), or(eq(inquiryMessages.author, 'firm'), eq(inquiryMessages.audience, 'firm'))))
    .orderBy(asc(inquiryMessages.id))
  const technologies = await technologiesOf(db, inquiry.id)
  return {
    id: approach.id,
    inquiryId: inquiry.id,
    files: await filesShown(db, 'firm', approachId),
    stage: approach.stage,
    ticket: inquiry.ticket,
    kind: inquiry.kind,
    question: approach.question,
    askedAt: approach.createdAt,
    agreed: approach.firmConsentAt !== null,
    company: { ja: company.ja, zh: company.zh },
    offered: approach.offered,
    buyer: approach.offered ? maskPublished(await publishedBuyer(db, inquiry.id)) : maskBuyer(inquiry, await readOrganisationIfNamed(db, inquiry)),
    technologies: approach.offered ? ((await offersOfCase(db, [approach.id])).get(approach.id) ?? []) : technologies.filter((technology) => technology.company.id === company.id),
    messages,
  }
}
export type FirmPage = NonNullable<Awaited<ReturnType<typeof readFirmPage>>>

/** The buyer's organisation, read only where the buyer allowed naming it from the start. */
export async function readOrganisationIfNamed(db: Reader, inquiry: { id: string; nameToFirm: boolean }): Promise<string | null> {
  if (!inquiry.nameToFirm) return null
  const [row] = await db.select({ organisation: inquiryContacts.organisation }).from(inquiryContacts).where(eq(inquiryContacts.inquiryId, inquiry.id))
  return row?.organisation ?? null
}

/** The firm's own fields, as they would go out to the buyer; addresses shaded, because a link may be passed on. */
export async function readOwnFirmFields(db: Reader, approachId: string) {
  const [approach] = await db.select().from(approaches).where(eq(approaches.id, approachId))
  const contact = approach ? await contactOfApproach(db, approach) : null
  if (!contact) return null
  const { name, department, email, phone } = contact
  return { name, department, email: email && shadeAddress(email), phone: phone && shadeAddress(phone) }
}
