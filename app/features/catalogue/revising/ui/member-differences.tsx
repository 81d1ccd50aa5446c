import { useTranslation } from 'react-i18next'
import type { ListingContent } from '#db/schema/catalogue.ts'
import { isNeutral, type MemberChange } from '../reading.ts'
import { Chip } from './chip.tsx'
import { Pieces } from './pieces.tsx'
import styles from './review.module.css'

interface Differences {
  changes: readonly MemberChange[]
  /** members that a warning points to: shown also where nothing changed */
  pointed: ReadonlySet<string>
  translations: ListingContent['translations']
  /** there was a text before */
  compared: boolean
}

/** Field by field what the new text changes; what stays the same is folded away, what is empty only named. */
export function MemberDifferences({ changes, pointed, translations, compared }: Differences) {
  const { t } = useTranslation('review')
  const isOpen = (change: MemberChange) => pointed.has(change.member) || (compared ? change.changed : !change.empty)
  const same = changes.filter((change) => !isOpen(change) && !change.empty)
  const empty = changes.filter((change) => !isOpen(change) && change.empty)
  const shown = (change: MemberChange) => <Member key={change.member} change={change} translations={translations} compared={compared} />
  return (
    <>
      {compared && (
        <p className={`${styles.legend} ${styles.text}`}>
          <ins>{t('show.added')}</ins> <del>{t('show.removed')}</del>
        </p>
      )}
      {changes.filter(isOpen).map(shown)}
      {compared && !changes.some(({ changed }) => changed) && <p>{t('show.noChange')}</p>}
      {same.length > 0 && (
        <details>
          <summary>{t('show.same', { n: same.length })}</summary>
          {same.map(shown)}
        </details>
      )}
      {empty.length > 0 && <p className={styles.none}>{t('show.empty', { names: empty.map(({ member }) => t(`members.${member}`)).join('、') })}</p>}
    </>
  )
}

function Member({ change, translations, compared }: { change: MemberChange; translations: ListingContent['translations']; compared: boolean }) {
  const { t } = useTranslation('review')
  const { member, sides, changed } = change
  return (
    <section className={styles.member} id={`m-${member}`}>
      <h3>
        {t(`members.${member}`)} {compared && changed && <Chip tone="good">{t('show.changed')}</Chip>}
      </h3>
      <div className={isNeutral(member) ? undefined : styles.sides}>
        {sides.map(({ language, pieces }) => {
          const state = translations[member]?.[language]
          return (
            <div key={language} className={styles.side}>
              {!isNeutral(member) && (
                <p className={styles.language}>
                  {t(`language.${language}`)} {state && <Chip tone="waiting">{t(`translation.state.${state}` as 'translation.state.stale')}</Chip>}
                </p>
              )}
              <Pieces pieces={pieces} language={language} />
            </div>
          )
        })}
      </div>
    </section>
  )
}
