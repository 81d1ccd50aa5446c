import { useTranslation } from 'react-i18next'
import type { ListingDocument, ListingImage } from '#db/schema/catalogue.ts'
import { htmlLang, pick, type Locale } from '#app/platform/locale.ts'
import { DownloadHint } from '#app/ui/wechat.tsx'
import { foreign } from '../../ui/technology-card.tsx'
import { fitted, pictureTypes, sizes, type FilePlaces, type PictureType } from '../sizes.ts'
import { megabytes } from './megabytes.ts'
import styles from './shown-files.module.css'

interface PhotographProps {
  image: ListingImage
  /** of the technology, where nobody described the picture */
  name: string
  at: FilePlaces
  first?: boolean
}

/** How wide the boxes of technology-page.module.css are: the first picture beside the name, the others in the text. */
const WIDTHS = { first: '(min-width: 48rem) 320px, (min-width: 27rem) 400px, calc(100vw - 32px)', other: '(min-width: 48rem) 344px, calc(100vw - 32px)' }

/** One picture, in a box whose size is known before it is there. */
export function Photograph({ image, name, at, first }: PhotographProps) {
  const { t, i18n } = useTranslation('files')
  const locale = i18n.language as Locale
  const alt = pick(image.alt, locale)
  const place = first ? 'first' : 'other'
  const set = (type: PictureType) => (['small', 'medium'] as const).map((size) => `${at.picture(image.file, size, type)} ${fitted(image, sizes[size].width).width}w`).join(', ')
  return (
    <picture className={styles[place]}>
      {(['avif', 'webp'] as const).map((type) => (
        <source key={type} type={pictureTypes[type]} srcSet={set(type)} sizes={WIDTHS[place]} />
      ))}
      <img
        src={at.picture(image.file, 'medium', 'jpg')}
        srcSet={set('jpg')}
        sizes={WIDTHS[place]}
        alt={alt?.text ?? t('show.alt', { name })}
        lang={alt ? foreign(alt.lang, locale) : undefined}
        {...(first ? { width: 400, height: 300 } : fitted(image, 800))}
        loading={first ? undefined : 'lazy'}
        decoding="async"
      />
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
      {documents.some((document) => document.access === 'public') && <DownloadHint />}
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
