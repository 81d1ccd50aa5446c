import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies, listings, technologies } from '#db/schema/catalogue.ts'
import { approaches, inquiries, inquiryContacts, inquiryTechnologies, needs } from '#db/schema/inquiries.ts'
import { projects } from '#db/schema/projects.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { record } from '#app/platform/ledger.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { regions } from '../../inquiries/choices.ts'
import { subjectOf as caseOf } from '../../inquiries/moving.server.ts'
import { enterProject } from '../candidates/proposing.server.ts'
import type { EntryForm } from '../candidates/form.ts'
import { writePartyLines, type Name } from '../parties.ts'

/** The project that an inquiry has become already, or null. */
export async function projectOfInquiry(db: Reader, inquiryId: string) {
  const [row] = await db.select({ id: projects.id, titleJa: projects.titleJa, titleZh: projects.titleZh }).from(projects).where(eq(projects.originInquiryId, inquiryId))
  return row ?? null
}

/** A title to begin with, in the languages that are there: of the technology, else of the need as it was published. */
function titleOf(technology: Name | null, need: Name | null): Name {
  const inLanguage = (locale: Locale) => (technology?.[locale] ? translator(locale)('projectdesk:entry.titleOf', { name: technology[locale] }) : (need?.[locale] ?? null))
  return { ja: inLanguage('ja'), zh: inLanguage('zh') }
}

/** What an agreed case tells about the project it may become. Names the buyer’s organisation, hence the note of who saw it. */
export async function draftFromInquiry(tx: Writer, clerk: Secretary, inquiryId: string) {
  const [[inquiry], agreed, asked, [need]] = await Promise.all([
    tx.select({ region: inquiries.region, locale: inquiries.locale, organisation: inquiryContacts.organisation }).from(inquiries).innerJoin(inquiryContacts, eq(inquiryContacts.inquiryId, inquiries.id)).where(eq(inquiries.id, inquiryId)),
    tx.select({ id: companies.id, ja: companies.nameJa, zh: companies.nameZh }).from(approaches).innerJoin(companies, eq(companies.id, approaches.companyId)).where(and(eq(approaches.inquiryId, inquiryId), eq(approaches.stage, 'agreed'))).orderBy(asc(approaches.createdAt)),
    tx
      .select({ card: listings.card, companyId: technologies.companyId })
      .from(inquiryTechnologies)
      .innerJoin(technologies, eq(technologies.id, inquiryTechnologies.technologyId))
      .innerJoin(listings, eq(listings.technologyId, technologies.id))
      .where(eq(inquiryTechnologies.inquiryId, inquiryId))
      .orderBy(asc(inquiryTechnologies.id)),
    tx.select({ ja: needs.titleJa, zh: needs.titleZh, fields: needs.fields, region: needs.region }).from(needs).where(eq(needs.inquiryId, inquiryId)),
  ])
  if (!inquiry) return null
  await noteContactView(tx, clerk, caseOf(inquiryId), ['organisation'])
  const buyer = inquiry.locale === 'zh' ? { ja: null, zh: inquiry.organisation } : { ja: inquiry.organisation, zh: null }
  const firms = new Set(agreed.map(({ id }) => id))
  const chosen = asked.filter(({ companyId }) => firms.has(companyId))
  const cards = (chosen.length > 0 ? chosen : asked).map(({ card }) => card)
  const region = inquiry.region ?? need?.region ?? null
  return {
    title: titleOf(cards[0]?.name ?? null, need ?? null),
    technologies: asked.map(({ card }) => card.name),
    fields: [...new Set([...cards.flatMap((card) => card.fields), ...(need?.fields ?? [])])].slice(0, 6),
    region: (regions as readonly (string | null)[]).includes(region) ? region : null,
    japan: writePartyLines(agreed),
    china: writePartyLines([buyer]),
  }
}
export type Draft = NonNullable<Awaited<ReturnType<typeof draftFromInquiry>>>

/** An agreed case becomes a project in one step; both remember the other. */
export async function enterFromInquiry(tx: Writer, clerk: Secretary, inquiryId: string, form: EntryForm) {
  // Taken hold of, so that two clerks do not make two projects of one case.
  const [held] = await tx.update(inquiries).set({ stage: 'agreed' }).where(and(eq(inquiries.id, inquiryId), eq(inquiries.stage, 'agreed'))).returning({ id: inquiries.id })
  if (!held) return { ok: false, reason: 'already-moved' } as const
  const entered = await enterProject(tx, clerk, form, { inquiryId })
  if (entered.ok) await record(tx, caseOf(inquiryId), clerk.id, 'became-project', { project: entered.id })
  return entered
}
