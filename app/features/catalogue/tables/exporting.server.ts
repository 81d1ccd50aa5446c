import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, companyContacts, listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { csvText } from '#app/platform/csv.ts'
import { i18nOf, type Locale } from '#app/platform/locale.ts'
import { batches } from '../batches.ts'
import { orderedContent } from '../content.ts'
import { exportedCompany } from '../exporting.ts'
import { firmNumbers } from '../firm-listings.server.ts'
import type { Field } from '../naming.ts'
import { readFields } from '../taxonomy.server.ts'
import { cellsOf, codeLists, columns, headingOf, wordOfCode, type Coded } from './columns.ts'
import { ownTexts } from './own-texts.server.ts'

/** An empty table with its headings, a line that explains them and an example; both lines begin with # and are not read. */
export async function templateCsv(db: Reader, locale: Locale): Promise<string> {
  const fields = await readFields(db)
  const { t } = i18nOf[locale]
  const explained = columns.map((key) => explanationOf(key, locale, fields))
  const example = columns.map((key) => (t as (key: string, options: object) => string)(`tables:example.${key}`, { defaultValue: '' }))
  return csvText([columns.map((key) => headingOf(key, locale)), mark(explained, t('tables:explained')), mark(example, t('tables:exampleRow'))])
}
const mark = ([first = '', ...rest]: string[], word: string) => [`# ${word}${first && ' '}${first}`, ...rest]

/** What may stand in a column; codes with their words. */
function explanationOf(key: string, locale: Locale, fields: readonly Field[]): string {
  const { t } = i18nOf[locale]
  const own = key.replace(/^(indicator|saving)\d_/, '')
  const codes = Object.hasOwn(codeLists, own) ? codeLists[own as Coded].map((code) => `${code} = ${wordOfCode(own as Coded, code, locale)}`).join('\n') : ''
  if (key === 'fields') return `${t('tables:explain.fields')}\n${fields.filter((field) => field.parentId).map((field) => `${field.id} = ${field[locale]}`).join('\n')}`
  if (own === 'cooperation') return `${t('tables:explain.several')}\n${codes}`
  if (codes) return `${t('tables:explain.one')}\n${codes}`
  const word = /^(id|regions|installations|certificates)$/.exec(own)?.[0] ?? (own.startsWith('keywords') ? 'keywords' : own === 'value' && key.startsWith('saving') ? 'number' : /^(name|summary)_/.test(own) && own === key ? 'short' : null)
  return word ? t(`tables:explain.${word as 'id'}`) : ''
}

/** A firm’s technologies as the table that `checkTable` reads. */
export async function ownCsv(db: Reader, companyId: string, locale: Locale): Promise<string> {
  const own = await ownTexts(db, companyId)
  const rows = own.map(({ id, content }) => {
    const cells = cellsOf(id, content)
    return columns.map((key) => cells[key] ?? '')
  })
  return csvText([columns.map((key) => headingOf(key, locale)), ...rows])
}

/** Everything that the data bank holds of a firm, for the firm: its details, its people, all its texts, what came of them. */
export async function ownData(db: Reader, companyId: string) {
  const [company] = await db.select().from(companies).where(eq(companies.id, companyId))
  const contacts = await db.select().from(companyContacts).where(eq(companyContacts.companyId, companyId)).orderBy(asc(companyContacts.createdAt), asc(companyContacts.id))
  const people = await db
    .select({ name: users.name, email: users.email, locale: users.locale, createdAt: users.createdAt, disabledAt: users.disabledAt })
    .from(users)
    .where(eq(users.companyId, companyId))
    .orderBy(asc(users.createdAt), asc(users.id))
  const own = await db.select().from(technologies).where(and(eq(technologies.companyId, companyId), isNull(technologies.deletedAt))).orderBy(asc(technologies.createdAt), asc(technologies.id))
  const numbers = await firmNumbers(db, companyId)
  const revisions = new Map<string, object[]>(own.map(({ id }) => [id, []]))
  for (const batch of batches(own.map((one) => one.id))) {
    const rows = await db.select().from(listingRevisions).where(inArray(listingRevisions.technologyId, batch)).orderBy(asc(listingRevisions.number))
    for (const { technologyId, number, state, content, submittedAt, decidedAt, publishedAt, remarks, reason, signOffs, createdAt } of rows) {
      const signed = Object.fromEntries(Object.entries(signOffs ?? {}).map(([language, { how, name, at }]) => [language, { how, name, at }]))
      revisions.get(technologyId)!.push({ number, state, createdAt, submittedAt, decidedAt, publishedAt, remarks, reason, signOffs: signed, content: orderedContent(content) })
    }
  }
  return {
    company: company ? exportedCompany(company) : null,
    contacts: contacts.map(({ name, department, email, phone, wechat, locale, createdAt }) => ({ name, department, email, phone, wechat, locale, createdAt })),
    people,
    technologies: own.map(({ id, slug, state, verifiedOn, verifiedBy, validUntil, createdAt, updatedAt }) => ({
      id, slug, state, verifiedOn, verifiedBy, validUntil, createdAt, updatedAt, seen: numbers.of[id] ?? null, revisions: revisions.get(id),
    })),
    results: { months: numbers.months, ...numbers.total },
  }
}
