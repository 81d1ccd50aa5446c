import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import styles from './case-page.module.css'

/** For a buyer without e-mail: ready words in their language with the link, and its picture, for phone or WeChat. */
export function TellBuyer({ ticket, receipt, introduced }: { ticket: string; receipt: { path: string; words: string }; introduced: boolean }) {
  const { t } = useTranslation('desk')
  return (
    <Notice tone="waiting">
      <details className={styles.tell} open={introduced}>
        <summary>{t('inquiries.case.tell.title')}</summary>
        <p>{t('inquiries.case.tell.text')}</p>
        {introduced && <p>{t('inquiries.case.tell.passOn')}</p>}
        <textarea readOnly rows={7} aria-label={t('inquiries.case.tell.title')} defaultValue={receipt.words} />
        <img src={`${receipt.path}/qr.png`} width="140" height="140" alt={`${ticket} ${t('inquiries.case.tell.qr')}`} />
      </details>
    </Notice>
  )
}
