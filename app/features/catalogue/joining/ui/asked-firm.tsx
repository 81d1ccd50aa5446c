import { useTranslation } from 'react-i18next'
import type { CompanyText } from '#db/schema/catalogue.ts'
import { Facts } from '#app/ui/facts.tsx'

/** What a company says of itself, all of it, as the desk reads it. */
export function FirmFacts({ content }: { content: CompanyText }) {
  const { t } = useTranslation(['joining', 'catalogue'])
  return (
    <Facts
      facts={[
        [t('form.nameJa'), content.nameJa && <span lang="ja">{content.nameJa}</span>],
        [t('form.reading'), content.reading && <span lang="ja">{content.reading}</span>],
        [t('form.nameZh'), content.nameZh && <span lang="zh-Hans">{content.nameZh}</span>],
        [t('form.nameEn'), content.nameEn && <span lang="en">{content.nameEn}</span>],
        [t('catalogue:company.former'), content.formerNames.join('、')],
        [t('form.kind'), t(`catalogue:companyKinds.${content.kind}`)],
        [t('form.prefecture'), content.prefecture && t(`catalogue:prefectures.${content.prefecture}` as 'catalogue:prefectures.JP-01')],
        [t('form.size'), content.size && t(`catalogue:sizes.${content.size}`)],
        [t('form.site'), content.site && <a href={content.site} rel="noopener noreferrer nofollow">{content.site}</a>],
        [t('form.corporateNumber'), content.corporateNumber],
      ]}
    />
  )
}
