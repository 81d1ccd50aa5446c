import { useTranslation } from 'react-i18next'
import { useReading } from './reading.ts'
import styles from './purpose-box.module.css'

/** Who receives what for which purpose: above the button, as the law wants it, not behind a link in the footer. */
export function PurposeBox() {
  const { t } = useTranslation('inquiries')
  const locale = useReading()
  return (
    <section className={styles.box} aria-labelledby="purpose">
      <h2 id="purpose">{t('notice.box.title')}</h2>
      <p>{t('notice.box.text')}</p>
      <a href={`/${locale}/privacy`}>{t('notice.full')}</a>
    </section>
  )
}
