import { useTranslation } from 'react-i18next'
import { ShareAddress } from '#app/ui/share.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { useWeChat } from '#app/ui/wechat.tsx'
import styles from './sharing-page.module.css'

interface SharingPageProps {
  name: string
  href: string
  address: string
  /** picture with a QR code in it, for the kinds of pages that have one */
  poster: string | null
  /** the bare QR code */
  code: string
}

/** The poster of a page, or its QR code: one code on the screen, as a real picture outside of any link, so that a long press finds it. */
export function SharingPage({ name, href, address, poster, code }: SharingPageProps) {
  const { t } = useTranslation('sharing')
  const weChat = useWeChat()
  return (
    <Sheet title={t('page.title')} lead={name} back={{ href, label: t('page.back') }}>
      <figure className={styles.picture}>
        {poster ? <img src={poster} width={1080} height={1440} alt={t('page.poster', { name })} className={styles.poster} /> : <img src={code} width={264} height={264} alt={t('page.code', { name })} className={styles.code} />}
        <figcaption>{weChat ? t(weChat === 'desktop' ? 'page.insideDesktop' : 'page.inside') : <Outside />}</figcaption>
      </figure>
      <ShareAddress address={address} />
    </Sheet>
  )
}

/** Whether the reader holds a phone or sits before a screen, the style sheet knows. */
function Outside() {
  const { t } = useTranslation('sharing')
  return (
    <>
      <span className={styles.touched}>{t('page.phone')}</span>
      <span className={styles.pointed}>{t('page.desktop')}</span>
    </>
  )
}
