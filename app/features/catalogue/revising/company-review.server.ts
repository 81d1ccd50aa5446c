import { eq } from 'drizzle-orm'
import { db, type Reader } from '#db/index.ts'
import { companies, type CompanyText } from '#db/schema/catalogue.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { i18nOf, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readCompanyDraft, type CompanyDraftRow } from './company-drafts.server.ts'
import { companyMembers } from './company-text.ts'
import { changesOf } from './difference.ts'
import { readEvents } from './review.server.ts'
import { leaksIn } from './warnings.ts'

/** Lets staff through to what one firm wants to say of itself; no draft: there is nothing to decide (any more). */
export async function openCompanyDraft(request: Request, params: { locale?: string; company?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const [company] = await db.select().from(companies).where(eq(companies.id, params.company ?? ''))
  if (!company) missing()
  const queue = `/${locale}/desk/listings?show=companies`
  return { locale, clerk, company, draft: await readCompanyDraft(db, company.id), queue, href: `/${locale}/desk/listings/companies/${company.id}` }
}
export type OpenedCompanyDraft = Awaited<ReturnType<typeof openCompanyDraft>>

/** A member of a firm's details as its page shows it. */
export function readCompanyMember(text: CompanyText, member: keyof CompanyText, locale: Locale): string {
  const value = text[member]
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join('\n')
  const group = { kind: 'companyKinds', prefecture: 'prefectures', size: 'sizes' }[member as 'kind'] as 'companyKinds' | undefined
  return group ? i18nOf[locale].t(`catalogue:${group}.${value}` as 'catalogue:companyKinds.company', { defaultValue: value }) : value
}

const languageOf = (member: string, reader: Locale): Locale => (/Ja$|^reading$/.test(member) ? 'ja' : /Zh$|^pinyin$/.test(member) ? 'zh' : reader)

/** Members where contact details do not belong; the firm's own site is no secret. */
const searched = companyMembers.filter((member) => member !== 'site' && member !== 'corporateNumber')

export async function readCompanyReview(db: Reader, { company, locale }: OpenedCompanyDraft, draft: CompanyDraftRow) {
  const changes = companyMembers.map((member) => {
    const language = languageOf(member, locale)
    const pieces = changesOf(readCompanyMember(company, member, locale), readCompanyMember(draft.content, member, locale), language)
    return { member, language, pieces, changed: pieces.some(({ how }) => how !== 'same') }
  })
  const warnings = searched.flatMap((member) => leaksIn(readCompanyMember(draft.content, member, locale)).map((excerpt) => ({ member, excerpt })))
  const { id, slug, state, nameJa, nameZh } = company
  return {
    company: { id, slug, state, name: { ja: nameJa, zh: nameZh } },
    draft: { state: draft.state, submittedAt: draft.submittedAt, edition: draft.edition },
    changes,
    warnings,
    events: await readEvents(db, `company:${id}`),
  }
}
export type CompanyReview = Awaited<ReturnType<typeof readCompanyReview>>
