import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import styles from './security.module.css'

/** The recovery codes, this once; fit to be printed. */
export function RecoveryCodes({ email, codes, at, fresh, next }: { email: string; codes: string[]; at: string; fresh?: boolean; next: string }) {
  const { t } = useTranslation('security')
  return (
    <Sheet title={t('twoStep.codesTitle')}>
      <div className={styles.unprinted}>
        {fresh && <Notice role="status">{t('twoStep.codesOn')}</Notice>}
        <p>{t('twoStep.codesLead')}</p>
      </div>
      <p>{t('twoStep.codesFor', { email, at })}</p>
      <ol className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.unprinted}>
        <LinkButton wide href={next}>
          {t('twoStep.next')}
        </LinkButton>
      </div>
    </Sheet>
  )
}
