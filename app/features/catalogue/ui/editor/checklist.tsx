import { useTranslation } from 'react-i18next'
import type { Check } from '../../revising/checklist.ts'
import styles from './editor.module.css'

/** What makes a listing be found, with the way to what is missing. */
export function Checklist({ checks, home, linked }: { checks: Check[]; home: string; linked: boolean }) {
  const { t } = useTranslation('editor')
  const done = checks.filter((check) => check.done).length
  return (
    <section className={styles.card} id="checklist">
      <h2>{t('checklist.title')}</h2>
      <p>{t('checklist.count', { done, total: checks.length })}</p>
      <ul className={styles.checks}>
        {checks.map(({ name, done, required, where, member }) => (
          <li key={name} className={done ? styles.ticked : undefined}>
            <span aria-hidden="true">{done ? '✓' : '○'}</span>
            <span>
              <span className="visually-hidden">{t(done ? 'checklist.done' : 'checklist.missing')}</span>
              {t(`checks.${name}.what`)}
              {required && !done && <em className={styles.need}>{t('checklist.required')}</em>}
              {!done && <small>{t(`checks.${name}.why`)}</small>}
            </span>
            {!done && linked && <a href={where === 'images' ? `${home}/images` : `${home}/edit/${where}#${member}`}>{t('checklist.add')}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}
