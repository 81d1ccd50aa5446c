import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import type { CompanyRow } from '../companies.server.ts'
import { named } from '../naming.ts'
import { foreign } from './technology-card.tsx'
import styles from './company-list.module.css'

export function CompanyList({ items }: { items: CompanyRow[] }) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const name = named(item.name, locale)
        return (
          <li key={item.slug}>
            <a href={`/${locale}/companies/${item.slug}`} lang={foreign(name.lang, locale)}>
              {name.text}
            </a>
            <span>
              {[t(`companyKinds.${item.kind}`), item.prefecture && t(`prefectures.${item.prefecture}` as 'prefectures.JP-01'), t('company.technologiesCount', { n: item.technologies })]
                .filter(Boolean)
                .join('・')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
