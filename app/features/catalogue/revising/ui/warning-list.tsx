import { useTranslation } from 'react-i18next'
import type { Warning } from '../warnings.ts'
import { Chip } from './chip.tsx'
import styles from './review.module.css'
import { Written } from '#app/ui/written.tsx'

/** Where a warning points to, in words: “性能 2行目・中国語”. */
export function useWarningPlace() {
  const { t } = useTranslation('review')
  return ({ member, row, language, file }: Warning) =>
    [t(`members.${member}` as 'members.name'), row === null ? null : t('warnings.row', { n: row + 1 }), language && t(`language.${language}`), file].filter(Boolean).join(t('warnings.by'))
}

/** What the desk should look at, each with the way to its place on the page of the revision. @param href that page, where it is another one */
export function WarningList({ warnings, href = '' }: { warnings: readonly Warning[]; href?: string }) {
  const { t } = useTranslation('review')
  const placeOf = useWarningPlace()
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning, at) => (
        <li key={at}>
          <span>
            <Chip tone="waiting">{t(`warnings.code.${warning.code}`)}</Chip>
          </span>
          <span>
            <a href={`${href}#m-${warning.member}`}>{placeOf(warning)}</a>
            {warning.excerpt && <span className={styles.excerpt}><Written text={t('warnings.excerpt', { excerpt: warning.excerpt })} /></span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
