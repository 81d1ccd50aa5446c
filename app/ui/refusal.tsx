import { useTranslation } from 'react-i18next'
import styles from './refusal.module.css'

/** The page for what is missing or went wrong, in the reader's language. */
export function Refusal({ status }: { status: number }) {
  const { t, i18n } = useTranslation()
  const kind = status === 404 ? 'missing' : status === 403 ? 'forbidden' : status === 413 ? 'tooLarge' : 'broken'
  return (
    <main id="main" className={styles.refusal}>
      <h1>{t(`refusal.${kind}.title`)}</h1>
      <p>{t(`refusal.${kind}.text`)}</p>
      <p>
        <a href={`/${i18n.language}`}>{t('refusal.home')}</a>
      </p>
    </main>
  )
}
