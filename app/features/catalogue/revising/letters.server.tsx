import { eq } from 'drizzle-orm'
import type { i18n } from 'i18next'
import type { Reader } from '#db/index.ts'
import { companies, companyDrafts, listingRevisions, technologies } from '#db/schema/catalogue.ts'
import { env } from '#app/platform/env.server.ts'
import { i18nOf, pick, type Locale } from '#app/platform/locale.ts'
import type { Composer, Letter, QueuedLetter } from '#app/platform/mail.server.ts'
import { newestNames } from './queue.server.ts'
import { FROM_FIRM } from './remarks.ts'
import type { Revision } from './revisions.server.ts'

/** What the words of a letter are made from. */
interface Told {
  locale: Locale
  t: i18n['t']
  technologyId: string
  slug: string
  /** quoted in every letter about a technology */
  technology: string
  company: string
  companyId: string
  revision: Revision | null
}
interface Words {
  paragraphs: string[]
  /** below the language's own address */
  path: string
}
type FirmKind = 'published' | 'returned' | 'rejected' | 'translated' | 'unpublished' | 'deleted' | 'restored'
type OfficeKind = 'submitted' | 'signed-off' | 'sent-back' | 'unpublished' | 'deleted'

async function readTold(db: Reader, { payload }: QueuedLetter, locale: Locale): Promise<Told | null> {
  const [row] = await db
    .select({ technology: technologies, company: companies })
    .from(technologies)
    .innerJoin(companies, eq(companies.id, technologies.companyId))
    .where(eq(technologies.id, payload.technology ?? ''))
  if (!row) return null
  const [revision] = await db.select().from(listingRevisions).where(eq(listingRevisions.id, payload.revision ?? ''))
  const name = revision?.content.name ?? (await newestNames(db, [row.technology.id])).get(row.technology.id)
  const { id, nameJa, nameZh, nameEn } = row.company
  return {
    locale,
    t: i18nOf[locale].t,
    technologyId: row.technology.id,
    slug: row.technology.slug,
    technology: pick(name, locale)?.text ?? '—',
    company: pick({ ja: nameJa, zh: nameZh }, locale)?.text ?? nameEn ?? '',
    companyId: id,
    revision: revision ?? null,
  }
}

/** Remarks by member as lines: “概要：…”. The whole comes first. */
function remarkLines(t: i18n['t'], remarks: Record<string, string>, labelOf: (member: string) => string): string {
  const label = (member: string) => (member === '' ? t('review:members.whole') : labelOf(member))
  return Object.entries(remarks)
    .filter(([member]) => member !== FROM_FIRM)
    .sort(([one], [other]) => Number(one !== '') - Number(other !== ''))
    .map(([member, remark]) => t('review:letters.remark', { member: label(member), remark }))
    .join('\n')
}

const memberLabel = (t: i18n['t']) => (member: string) => t(`review:members.${member}` as 'review:members.name', { defaultValue: member })
const companyLabel = (t: i18n['t']) => (member: string) => t(`review:companyMembers.${member}` as 'review:companyMembers.nameJa', { defaultValue: member })

function letter(locale: Locale, title: string, { paragraphs, path }: Words, label: string): Letter {
  return { title, paragraphs, link: { label, url: `${env.originOf[locale]}/${locale}/${path}` }, closing: i18nOf[locale].t('review:letters.closing') }
}

/** To the people of a firm about one of its technologies. */
const toFirm =
  (kind: FirmKind, words: (told: Told) => Words | null): Composer =>
  async (db, queued, locale) => {
    const told = await readTold(db, queued, locale)
    const worded = told && words(told)
    if (!told || !worded) return null
    const { t, company, technology } = told
    const greeting = t('review:letters.greeting', { company })
    return letter(locale, t(`review:letters.${kind}.title`, { technology }), { ...worded, paragraphs: [greeting, ...worded.paragraphs] }, t(`review:letters.${kind}.link`))
  }

const plain = (kind: FirmKind, path: (told: Told) => string) =>
  toFirm(kind, (told) => ({ paragraphs: [told.t(`review:letters.${kind}.text`, { technology: told.technology })], path: path(told) }))

const ownPage = ({ technologyId }: Told) => `account/technologies/${technologyId}`

