import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import styles from './security.module.css'

interface SecurityProps {
  email: string
  pending: string | null
  twoStep: { since: string; codes: number } | null
  required: boolean
  sessions: { id: string; device: string; since: string; here: boolean }[]
  done: 'password' | 'email' | 'dropped' | 'ended' | 'off' | null
}

/** Everything about getting in: password, address, second step, and where one is signed in. */
export function SecurityPage({ email, pending, twoStep, required, sessions, done }: SecurityProps) {
  const { t, i18n } = useTranslation(['security', 'trust'])
  const home = `/${i18n.language}/account/security`
  return (
    <DeskPage title={t('overview.title')}>
      {done && <Notice role="status">{t(`done.${done}`)}</Notice>}
      <p>{t('overview.signedInAs', { email })}</p>
      <div className={styles.boxes}>
        <section className={styles.box}>
          <h2>{t('overview.password.title')}</h2>
          <p>{t('overview.password.text')}</p>
          <LinkButton tone="quiet" href={`${home}/password`}>
            {t('overview.password.link')}
          </LinkButton>
        </section>
        <section className={styles.box}>
          <h2>{t('overview.email.title')}</h2>
          <p>{t('overview.email.text', { email })}</p>
          {pending && <p className={styles.waiting}>{t('overview.email.pending', { email: pending })}</p>}
          <div className={styles.acts}>
            <LinkButton tone="quiet" href={`${home}/email`}>
              {t('overview.email.link')}
            </LinkButton>
            {pending && (
              <form method="post" action={`${home}/email/dropping`}>
                <Button tone="quiet">{t('overview.email.drop')}</Button>
              </form>
            )}
          </div>
        </section>
        <section className={styles.box}>
          <h2>{t('overview.twoStep.title')}</h2>
          <p>{twoStep ? t('overview.twoStep.on', { at: twoStep.since, n: twoStep.codes }) : t('overview.twoStep.off')}</p>
          {!twoStep && required && <p className={styles.waiting}>{t('overview.twoStep.required')}</p>}
          <LinkButton tone="quiet" href={`${home}/two-step`}>
            {t('overview.twoStep.link')}
          </LinkButton>
        </section>
      </div>
      <section>
        <h2>{t('overview.sessions.title')}</h2>
        <p>{t('overview.sessions.text')}</p>
        <ul className={styles.sessions}>
          {sessions.map((session) => (
            <li key={session.id}>
              <span>
                <strong>{session.device || t('overview.sessions.unknown')}</strong>
                <small>
                  {t('overview.sessions.since')} {session.since}
                </small>
              </span>
              {session.here ? (
                <span className={styles.here}>{t('overview.sessions.here')}</span>
              ) : (
                <form method="post" action={`${home}/sessions/ending`}>
                  <input type="hidden" name="session" value={session.id} />
                  <Button tone="quiet" size="small">
                    {t('overview.sessions.end')}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post" action={`${home}/sessions/others`}>
            <Button tone="harm">{t('overview.sessions.others')}</Button>
          </form>
        )}
      </section>
      {!required && (
        <section>
          <h2>{t('trust:account.title')}</h2>
          <p>{t('trust:account.text')}</p>
          <LinkButton tone="quiet" href={`${home}/deletion`}>
            {t('trust:account.link')}
          </LinkButton>
        </section>
      )}
    </DeskPage>
  )
}
