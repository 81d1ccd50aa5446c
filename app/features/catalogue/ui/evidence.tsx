import { useTranslation } from 'react-i18next'
import type { Installation, ListingContent } from '#db/schema/catalogue.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Text } from './text.tsx'
import styles from './evidence.module.css'

/** Where it runs already, and who has certified or tested it. */
export function Evidence({ content }: { content: ListingContent }) {
  const { t } = useTranslation('catalogue')
  if (content.installations.length + content.certificates.length === 0) return null
  return (
    <section>
      <h2>{t('show.evidence')}</h2>
      {content.installations.length > 0 && (
        <ul className={styles.list}>
          {content.installations.map((one, at) => (
            <li key={at}>
              <Place one={one} />
            </li>
          ))}
        </ul>
      )}
      {content.certificates.length > 0 && (
        <>
          <h3>{t('show.certificates')}</h3>
          <ul className={styles.list}>
            {content.certificates.map((one, at) => (
              <li key={at}>
                <strong>
                  <Text text={one.name} />
                </strong>
                <span>{[one.issuer, one.year && t('show.year', { year: one.year })].filter(Boolean).join('、')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Place({ one }: { one: Installation }) {
  const { t, i18n } = useTranslation('catalogue')
  const country = t(`countries.${one.country}` as 'countries.CN', {
    defaultValue: new Intl.DisplayNames([i18n.language as Locale], { type: 'region' }).of(one.country) ?? one.country,
  })
  const region = one.region ? t([`regions.${one.region}`, `prefectures.${one.region}`], { defaultValue: '' }) : ''
  const figures = [one.count && t('show.count', { n: one.count }), one.since ? t('show.since', { year: one.since }) : one.year && t('show.year', { year: one.year })]
  return (
    <>
      <strong>{[country, region].filter(Boolean).join(' ')}</strong>
      <span>{figures.filter(Boolean).join('、')}</span>
      <span className={styles.note}>
        <Text text={one.note} />
      </span>
    </>
  )
}