const returned = toFirm('returned', (told) => {
  const { t, technology, revision } = told
  if (revision?.state !== 'returned' || !revision.remarks) return null
  return { paragraphs: [t('review:letters.returned.text', { technology }), remarkLines(t, revision.remarks, memberLabel(t)), t('review:letters.returned.how')], path: ownPage(told) }
})

const rejected = toFirm('rejected', (told) => {
  const { t, technology, revision } = told
  if (revision?.state !== 'rejected') return null
  return { paragraphs: [t('review:letters.rejected.text', { technology }), t('review:letters.reason', { reason: revision.reason ?? '' }), t('review:letters.rejected.how')], path: ownPage(told) }
})

/** To the office: what lies at the desk now, and where. */
const toOffice =
  (kind: OfficeKind): Composer =>
  async (db, queued, locale) => {
    const told = await readTold(db, queued, locale)
    if (!told) return null
    const { t, technology, company, revision, technologyId } = told
    const remark = kind === 'sent-back' ? revision?.remarks?.[FROM_FIRM] : undefined
    const path = kind === 'deleted' ? `desk/listings/deleted/${technologyId}/restoration` : revision ? `desk/listings/${revision.id}` : 'desk/listings?show=public'
    const paragraphs = [t(`review:letters.office.${kind}.text`, { technology, company }), ...(remark ? [remark] : []), t('review:letters.office.signInNote')]
    return letter(locale, t(`review:letters.office.${kind}.title`, { technology, company }), { paragraphs, path }, t('review:letters.office.link'))
  }

async function companyOf(db: Reader, { payload }: QueuedLetter, locale: Locale) {
  const [row] = await db.select({ company: companies, draft: companyDrafts }).from(companies).leftJoin(companyDrafts, eq(companyDrafts.companyId, companies.id)).where(eq(companies.id, payload.company ?? ''))
  if (!row) return null
  const { id, slug, nameJa, nameZh, nameEn } = row.company
  return { id, slug, name: pick({ ja: nameJa, zh: nameZh }, locale)?.text ?? nameEn ?? '', draft: row.draft, t: i18nOf[locale].t }
}

const companyPublished: Composer = async (db, queued, locale) => {
  const told = await companyOf(db, queued, locale)
  if (!told) return null
  const { t, name: company, slug } = told
  const paragraphs = [t('review:letters.greeting', { company }), t('review:letters.companyPublished.text')]
  return letter(locale, t('review:letters.companyPublished.title'), { paragraphs, path: `companies/${slug}` }, t('review:letters.companyPublished.link'))
}

const companyReturned: Composer = async (db, queued, locale) => {
  const told = await companyOf(db, queued, locale)
  if (told?.draft?.state !== 'returned' || !told.draft.remarks) return null
  const { t, name: company, draft } = told
  const remarks = remarkLines(t, draft.remarks!, companyLabel(t))
  const paragraphs = [t('review:letters.greeting', { company }), t('review:letters.companyReturned.text'), remarks, t('review:letters.returned.how')]
  return letter(locale, t('review:letters.companyReturned.title'), { paragraphs, path: 'account/company' }, t('review:letters.companyReturned.link'))
}

const companySubmitted: Composer = async (db, queued, locale) => {
  const told = await companyOf(db, queued, locale)
  if (!told) return null
  const { t, id, name: company } = told
  const paragraphs = [t('review:letters.office.company.text', { company }), t('review:letters.office.signInNote')]
  return letter(locale, t('review:letters.office.company.title', { company }), { paragraphs, path: `desk/listings/companies/${id}` }, t('review:letters.office.link'))
}

/** Every letter about the texts of listings and firms' pages, by the kind it is queued under. */
export const listingLetters: Record<string, Composer> = {
  'listing-published': plain('published', ({ slug }) => `technologies/${slug}`),
  'listing-returned': returned,
  'listing-rejected': rejected,
  'listing-translated': plain('translated', (told) => `${ownPage(told)}/sign-off`),
  'listing-unpublished': plain('unpublished', ownPage),
  'listing-deleted': plain('deleted', () => 'account'),
  'listing-restored': plain('restored', ownPage),
  'company-published': companyPublished,
  'company-returned': companyReturned,
  'office-listing-submitted': toOffice('submitted'),
  'office-listing-signed-off': toOffice('signed-off'),
  'office-listing-sent-back': toOffice('sent-back'),
  'office-listing-unpublished': toOffice('unpublished'),
  'office-listing-deleted': toOffice('deleted'),
  'office-company-submitted': companySubmitted,
}
