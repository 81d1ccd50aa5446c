import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './editor.module.css'

/** One question of the editor with all that answers it; what the office remarked stands beside it. */
export function Group({ member, remark, children }: { member: string; remark?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('editor')
  return (
    <section className={styles.group} id={member} aria-labelledby={`${member}-title`}>
      <h2 id={`${member}-title`}>{t(`fields.${member}.label` as 'fields.name.label')}</h2>
      <p className={styles.hint}>{t(`fields.${member}.hint` as 'fields.name.hint')}</p>
      {remark && (
        <p className={styles.remark}>
          <strong>{t('remark')}</strong> {remark}
        </p>
      )}
      {children}
    </section>
  )
}
