import type { ListingContent } from '#db/schema/catalogue.ts'
import { agedTranslations, blankContent, orderedContent } from './content.ts'
import { blankCompany, type CompanyDraft, type TechnologyDraft } from './drafts.ts'
import type { CompanyInput, TechnologyInput } from './interchange.ts'

/** An absent member keeps what is stored, null clears it. */
const taken = <T>(given: T | null | undefined, stored: T, cleared: T): T => (given === undefined ? stored : (given ?? cleared))

export function mergedCompany(given: CompanyInput, stored: CompanyDraft | undefined): CompanyDraft {
  const blank = blankCompany(given.id)
  const base = stored ?? blank
  const { name, profile } = given
  return {
    id: given.id,
    slug: taken(given.slug, base.slug, blank.slug),
    nameJa: name ? name.ja : base.nameJa,
    nameZh: name ? name.zh : base.nameZh,
    nameEn: name ? name.en : base.nameEn,
    reading: taken(given.reading, base.reading, null),
    pinyin: taken(given.pinyin, base.pinyin, null),
    romanised: taken(given.romanised, base.romanised, null),
    formerNames: taken(given.formerNames, base.formerNames, []),
    kind: taken(given.kind, base.kind, blank.kind),
    prefecture: taken(given.prefecture, base.prefecture, null),
    size: taken(given.size, base.size, null),
    site: taken(given.site, base.site, null),
    corporateNumber: taken(given.corporateNumber, base.corporateNumber, null),
    profileJa: profile === undefined ? base.profileJa : (profile?.ja ?? null),
    profileZh: profile === undefined ? base.profileZh : (profile?.zh ?? null),
    state: taken(given.state, base.state, blank.state),
  }
}

/** @returns a draft whose company is empty when neither the file nor the store names one */
export function mergedTechnology(given: TechnologyInput, stored: TechnologyDraft | undefined): TechnologyDraft {
  const before = stored?.content ?? blankContent()
  return {
    id: given.id,
    slug: taken(given.slug, stored?.slug ?? given.id, given.id),
    companyId: given.company ?? stored?.companyId ?? '',
    state: taken(given.state, stored?.state ?? 'published', 'published'),
    verifiedOn: taken(given.verifiedOn, stored?.verifiedOn ?? null, null),
    verifiedBy: stored?.verifiedBy ?? null,
    validUntil: taken(given.validUntil, stored?.validUntil ?? null, null),
    content: mergedContent(given, before),
  }
}

export function mergedContent(given: TechnologyInput, before: ListingContent): ListingContent {
  const blank = blankContent()
  const member = <K extends keyof ListingContent & keyof TechnologyInput>(name: K) =>
    taken(given[name] as ListingContent[K] | null | undefined, before[name], blank[name])
  const after: ListingContent = {
    name: member('name'),
    summary: member('summary'),
    description: member('description'),
    fields: member('fields'),
    problem: member('problem'),
    principle: member('principle'),
    advantage: member('advantage'),
    partnerSought: member('partnerSought'),
    maintenance: member('maintenance'),
    indicators: member('indicators'),
    savings: member('savings'),
    cost: member('cost'),
    payback: member('payback'),
    stage: member('stage'),
    installations: member('installations'),
    certificates: member('certificates'),
    ip: member('ip'),
    cooperation: member('cooperation'),
    regions: member('regions'),
    exportControl: member('exportControl'),
    keywords: member('keywords'),
    images: before.images,
    documents: before.documents,
    translations: member('translations'),
  }
  if (given.translations === undefined) after.translations = agedTranslations(before, after)
  return orderedContent(after)
}
