import { useTranslation } from 'react-i18next'
import { labels, type Label } from '../stages.ts'
import styles from './steps.module.css'

/** The six plain labels as a way, with where the inquiry is now. An inquiry that ends early did not pass what lies between. */
export function Steps({ label, passed }: { label: Label; passed: readonly Label[] }) {
  const { t } = useTranslation('inquiries')
  return (
    <ol className={styles.steps}>
      {labels.map((one) => (
        <li key={one} className={one === label ? styles.here : passed.includes(one) ? styles.past : undefined} aria-current={one === label ? 'step' : undefined}>
          <span>{t(`label.${one}`)}</span>
        </li>
      ))}
    </ol>
  )
}
