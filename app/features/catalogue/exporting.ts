import { orderedContent } from './content.ts'
import type { CompanyDraft, TechnologyDraft } from './drafts.ts'

/** Every member is named, in one fixed order, so that equal catalogues make equal files. */
export const exportedCompany = (company: CompanyDraft) => ({
  id: company.id,
  slug: company.slug,
  name: { ja: company.nameJa, zh: company.nameZh, en: company.nameEn },
  reading: company.reading,
  pinyin: company.pinyin,
  romanised: company.romanised,
  formerNames: company.formerNames,
  kind: company.kind,
  prefecture: company.prefecture,
  size: company.size,
  site: company.site,
  corporateNumber: company.corporateNumber,
  profile: { ja: company.profileJa, zh: company.profileZh },
  state: company.state,
})

/** Files stay behind: pictures and documents are no part of the format. */
export const exportedTechnology = ({ content, ...technology }: TechnologyDraft) => {
  const { images: _images, documents: _documents, ...texts } = orderedContent(content)
  return {
    id: technology.id,
    slug: technology.slug,
    company: technology.companyId,
    ...texts,
    verifiedOn: technology.verifiedOn,
    validUntil: technology.validUntil,
    state: technology.state,
  }
}

/** The file's text in pieces, one record a line: large catalogues do not fit into one string. */
export function* catalogueText(catalogue: { companies: readonly object[]; technologies: readonly object[] }): Generator<string> {
  yield '{'
  yield* lines('companies', catalogue.companies)
  yield ','
  yield* lines('technologies', catalogue.technologies)
  yield '\n}\n'
}

function* lines(member: string, records: readonly object[]): Generator<string> {
  yield `\n"${member}": [`
  for (const [at, record] of records.entries()) yield `${at > 0 ? ',' : ''}\n${JSON.stringify(record)}`
  yield '\n]'
}
