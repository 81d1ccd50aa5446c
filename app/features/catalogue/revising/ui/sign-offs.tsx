import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import type { Review } from '../review.server.ts'
import { useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import styles from './review.module.css'

/** Who of the firm answers for the text of each language. */
export function SignOffs({ review }: { review: Review }) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { revision, unsigned, name } = review
  const languages = (['ja', 'zh'] as const).filter((language) => name[language])
  return (
    <section className={styles.panel}>
      <h2>{t('signOffs.title')}</h2>
      <ul className={styles.plain}>
        {languages.map((language) => {
          const signOff = revision.signOffs?.[language]
          return (
            <li key={language}>
              {t(`language.${language}`)}{' '}
              {signOff ? <Chip tone="good">{t(`signOffs.${signOff.how}`)}</Chip> : <Chip tone="waiting">{t('signOffs.open')}</Chip>}
              {signOff && <span className={styles.caption}>{t(`signOffs.${signOff.how}By`, { name: signOff.name, at: formatTime(new Date(signOff.at), locale) })}</span>}
            </li>
          )
        })}
      </ul>
      {revision.signOffAskedAt && <p>{t('signOffs.asked', { at: formatTime(revision.signOffAskedAt, locale) })}</p>}
      {revision.state === 'submitted' && unsigned.length > 0 && (
        <p className={styles.links}>
          {languages.length === 2 && <a href={`/${locale}/desk/listings/${revision.id}/sign-off-request`}>{t('acts.sign-off-request')}</a>}
          <a href={`/${locale}/desk/listings/${revision.id}/waiver`}>{t('acts.waiver')}</a>
        </p>
      )}
    </section>
  )
}
