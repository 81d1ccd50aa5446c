import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import type { ConceptChange } from '../concepts.server.ts'
import { difference, nameOf } from '../terms.ts'
import { tongueLang, useDesk } from './concept-words.tsx'
import styles from './terminology.module.css'

/** Who changed what and when, newest first. */
export function ConceptHistory({ changes }: { changes: readonly ConceptChange[] }) {
  const { t } = useTranslation('terminology')
  const { locale } = useDesk()
  if (changes.length === 0) return <p>{t('show.seeded')}</p>
  return (
    <ol className={styles.story}>
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.at.toISOString()}>{formatTime(change.at, locale)}</time> <strong>{t(`verb.${change.verb}`)}</strong> {change.actor}
          <Merger change={change} />
          <Difference change={change} />
        </li>
      ))}
    </ol>
  )
}

function Merger({ change: { after, other } }: { change: ConceptChange }) {
  const { t } = useTranslation('terminology')
  const { locale, desk } = useDesk()
  if (!other) return null
  const { text } = nameOf(other, locale)
  return (
    <p>
      <a className={styles.act} href={`${desk}/${other.id}`}>{after.mergedFrom ? t('mergedFrom', { name: text }) : t('mergedInto', { name: text })}</a>
    </p>
  )
}

function Difference({ change: { before, after } }: { change: ConceptChange }) {
  const { t } = useTranslation('terminology')
  const changed = difference(before, after)
  if (changed.length === 0) return null
  return (
    <ul className={styles.difference}>
      {changed.map(({ tongue, came, went }) => (
        <li key={tongue}>
          <span>{t(`tongue.${tongue}`)}</span>
          {came.map((word) => (
            <ins key={word} lang={tongueLang(tongue)}>
              <span className="visually-hidden">{t('came')}: </span>
              {word}
            </ins>
          ))}
          {went.map((word) => (
            <del key={word} lang={tongueLang(tongue)}>
              <span className="visually-hidden">{t('went')}: </span>
              {word}
            </del>
          ))}
        </li>
      ))}
    </ul>
  )
}
