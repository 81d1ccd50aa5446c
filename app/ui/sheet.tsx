import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Written } from './written.tsx'
import styles from './sheet.module.css'

/** A page of running text or one form: a readable column with a title and, where there is one, a way back. */
export function Sheet({ title, lead, back, children }: { title: ReactNode; lead?: ReactNode; back?: { href: string; label?: string }; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main id="main" className={styles.sheet}>
      {back && (
        <p className={styles.back}>
          <a href={back.href}>← {back.label ?? t('back')}</a>
        </p>
      )}
      <h1>{typeof title === 'string' ? <Written text={title} /> : title}</h1>
      {lead && <p className={styles.lead}>{typeof lead === 'string' ? <Written text={lead} /> : lead}</p>}
      {children}
    </main>
  )
}
