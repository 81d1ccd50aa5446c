import { useTranslation } from 'react-i18next'
import type { CardView } from '../../card-view.ts'
import { TechnologyList } from '../technology-card.tsx'
import styles from './editor.module.css'

/** The listing as lists will show it. Its link leads nowhere yet. */
export function PreviewCard({ cards }: { cards: CardView[] }) {
  const { t } = useTranslation('editor')
  return (
    <section className={styles.previewCard} aria-label={t('preview.card')}>
      <p className={styles.above}>{t('preview.card')}</p>
      {/* React 18 knows no `inert`; as text it is passed on. */}
      <div {...{ inert: '' }} className={styles.inert}>
        <TechnologyList cards={cards} />
      </div>
      <p className={styles.above}>{t('preview.page')}</p>
    </section>
  )
}
