import { useTranslation } from 'react-i18next'
import { formatDate, htmlLang, type Locale } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import { named, type Field } from '../../catalogue/naming.ts'
import type { PartyView, ProjectRow } from '../register.server.ts'
import styles from './project-list.module.css'

const foreign = (lang: Locale, locale: Locale) => (lang === locale ? undefined : htmlLang[lang])

/** Who takes part on either side, each leading to all its projects. */
export function Sides({ parties }: { parties: PartyView[] }) {
  const { t, i18n } = useTranslation('projects')
  const locale = i18n.language as Locale
  return (
    <dl className={styles.sides}>
      {(['japan', 'china'] as const).map((side) => (
        <div key={side}>
          <dt>{t(`sides.${side}`)}</dt>
          <dd>
            <ul>
              {parties
                .filter((party) => party.side === side)
                .map((party) => {
                  const name = named(party.name, locale)
                  return (
                    <li key={party.key + (party.fromOn ?? '')}>
                      <a href={`/${locale}/projects/parties/${party.key}`} lang={foreign(name.lang, locale)}>
                        <Written text={name.text} />
                      </a>
                      {party.untilOn && `（${t('until', { date: formatDate(party.untilOn, locale) })}）`}
                    </li>
                  )
                })}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function ProjectList({ items, fields }: { items: ProjectRow[]; fields: Field[] }) {
  const { t, i18n } = useTranslation(['projects', 'catalogue'])
  const locale = i18n.language as Locale
  const fieldName = new Map(fields.map((field) => [field.id, field[locale]]))
  return (
    <ol className={styles.list}>
      {items.map((item) => {
        const title = named(item.title, locale)
        return (
          <li key={item.slug}>
            {item.forum !== null && <span className={styles.number}>{item.number === null ? t('round', { n: item.forum }) : t('number', { round: item.forum, n: item.number })}</span>}
            <a className={styles.title} href={`/${locale}/projects/${item.slug}`} lang={foreign(title.lang, locale)}>
              {title.text}
            </a>
            <div className={styles.marks}>
              <span>{t(`statuses.${item.status}`)}</span>
              {item.region && <span>{t(`catalogue:regions.${item.region as 'CN-BJ'}`)}</span>}
              {item.fields.map((id) => (
                <span key={id}>{fieldName.get(id) ?? id}</span>
              ))}
            </div>
            <Sides parties={item.parties} />
          </li>
        )
      })}
    </ol>
  )
}
