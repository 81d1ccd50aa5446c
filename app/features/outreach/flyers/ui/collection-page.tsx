import { useTranslation } from 'react-i18next'
import { TechnologyNames, type TechnologyName } from '#app/features/inquiries/ui/technology-names.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import { FlyerPicture } from './flyer-page.tsx'
import styles from './flyer-page.module.css'

interface CollectionPageProps {
  title: string
  date: string
  address: string
  file: string
  technologies: TechnologyName[]
}

export function CollectionPage({ title, date, address, file, technologies }: CollectionPageProps) {
  const { t } = useTranslation('flyers')
  return (
    <Sheet title={<Written text={title} />} lead={t('collection.lead', { date, n: technologies.length })}>
      {technologies.length === 0 ? (
        <Notice tone="waiting">{t('collection.empty')}</Notice>
      ) : (
        <>
          <TechnologyNames technologies={technologies} />
          <FlyerPicture name={title} file={file} pdf={t('collection.pdf', { n: technologies.length + 1 })} />
        </>
      )}
      <h2>{t('collection.address')}</h2>
      <p className={styles.address}>{address}</p>
      <p>{t('collection.kept')}</p>
    </Sheet>
  )
}
