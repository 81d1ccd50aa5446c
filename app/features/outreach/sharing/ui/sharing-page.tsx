import { useTranslation } from 'react-i18next'
import { ShareAddress } from '#app/ui/share.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import styles from './sharing-page.module.css'

interface SharingPageProps {
  name: string
  href: string
  address: string
  /** where the picture of its QR code is */
  code: string
}

/** The QR code of a page: the only one on the screen, as a real picture outside of any link, so that a long press finds it. */
export function SharingPage({ name, href, address, code }: SharingPageProps) {
  const { t } = useTranslation('sharing')
  return (
    <Sheet title={t('page.title')} lead={name} back={{ href, label: t('page.back') }}>
      <figure className={styles.picture}>
        <img src={code} width={264} height={264} alt={t('page.code', { name })} />
        <figcaption>{t('page.hint')}</figcaption>
      </figure>
      <ShareAddress address={address} />
    </Sheet>
  )
}
