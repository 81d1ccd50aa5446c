import { useTranslation } from 'react-i18next'
import { draftDocumentPath, draftPicturePath } from '../../files/sizes.ts'
import type { Review } from '../review.server.ts'
import { BothNames, useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import styles from './review.module.css'

const toneOf = { same: undefined, added: 'good', removed: 'harm' } as const

function How({ how }: { how: 'same' | 'added' | 'removed' }) {
  const { t } = useTranslation('review')
  return how === 'same' ? null : <Chip tone={toneOf[how]}>{t(`files.${how}`)}</Chip>
}

/** Pictures and documents: those that stay, come and go. */
export function FileDifferences({ images, documents, technology: { id: technologyId } }: Pick<Review, 'images' | 'documents' | 'technology'>) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  return (
    <>
      <section className={styles.member} id="m-images">
        <h3>{t('members.images')}</h3>
        {images.length === 0 && <p className={styles.none}>{t('files.noImage')}</p>}
        <ul className={styles.files}>
          {images.map(({ file, alt, how }) => (
            <li key={`${file} ${how}`} className={how === 'removed' ? styles.removed : undefined}>
              <a href={draftPicturePath(locale, technologyId, file, 'large')}>
                <img src={draftPicturePath(locale, technologyId, file, 'card')} alt={alt.ja ?? alt.zh ?? t('members.images')} width={336} height={252} loading="lazy" />
              </a>
              <span className={styles.caption}>
                <How how={how} /> <BothNames name={alt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.member} id="m-documents">
        <h3>{t('members.documents')}</h3>
        {documents.length === 0 && <p className={styles.none}>{t('files.noDocument')}</p>}
        <ul className={styles.plain}>
          {documents.map(({ id, name, kind, size, language, access, how }) => (
            <li key={`${id} ${how}`} className={how === 'removed' ? styles.removed : undefined}>
              <a className={styles.fileName} href={draftDocumentPath(locale, technologyId, id)}>
                {name}
              </a>{' '}
              <How how={how} />
              <span className={styles.caption}>
                {kind.toUpperCase()} · {t('files.size', { n: Math.max(1, Math.round(size / 1024)).toLocaleString() })} · {t(`files.language.${language}`)} · {t(`files.access.${access}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
