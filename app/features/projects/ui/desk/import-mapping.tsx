import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import field from '#app/ui/field.module.css'
import { members } from '../../tables/columns.ts'
import styles from './desk.module.css'

/** What each column means, by its heading and the first thing that stands in it. */
export function ImportMapping({ href, open }: { href: string; open: { columns: string[]; headings: string[]; sample: string[]; problems: { row: number }[] } }) {
  const { t } = useTranslation('projectdesk')
  return (
    <details open={open.problems.some((problem) => problem.row === 1) || !open.columns.some(Boolean)}>
      <summary>{t('import.columns', { n: open.columns.filter(Boolean).length, all: open.headings.length })}</summary>
      <form method="post" action={`${href}/columns`}>
        <div className={styles.mapping}>
          {open.headings.map((heading, at) => (
            <p key={at}>
              <label className={field.label} htmlFor={`column-${at}`}>
                {heading || '—'} <small>{open.sample[at]?.slice(0, 24)}</small>
              </label>
              <select id={`column-${at}`} name="column" className={field.input} defaultValue={open.columns[at]}>
                <option value="">{t('import.passOver')}</option>
                {members.map((member) => (
                  <option key={member} value={member}>
                    {t(`members.${member}`)}
                  </option>
                ))}
              </select>
            </p>
          ))}
        </div>
        <Button tone="quiet">{t('import.checkAgain')}</Button>
      </form>
    </details>
  )
}
