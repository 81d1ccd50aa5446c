import { useTranslation } from 'react-i18next'
import styles from './pager.module.css'

/** Previous and next page; `href` writes the address of a page, keeping search and drawn order. */
export function Pager({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const { t } = useTranslation()
  if (pages <= 1) return null
  return (
    <nav className={styles.pager} aria-label={t('pager.label')}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          {t('pager.previous')}
        </a>
      ) : (
        <span />
      )}
      <span className={styles.here}>{t('pager.here', { page, pages })}</span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {t('pager.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
