import { useTranslation } from 'react-i18next'
import type { ListingDocument, ListingImage } from '#db/schema/catalogue.ts'
import { htmlLang, pick, type Locale } from '#app/platform/locale.ts'
import { foreign } from '../../ui/technology-card.tsx'
import { fitted, type FilePlaces } from '../sizes.ts'
import { megabytes } from './megabytes.ts'
import styles from './shown-files.module.css'

interface PhotographProps {
  image: ListingImage
  /** of the technology, where nobody described the picture */
  name: string
  at: FilePlaces
  first?: boolean
}

/** One picture, in a box whose size is known before it is there. */
export function Photograph({ image, name, at, first }: PhotographProps) {
  const { t, i18n } = useTranslation('files')
  const locale = i18n.language as Locale
  const alt = pick(image.alt, locale)
  const size = first ? { width: 400, height: 300 } : fitted(image, 800)
  return (
    <picture className={first ? styles.first : styles.other}>
      <source type="image/webp" srcSet={at.picture(image.file, 'medium', 'webp')} />
      <img src={at.picture(image.file, 'medium', 'jpg')} alt={alt?.text ?? t('show.alt', { name })} lang={alt ? foreign(alt.lang, locale) : undefined} {...size} loading={first ? undefined : 'lazy'} decoding="async" />
    </picture>
  )
}

/** The pictures after the first. */
export function Photographs({ images, name, at }: { images: readonly ListingImage[]; name: string; at: FilePlaces }) {
  const { t, i18n } = useTranslation('files')
  const locale = i18n.language as Locale
  if (images.length === 0) return null
  return (
    <section>
      <h2>{t('show.images')}</h2>
      <div className={styles.pictures}>
        {images.map((image) => {
          const caption = pick(image.alt, locale)
          return (
            <figure key={image.file}>
              <Photograph image={image} name={name} at={at} />
              {caption && <figcaption lang={foreign(caption.lang, locale)}>{caption.text}</figcaption>}
            </figure>
          )
        })}
      </div>
    </section>
  )
}

/** What there is to read: to be downloaded, or to be asked for at the office. */
export function Documents({ documents, at }: { documents: readonly ListingDocument[]; at: FilePlaces }) {
  const { t } = useTranslation('files')
  if (documents.length === 0) return null
  return (
    <section>
      <h2>{t('show.documents')}</h2>
      <ul className={styles.documents}>
        {documents.map((document) => (
          <li key={document.id}>
            {document.access === 'public' ? (
              <a href={at.document(document.id)} lang={langOf(document)} download>
                {document.name}
              </a>
            ) : (
              <span className={styles.name} lang={langOf(document)}>
                {document.name}
              </span>
            )}
            <span className={styles.facts}>
              {t(`kinds.${document.kind}`)} · {megabytes(document.size)} · {t(`languages.${document.language}`)}
            </span>
            {document.access === 'on-request' && <span className={styles.asked}>{t('show.onRequest')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const langOf = ({ language }: ListingDocument) => (language === 'en' ? 'en' : htmlLang[language])
