import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import type { Piece } from '../difference.ts'
import styles from './review.module.css'

/** A text with what came in underlined and what was taken out struck through. */
export function Pieces({ pieces, language }: { pieces: readonly Piece[]; language: Locale }) {
  const { t } = useTranslation('review')
  if (pieces.length === 0) return <p className={styles.none}>{t('show.nothing')}</p>
  return (
    <p className={styles.text} lang={htmlLang[language]}>
      {pieces.map(({ how, text }, at) => (how === 'added' ? <ins key={at}>{text}</ins> : how === 'removed' ? <del key={at}>{text}</del> : text))}
    </p>
  )
}
