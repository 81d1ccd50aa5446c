import { useTranslation } from 'react-i18next'
import { RecordTable } from '#app/ui/record-table.tsx'
import { spanOf, type Purpose } from '../retention.ts'
import styles from './trust.module.css'

/** The periods in force, how to take a consent back, and whom to write to: below the notice, not part of what is agreed to. */
export function KeptHowLong({ mail, periods }: { mail: string; periods: { purpose: Purpose; days: number }[] }) {
  const { t } = useTranslation('trust')
  const span = (days: number) => {
    const { unit, n } = spanOf(days)
    return t(`retention.spans.${unit}`, { n })
  }
  return (
    <>
      <section id="periods">
        <h2>{t('privacy.periods')}</h2>
        <p>{t('privacy.lead')}</p>
        <RecordTable className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('retention.purpose')}</th>
              <th scope="col">{t('retention.period')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                {t('privacy.asked.name')}
                <small>{t('privacy.asked.why')}</small>
              </td>
              <td data-label={t('retention.period')} className={styles.when}>
                {t('privacy.atOnce')}
              </td>
            </tr>
            {periods.map(({ purpose, days }) => (
              <tr key={purpose}>
                <td>
                  {t(`purposes.${purpose}.name`)}
                  <small>{t(`purposes.${purpose}.why`)}</small>
                </td>
                <td data-label={t('retention.period')} className={styles.when}>
                  {span(days)}
                </td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      </section>
      <section id="how-to-withdraw">
        <h2>{t('privacy.how')}</h2>
        <ul>
          <li>{t('privacy.howReceipt')}</li>
          <li>{t('privacy.howOffice')}</li>
          <li>{t('privacy.howFirm')}</li>
        </ul>
      </section>
      <section id="contact">
        <h2>{t('privacy.contact')}</h2>
        <p>{t('privacy.contactText')}</p>
        <p>
          <a href={`mailto:${mail}`}>{mail}</a>
        </p>
      </section>
    </>
  )
}
