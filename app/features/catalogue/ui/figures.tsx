import { useTranslation } from 'react-i18next'
import type { ListingContent } from '#db/schema/catalogue.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/locale.ts'
import { Text } from './text.tsx'
import styles from './figures.module.css'

/** Figures with units, baselines and conditions: a table on wide screens, a card per figure on phones. */
export function Figures({ content }: { content: ListingContent }) {
  const { t, i18n } = useTranslation('catalogue')
  const locale = i18n.language as Locale
  if (content.indicators.length + content.savings.length === 0) return null
  return (
    <section>
      {content.savings.length > 0 && (
        <>
          <h2>{t('show.savings')}</h2>
          <ul className={styles.savings}>
            {content.savings.map((saving, at) => (
              <li key={at}>
                <span className={styles.kind}>{t(`savingKinds.${saving.kind}`)}</span>
                <strong>
                  {saving.value.toLocaleString(locale)} <small>{saving.unit}</small>
                </strong>
                {pick(saving.basis, locale) && (
                  <span className={styles.basis}>
                    <Text text={saving.basis} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {content.indicators.length > 0 && (
        <>
          <h2>{t('show.figures')}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('show.indicator')}</th>
                <th scope="col">{t('show.value')}</th>
                <th scope="col">{t('show.baseline')}</th>
                <th scope="col">{t('show.conditions')}</th>
              </tr>
            </thead>
            <tbody>
              {content.indicators.map((row, at) => (
                <tr key={at}>
                  <th scope="row">
                    <Text text={row.name} />
                  </th>
                  <td className={styles.value}>
                    {typeof row.value === 'number' ? row.value.toLocaleString(locale) : row.value} {row.unit}
                  </td>
                  <td data-label={t('show.baseline')}>
                    <Text text={row.baseline} />
                  </td>
                  <td data-label={t('show.conditions')}>
                    <Text text={row.conditions} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
