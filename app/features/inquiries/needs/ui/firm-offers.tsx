import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { useReading } from '../../ui/reading.ts'
import type { FirmOffer } from '../offering.server.ts'
import styles from './needs.module.css'

/** What a firm has offered by itself, each with its private page. */
export function FirmOffers({ offers }: { offers: readonly FirmOffer[] }) {
  const { t } = useTranslation(['needs', 'inquiries'])
  const locale = useReading()
  if (offers.length === 0) return null
  return (
    <section>
      <h2>{t('offer.own')}</h2>
      <p>{t('offer.ownLead')}</p>
      <ul className={styles.list}>
        {offers.map((offer) => (
          <li key={offer.approach}>
            <a className={styles.title} href={`/${locale}/account/inquiries/${offer.approach}`}>
              {offer.title?.[locale] ?? t('offer.hidden')}
            </a>
            <p className={styles.quiet}>{t('offer.at', { date: formatDate(offer.at, locale) })}</p>
            <p>{t(`inquiries:answer.state.${offer.stage}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
