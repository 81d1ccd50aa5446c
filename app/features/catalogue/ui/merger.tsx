import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { Concept } from '../concept-states.ts'
import type { Words } from '../terms.ts'
import { ConceptName, WordList } from './concept-words.tsx'
import styles from './terminology.module.css'

/** Looks for the concept that shall take the words over. */
export function MergerSearch({ word, candidates }: { word: string; candidates: readonly Concept[] | null }) {
  const { t } = useTranslation('terminology')
  return (
    <>
      <form className={styles.search} role="search" method="get">
        <label htmlFor="word">{t('merging.find')}</label>
        <div>
          <input id="word" name="word" type="search" defaultValue={word} maxLength={100} autoComplete="off" />
          <Button>{t('search.send')}</Button>
        </div>
      </form>
      {candidates?.length === 0 && <p>{t('none')}</p>}
      {candidates && candidates.length > 0 && (
        <>
          <h2>{t('merging.choose')}</h2>
          <ul className={styles.candidates}>
            {candidates.map((concept) => (
              <li key={concept.id}>
                <a href={`?into=${encodeURIComponent(concept.id)}`}>
                  <ConceptName words={concept} />
                </a>
                <small>{[...concept.ja, ...concept.zh, ...concept.en].join('、')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What the merger will make, before it is made. */
export function Merger({ into, result }: { into: Words & { id: string }; result: Words }) {
  const { t } = useTranslation('terminology')
  return (
    <form method="post">
      <h2>{t('merging.into')}</h2>
      <p>
        <strong>
          <ConceptName words={into} />
        </strong>
      </p>
      <h2>{t('merging.result')}</h2>
      <WordList words={result} />
      <input type="hidden" name="into" value={into.id} />
      <p className={styles.acts}>
        <Button tone="harm">{t('merging.send')}</Button>
        <a className={styles.act} href="?">
          {t('merging.other')}
        </a>
      </p>
    </form>
  )
}
