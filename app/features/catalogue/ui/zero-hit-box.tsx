import { useTranslation } from 'react-i18next'
import { formatTime, htmlLang } from '#app/platform/locale.ts'
import type { ZeroHit } from '../zero-hits.server.ts'
import { useDesk } from './concept-words.tsx'
import styles from './terminology.module.css'

/** What visitors lately asked for in vain, and what can be done about it. */
export function ZeroHitBox({ hits }: { hits: readonly ZeroHit[] }) {
  const { t } = useTranslation('terminology')
  return (
    <section className={styles.zero}>
      <h2>{t('zero.title')}</h2>
      <p className={styles.hint}>{t('zero.lead')}</p>
      {hits.length === 0 && <p>{t('zero.none')}</p>}
      <ul>
        {hits.map((hit) => (
          <Hit key={`${hit.language} ${hit.query}`} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

function Hit({ hit: { language, query, n, lastAt, concept } }: { hit: ZeroHit }) {
  const { t } = useTranslation('terminology')
  const { locale, desk } = useDesk()
  const q = encodeURIComponent(query)
  return (
    <li>
      <strong lang={htmlLang[language]}>{query}</strong>
      <small>
        {t('zero.times', { n })} / {t(`zero.page.${language}`)} / <time dateTime={lastAt.toISOString()}>{t('zero.last', { at: formatTime(lastAt, locale) })}</time>
      </small>
      <span className={styles.ways}>
        {concept ? (
          <a href={`${desk}/${concept}`}>{t('zero.known')}</a>
        ) : (
          <>
            <a href={`${desk}/new?${language}=${q}`}>{t('zero.new')}</a>
            <a href={`${desk}?${language}=${q}`}>{t('zero.existing')}</a>
          </>
        )}
        <a href={`/${language}/technologies?q=${q}`}>{t('zero.try')}</a>
      </span>
    </li>
  )
}
