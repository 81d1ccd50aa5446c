import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import styles from './editor.module.css'

export interface Differing {
  /** what the tick is called; also the name of the field where there is one */
  name: string
  member: string
  language: 'ja' | 'zh' | null
  theirs: string
  yours: string
}
export interface Conflict {
  /** who stored it, as far as the reader may know, and when */
  by: string | null
  at: string | null
  differing: Differing[]
}

/** Somebody else stored the same section meanwhile: both texts, field by field; one's own stands in the form below. */
export function ConflictBox({ by, at, differing }: Conflict) {
  const { t } = useTranslation('editor')
  return (
    <section className={styles.conflict} aria-labelledby="conflict-title">
      <Notice tone="harm" role="alert">
        <h2 id="conflict-title">{t('conflict.title')}</h2>
        <p>{by ? t('conflict.by', { name: by, at }) : t('conflict.at', { at: at ?? '' })}</p>
        <p>{t('conflict.how')}</p>
      </Notice>
      {differing.map(({ name, member, language, theirs, yours }) => (
        <div key={name} className={styles.differing}>
          <h3>
            {t(`fields.${member}.label` as 'fields.name.label')}
            {language && `（${t(`languages.${language}`)}）`}
          </h3>
          <div className={styles.pair}>
            <div className={styles.version}>
              <h4>{t('conflict.theirs')}</h4>
              <p>{theirs || t('conflict.empty')}</p>
            </div>
            <div className={styles.version}>
              <h4>{t('conflict.yours')}</h4>
              <p>{yours || t('conflict.empty')}</p>
            </div>
          </div>
          <label className={styles.right}>
            <input type="checkbox" name="theirs" value={name} /> <span>{t('conflict.take')}</span>
          </label>
        </div>
      ))}
    </section>
  )
}
