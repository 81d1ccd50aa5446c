import { useTranslation } from 'react-i18next'
import { TextField, type Kept } from '#app/ui/field.tsx'
import type { FoundLeaks } from '../conversation/leak-check.server.ts'
import styles from './leak-report.module.css'

interface Found {
  leaks: readonly FoundLeaks[]
  keys: readonly string[]
}

/**
 * What looks like a contact, marked where it stands. It is changed above, or sent all the same with a reason.
 * @param lead what to do about it, where the words stand on another page
 * @param shownOnly nothing can be sent yet
 */
export function LeakReport({ found, kept, lead, shownOnly = false }: { found: Found; kept: Kept | null | undefined; lead?: string; shownOnly?: boolean }) {
  const { t } = useTranslation('conversation')
  return (
    <section className={styles.report} aria-labelledby="leaks">
      <h2 id="leaks">{t('leaks.title')}</h2>
      <p>{lead ?? t('leaks.text')}</p>
      {found.leaks.map((one, at) => (
        <figure key={at} className={styles.found}>
          <figcaption>{one.where === 'file-text' ? t('leaks.where.file-text', { name: one.of ?? '' }) : t(`leaks.where.${one.where}`)}</figcaption>
          <p className={styles.text}>
            {one.pieces.map((piece, index) =>
              piece.kind ? (
                <mark key={index}>
                  {piece.text}
                  <small>{t(`leaks.kind.${piece.kind}`)}</small>
                </mark>
              ) : (
                <span key={index}>{piece.text}</span>
              ),
            )}
          </p>
        </figure>
      ))}
      <input type="hidden" name="_seen" value={found.keys.join(',')} />
      {!shownOnly && <TextField name="override" label={t('leaks.override')} hint={t('leaks.overrideHint')} maxLength={500} kept={kept} />}
    </section>
  )
}
