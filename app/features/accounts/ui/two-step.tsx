import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CodeField } from './code-field.tsx'
import styles from './security.module.css'

const useHome = () => `/${useTranslation('security').i18n.language}/account/security/two-step`

/** What the second step is, and the way into it. */
export function TwoStepOff({ required, next }: { required: boolean; next: string | null }) {
  const { t } = useTranslation('security')
  return (
    <>
      {required && <Notice tone="waiting">{t('twoStep.required')}</Notice>}
      <p>{t('twoStep.lead')}</p>
      <p>{t('twoStep.apps')}</p>
      <NewKey next={next} label={t('twoStep.start')} />
    </>
  )
}

function NewKey({ next, label, quiet }: { next: string | null; label: string; quiet?: boolean }) {
  const home = useHome()
  return (
    <form method="post" action={`${home}/key`}>
      <input type="hidden" name="next" value={next ?? ''} />
      {quiet ? (
        <Button tone="quiet" size="small">
          {label}
        </Button>
      ) : (
        <Button wide>{label}</Button>
      )}
    </form>
  )
}

/** The key, as a picture and in text, and the code that proves the app has it. */
export function TwoStepSetup({ keyInText, kept, next }: { keyInText: string; kept: Kept | null | undefined; next: string | null }) {
  const { t } = useTranslation('security')
  const home = useHome()
  return (
    <>
      <p>{t('twoStep.apps')}</p>
      <p>{t('twoStep.scan')}</p>
      <img className={styles.qr} src={`${home}/qr.png`} alt={t('twoStep.qrAlt')} width={220} height={220} />
      <p>{t('twoStep.byHand')}</p>
      <p className={styles.key}>{keyInText}</p>
      <form method="post">
        <CodeField label={t('twoStep.code')} digits kept={kept} />
        <Button wide>{t('twoStep.confirm')}</Button>
      </form>
      <div className={styles.part}>
        <NewKey next={next} label={t('twoStep.anew')} quiet />
      </div>
    </>
  )
}

/** What may be done about a second step that is on. */
export function TwoStepOn({ since, codes, staff }: { since: string; codes: number; staff: boolean }) {
  const { t } = useTranslation('security')
  const home = useHome()
  return (
    <>
      <p>{t('twoStep.on', { at: since, n: codes })}</p>
      {codes <= 3 && <Notice tone="waiting">{t('twoStep.few')}</Notice>}
      <section className={styles.part}>
        <h2>{t('twoStep.renewTitle')}</h2>
        <p>{t('twoStep.renew')}</p>
        <LinkButton tone="quiet" href={`${home}/codes`}>
          {t('twoStep.renewTitle')}
        </LinkButton>
      </section>
      <section className={styles.part}>
        <h2>{t('twoStep.offTitle')}</h2>
        <p>{t(staff ? 'twoStep.offStaff' : 'twoStep.off')}</p>
        <LinkButton tone="harm" href={`${home}/removal`}>
          {t('twoStep.offSend')}
        </LinkButton>
      </section>
    </>
  )
}
