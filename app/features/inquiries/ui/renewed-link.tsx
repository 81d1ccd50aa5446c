import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { useReading } from './reading.ts'
import styles from './task-page.module.css'

/** A receipt link that was issued anew: what to tell, and its picture. */
export function RenewedLink({ renewed }: { renewed: { inquiryId: string; ticket: string; locale: Locale; mailed: boolean; path: string; words: string } }) {
  const { t } = useTranslation('casework')
  const locale = useReading()
  return (
    <Sheet title={t('renewal.doneTitle')} back={{ href: `/${locale}/desk/inquiries/${renewed.inquiryId}`, label: renewed.ticket }}>
      {renewed.mailed && (
        <Notice role="status">
          <p>{t('renewal.doneMail')}</p>
        </Notice>
      )}
      <h2 id="words">{t('renewal.words')}</h2>
      <div className={styles.words}>
        <textarea readOnly rows={6} lang={htmlLang[renewed.locale]} aria-labelledby="words" defaultValue={renewed.words} />
        <img src={`${renewed.path}/qr.png`} width="140" height="140" alt={`${renewed.ticket} ${t('tasks.qr')}`} />
      </div>
    </Sheet>
  )
}
