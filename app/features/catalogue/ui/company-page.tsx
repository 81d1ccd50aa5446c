import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Wide } from '#app/ui/wide.tsx'
import { Written } from '#app/ui/written.tsx'
import type { CardView } from '../card-view.ts'
import type { CompanyName } from '../cards.server.ts'
import { named } from '../naming.ts'
import { foreign, TechnologyList } from './technology-card.tsx'
import { Prose } from './text.tsx'
import styles from './company-page.module.css'

export interface CompanyProps {
  company: {
    name: CompanyName
    profile: { ja: string | null; zh: string | null }
    reading: string | null
    formerNames: string[]
    kind: 'company' | 'organisation' | 'university' | 'government'
    prefecture: string | null
    size: '1-19' | '20-99' | '100-999' | '1000+' | null
    site: string | null
  }
  cards: CardView[]
  /** announced projects of its own: how many, and the key of their page */
  projects?: { key: string; n: number } | null
  /** where its flyer is offered */
  flyer?: string
}

/** A firm as the public sees it: never a contact, always the office in between. */
export function CompanyPage({ company, cards, projects, flyer }: CompanyProps) {
  const { t, i18n } = useTranslation(['catalogue', 'projects', 'flyers'])
  const locale = i18n.language as Locale
  const name = named(company.name, locale)
  const facts: [string, React.ReactNode][] = [
    [t('company.english'), company.name.en && <span lang="en">{company.name.en}</span>],
    [t('company.former'), company.formerNames.length > 0 && company.formerNames.join('、')],
    [t('company.kind'), t(`companyKinds.${company.kind}`)],
    [t('company.prefecture'), company.prefecture && t(`prefectures.${company.prefecture}` as 'prefectures.JP-01')],
    [t('company.size'), company.size && t(`sizes.${company.size}`)],
    [t('company.site'), company.site && <a href={company.site} rel="noopener nofollow">{company.site.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>],
    [t('projects:title'), projects && <a href={`/${locale}/projects/parties/${projects.key}`}>{t('projects:company', { n: projects.n })}</a>],
  ]
  return (
    <Wide>
      <p className={styles.back}>
        <a href={`/${locale}/companies`}>← {t('company.back')}</a>
      </p>
      <h1 lang={foreign(name.lang, locale)}>
        {locale === 'ja' && name.lang === 'ja' && company.reading ? (
          <ruby>
            {name.text}
            <rp>（</rp>
            <rt>{company.reading}</rt>
            <rp>）</rp>
          </ruby>
        ) : (
          name.text
        )}
      </h1>
      <Prose title={t('company.profile')} text={company.profile} />
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{typeof value === 'string' ? <Written text={value} /> : value}</dd>
              </div>
            ),
        )}
      </dl>
      <p>{t('company.contact')}</p>
      {flyer && (
        <p>
          <a href={flyer}>{t('flyers:page.link')}</a>
        </p>
      )}
      <h2>{t('company.technologies')}</h2>
      {cards.length > 0 ? <TechnologyList cards={cards} /> : <p>{t('company.none')}</p>}
    </Wide>
  )
}
