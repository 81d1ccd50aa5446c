import type { companies, ListingContent, technologies } from '#db/schema/catalogue.ts'

export type Company = typeof companies.$inferSelect
export type Technology = typeof technologies.$inferSelect
/** A company as people write it: without what is computed from it. */
export type CompanyDraft = Omit<Company, 'nameKey' | 'sortKana' | 'sortPinyin' | 'sortAlpha' | 'createdAt' | 'updatedAt'>
/** A technology as people write it, with the text it shall have. */
export type TechnologyDraft = Omit<Technology, 'publishedRevisionId' | 'deletedAt' | 'createdAt' | 'updatedAt'> & { content: ListingContent }

export const blankCompany = (id: string): CompanyDraft => ({
  id,
  slug: id,
  nameJa: null,
  nameZh: null,
  nameEn: null,
  reading: null,
  pinyin: null,
  romanised: null,
  formerNames: [],
  kind: 'company',
  prefecture: null,
  size: null,
  site: null,
  corporateNumber: null,
  profileJa: null,
  profileZh: null,
  state: 'published',
})

/** A stored technology as a draft that changes nothing. */
export const draftOf = ({ id, slug, companyId, state, verifiedOn, verifiedBy, validUntil }: Technology, content: ListingContent): TechnologyDraft => ({
  id,
  slug,
  companyId,
  state,
  verifiedOn,
  verifiedBy,
  validUntil,
  content,
})
