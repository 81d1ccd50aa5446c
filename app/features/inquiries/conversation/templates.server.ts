import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader, Writer } from '#db/index.ts'
import { companies } from '#db/schema/catalogue.ts'
import { inquiries, messageTemplates, templateVersions } from '#db/schema/inquiries.ts'
import type { Secretary } from '#app/features/accounts/gate.server.ts'
import { now } from '#app/platform/clock.ts'
import { record } from '#app/platform/ledger.server.ts'
import { formatDate, pick, type Locale } from '#app/platform/locale.ts'
import { technologiesOf } from '../receipt.server.ts'
import { fillIn, type Fillings } from './placeholders.ts'
import type { TemplateForm } from './template-form.ts'

export type TemplateUse = (typeof messageTemplates.$inferSelect)['use']

/** A ready text as the pages offer it. */
export interface Offered {
  id: string
  use: TemplateUse
  locale: string
  title: string
}

const newest = and(eq(templateVersions.templateId, messageTemplates.id), eq(templateVersions.version, messageTemplates.version))
const columns = {
  id: messageTemplates.id, use: messageTemplates.use, locale: messageTemplates.locale, version: messageTemplates.version, disabledAt: messageTemplates.disabledAt,
  title: templateVersions.title, body: templateVersions.body, at: templateVersions.at,
}

/** Every template with what it says now. */
export const listTemplates = (db: Reader) =>
  db.select(columns).from(messageTemplates).innerJoin(templateVersions, newest).orderBy(asc(messageTemplates.use), asc(messageTemplates.locale), asc(messageTemplates.createdAt), asc(messageTemplates.id))

/** Those that fit an act of the desk, in the reader's language first. */
export async function templatesFor(db: Reader, uses: readonly TemplateUse[], first: string): Promise<Offered[]> {
  const rows = await db
    .select(columns)
    .from(messageTemplates)
    .innerJoin(templateVersions, newest)
    .where(and(inArray(messageTemplates.use, [...uses]), isNull(messageTemplates.disabledAt)))
    .orderBy(asc(messageTemplates.createdAt), asc(messageTemplates.id))
  const offered = rows.map(({ id, use, locale, title }) => ({ id, use, locale, title }))
  return [...offered.filter((one) => one.locale === first), ...offered.filter((one) => one.locale !== first)]
}

/** A template with all its versions, the newest first. */
export async function readTemplate(db: Reader, id: string) {
  const [template] = await db.select().from(messageTemplates).where(eq(messageTemplates.id, id))
  if (!template) return null
  const versions = await db.select().from(templateVersions).where(eq(templateVersions.templateId, id)).orderBy(desc(templateVersions.version))
  return { ...template, versions }
}

export const templateSubject = (id: string) => `template:${id}`

export async function addTemplate(tx: Writer, clerk: Secretary, form: TemplateForm): Promise<string> {
  const at = now()
  const [row] = await tx.insert(messageTemplates).values({ use: form.use, locale: form.language, code: null, version: 1, createdAt: at }).returning()
  await tx.insert(templateVersions).values({ templateId: row!.id, version: 1, title: form.title, body: form.body, by: clerk.id, at })
  await record(tx, templateSubject(row!.id), clerk.id, 'template-added', { use: form.use, locale: form.language })
  return row!.id
}

/** A new version, unless somebody wrote one meanwhile. */
export async function editTemplate(tx: Writer, clerk: Secretary, id: string, from: number, form: Pick<TemplateForm, 'title' | 'body'>): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  const [row] = await tx.update(messageTemplates).set({ version: from + 1 }).where(and(eq(messageTemplates.id, id), eq(messageTemplates.version, from))).returning()
  if (!row) return { ok: false, reason: 'changed-meanwhile' }
  await tx.insert(templateVersions).values({ templateId: id, version: row.version, title: form.title, body: form.body, by: clerk.id, at: now() })
  await record(tx, templateSubject(id), clerk.id, 'template-edited', { version: row.version })
  return { ok: true }
}

/** Takes a template out of the choice, or puts it back. */
export async function setTemplateOffered(tx: Writer, clerk: Secretary, id: string, offered: boolean): Promise<void> {
  const [row] = await tx.update(messageTemplates).set({ disabledAt: offered ? null : now() }).where(eq(messageTemplates.id, id)).returning()
  if (row) await record(tx, templateSubject(id), clerk.id, offered ? 'template-enabled' : 'template-disabled')
}

/** A template's words about a case, or null when there is no such template. */
export async function filledTemplate(db: Reader, templateId: string, inquiryId: string, companyId: string | null): Promise<string | null> {
  const [template] = await db.select(columns).from(messageTemplates).innerJoin(templateVersions, newest).where(and(eq(messageTemplates.id, templateId), isNull(messageTemplates.disabledAt)))
  if (!template) return null
  return fillIn(template.body, await fillingsOf(db, inquiryId, companyId, template.locale as Locale))
}

async function fillingsOf(db: Reader, inquiryId: string, companyId: string | null, locale: Locale): Promise<Fillings> {
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.id, inquiryId))
  const [company] = companyId ? await db.select({ ja: companies.nameJa, zh: companies.nameZh }).from(companies).where(eq(companies.id, companyId)) : []
  const asked = await technologiesOf(db, inquiryId)
  const about = companyId ? asked.filter((one) => one.company.id === companyId) : asked
  return {
    ticket: inquiry?.ticket ?? null,
    technology: about.map((one) => pick(one.name, locale)?.text ?? '').filter(Boolean).join('、') || null,
    company: pick(company, locale)?.text ?? null,
    question: inquiry?.message ?? null,
    goal: inquiry?.goal ?? null,
    received: inquiry ? formatDate(inquiry.createdAt, locale) : null,
  }
}

/** A template of the starting set. */
export interface ReadyWords {
  code: string
  use: TemplateUse
  ja: { title: string; body: string }
  zh: { title: string; body: string }
}

/** Puts in what is not there yet; what the desk has made of the others stays. */
export async function installTemplates(tx: Writer, set: readonly ReadyWords[]): Promise<void> {
  // One after the other in time, so that they are offered in the order of the set.
  const start = now().getTime()
  for (const [at, { code, use, ...texts }] of set.entries()) {
    for (const locale of ['ja', 'zh'] as const) {
      const createdAt = new Date(start + at)
      const [row] = await tx.insert(messageTemplates).values({ use, locale, code, version: 1, createdAt }).onConflictDoNothing().returning()
      if (row) await tx.insert(templateVersions).values({ templateId: row.id, version: 1, ...texts[locale], by: null, at: createdAt })
    }
  }
}
