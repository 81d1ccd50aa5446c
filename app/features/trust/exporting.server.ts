import { and, asc, desc, eq, gte, inArray, isNull, lt, notInArray } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts } from '#db/schema/catalogue.ts'
import { contactExports, inquiries, inquiryContacts } from '#db/schema/inquiries.ts'
import { noteContactView } from '#app/features/accounts/contact-views.server.ts'
import type { Manager } from '#app/features/accounts/gate.server.ts'
import { openStages } from '#app/features/inquiries/stages.ts'
import { momentsOf } from '#app/features/insights/period.ts'
import { now, today } from '#app/platform/clock.ts'
import { csvText } from '#app/platform/csv.ts'
import { record } from '#app/platform/ledger.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { exportFields, type CompanyExport, type InquiryExport } from './form.ts'

type Row = (string | number | null)[]

/**
 * Puts on record that personal data leaves the house — who, what, which of it, how many, why — and only then hands the
 * file out, of one moment with the record.
 */
export async function exportContacts(tx: Writer, by: Manager, form: InquiryExport | CompanyExport, locale: Locale): Promise<{ body: string; name: string }> {
  const { what, reason, ...filter } = form
  const rows = form.what === 'inquiries' ? await inquiryRows(tx, form, locale) : await companyRows(tx, form, locale)
  const fields = [...exportFields[what]]
  const [kept] = await tx.insert(contactExports).values({ actor: by.id, what, filter, fields, n: rows.length, reason, at: now() }).returning()
  const subject = `export:${kept!.id}`
  await noteContactView(tx, by, subject, fields)
  await record(tx, subject, by.id, 'contacts-exported', { what, n: rows.length })
  const t = translator(locale)
  const head = what === 'inquiries' ? inquiryColumns.map((column) => t(`trust:columns.${column}`)) : companyColumns.map((column) => t(`trust:columns.${column}`))
  return { body: csvText([head, ...rows]), name: `${what}-${today()}-${kept!.id}.csv` }
}

const inquiryColumns = ['ticket', 'receivedOn', 'stage', 'kind', 'office', 'owner', 'organisation', 'organisationKind', 'region', 'person', 'channel', 'address'] as const
const companyColumns = ['company', 'companyZh', 'person', 'department', 'email', 'phone', 'wechat', 'language'] as const

async function inquiryRows(db: Reader, { from, to, state, office }: InquiryExport, locale: Locale): Promise<Row[]> {
  const { start, end } = momentsOf({ from, to })
  const open = [...openStages]
  const rows = await db
    .select({ inquiry: inquiries, contact: inquiryContacts, owner: users.name })
    .from(inquiries)
    .innerJoin(inquiryContacts, eq(inquiryContacts.inquiryId, inquiries.id))
    .leftJoin(users, eq(users.id, inquiries.ownerId))
    .where(
      and(
        gte(inquiries.createdAt, start),
        lt(inquiries.createdAt, end),
        isNull(inquiries.erasedAt),
        office ? eq(inquiries.office, office) : undefined,
        state === 'all' ? undefined : state === 'open' ? inArray(inquiries.stage, open) : notInArray(inquiries.stage, open),
      ),
    )
    .orderBy(asc(inquiries.createdAt), asc(inquiries.id))
  const t = translator(locale)
  return rows.map(({ inquiry, contact, owner }) => [
    inquiry.ticket,
    today(inquiry.createdAt),
    t(`desk:inquiries.stage.${inquiry.stage}`),
    t(`inquiries:kind.${inquiry.kind}`),
    inquiry.office && t(`casework:offices.${inquiry.office}`),
    owner,
    contact.organisation,
    t(`inquiries:organisationKind.${inquiry.organisationKind}`),
    inquiry.region,
    contact.person,
    t(`inquiries:channel.${contact.channel}`),
    contact.address,
  ])
}

async function companyRows(db: Reader, { firms }: CompanyExport, locale: Locale): Promise<Row[]> {
  const rows = await db
    .select({ contact: companyContacts, ja: companies.nameJa, zh: companies.nameZh })
    .from(companyContacts)
    .innerJoin(companies, eq(companies.id, companyContacts.companyId))
    .where(firms === 'published' ? eq(companies.state, 'published') : undefined)
    .orderBy(asc(companies.sortKana), asc(companies.id), asc(companyContacts.createdAt), asc(companyContacts.id))
  const t = translator(locale)
  return rows.map(({ contact, ja, zh }) => [ja ?? zh, zh, contact.name, contact.department, contact.email, contact.phone, contact.wechat, t(`desk:inquiries.case.langs.${contact.locale === 'zh' ? 'zh' : 'ja'}`)])
}

/** The record of exports, the newest first. */
export const readExports = (db: Reader, most: number) =>
  db
    .select({ id: contactExports.id, name: users.name, what: contactExports.what, filter: contactExports.filter, n: contactExports.n, reason: contactExports.reason, at: contactExports.at })
    .from(contactExports)
    .leftJoin(users, eq(users.id, contactExports.actor))
    .orderBy(desc(contactExports.id))
    .limit(most)
export type ShownExport = Awaited<ReturnType<typeof readExports>>[number]
