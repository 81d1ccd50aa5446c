import { useTranslation } from 'react-i18next'
import type { ListingImage } from '#db/schema/catalogue.ts'
import type { Locale } from '#app/platform/locale.ts'
import { draftPicturePath, fitted } from '../sizes.ts'
import styles from './files.module.css'

/** A picture of a draft, as large as a form has room for. */
export function ShownPicture({ image, technologyId }: { image: ListingImage; technologyId: string }) {
  const { i18n } = useTranslation()
  const locale = i18n.language as Locale
  return <img src={draftPicturePath(locale, technologyId, image.file, 'medium', 'jpg')} alt={image.alt[locale] ?? ''} {...fitted(image, 480)} className={styles.shown} />
}
