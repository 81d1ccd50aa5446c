import { useTranslation } from 'react-i18next'
import { formatDate, formatTime, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { readRecipients, Round } from '../rounds.server.ts'
import { RefusedNotice } from './refused-notice.tsx'
import styles from './surveys.module.css'

interface Shown {
  round: Round
  questionnaire: { ja: string; zh: string }
  version: number
  recipients: Awaited<ReturnType<typeof readRecipients>>
  href: string
  list: string
  publicHref: string | null
  begun: number
  refused: string | null
}

const SUMS = { asked: null, answered: ['answered'], partly: ['partly'], silent: ['sent', 'reminded'], refused: ['refused'] } as const

/** A round at the desk: how far it has come, and every party with its state. */
export function DeskRoundPage({ round, questionnaire, version, recipients, href, list, publicHref, begun, refused }: Shown) {
  const { t, i18n } = useTranslation(['surveys', 'report'])
  const locale = i18n.language as Locale
  const follows = round.kind === 'follow-up'
  return (
    <DeskPage title={named({ ja: round.nameJa, zh: round.nameZh }, locale).text} actions={<a href={list}>{t('desk.back')}</a>}>
      <RefusedNotice reason={refused} />
      <Facts
        facts={[
          [t('desk.table.state'), t(`roundStates.${round.state}`)],
          [t('roundForm.version'), `${questionnaire[locale]} ${t('desk.version', { n: version })}`],
          [t('roundForm.closesOn'), formatDate(round.closesOn, locale)],
          [t('roundForm.remindOn'), follows ? round.remindOn.map((day) => formatDate(day, locale)).join('、') : null],
          [t('desk.link'), publicHref && round.state !== 'draft' && <a href={publicHref}>{publicHref}</a>],
          [t('results.answers'), !follows && round.state !== 'draft' ? String(begun) : null],
        ]}
      />
      <div className={styles.buttons}>
        {round.state === 'draft' && <LinkButton href={`${href}/opening`}>{t(follows ? 'desk.preview' : 'desk.open')}</LinkButton>}
        {round.state !== 'draft' && <LinkButton href={`${href}/${follows ? 'analysis' : 'results'}`}>{t(follows ? 'desk.analysis' : 'desk.results')}</LinkButton>}
        {follows && round.state !== 'draft' && (
          <LinkButton tone="quiet" href={`${href}/report`}>
            {t('report:open')}
          </LinkButton>
        )}
        {follows && round.state !== 'draft' && (
          <LinkButton tone="quiet" href={`${href}/interviews`}>
            {t('desk.interviews')}
          </LinkButton>
        )}
        {round.state !== 'closed' && (
          <LinkButton tone="quiet" href={`${href}/edit`}>
            {t('desk.edit')}
          </LinkButton>
        )}
        {publicHref && round.state === 'open' && (
          <LinkButton tone="quiet" href={`${href}/qr.png`}>
            {t('desk.qr')}
          </LinkButton>
        )}
        {!follows && round.state === 'closed' && (
          <form method="post" action={`${href}/${round.releasedAt ? 'release/ending' : 'release'}`}>
            <Button tone="quiet">{t(round.releasedAt ? 'desk.unrelease' : 'desk.release')}</Button>
          </form>
        )}
        {round.state === 'open' && (
          <LinkButton tone="harm" href={`${href}/closing`}>
            {t('desk.close')}
          </LinkButton>
        )}
      </div>
      {follows && recipients.length > 0 && (
        <>
          <dl className={styles.sums}>
            {(Object.keys(SUMS) as (keyof typeof SUMS)[]).map((key) => (
              <div key={key}>
                <dt>{t(`desk.sum.${key}`)}</dt>
                <dd>{recipients.filter(({ state }) => SUMS[key] === null || (SUMS[key] as readonly string[]).includes(state)).length}</dd>
              </div>
            ))}
          </dl>
          <h2>{t('desk.recipients')}</h2>
          <div className={styles.scroll}>
            <table className={`${styles.table} ${styles.cards}`}>
              <thead>
                <tr>
                  {(['party', 'project', 'state', 'language', 'how', 'when'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(`desk.table.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {recipients.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <a href={`${href}/recipients/${one.id}`}>{named({ ja: one.nameJa, zh: one.nameZh }, locale).text}</a>
                    </td>
                    <td>{named({ ja: one.titleJa, zh: one.titleZh }, locale).text}</td>
                    <td className={styles.state}>
                      {t(`states.${one.state}`)}
                      {one.via === 'phone' && t('desk.by', { via: t('via.phone') })}
                    </td>
                    <td className={styles.state}>{t(`languages.${one.locale as Locale}`)}</td>
                    <td>
                      {t(`how.${one.how}`)}
                      {one.reminders > 0 && ` · ${t('desk.reminders', { n: one.reminders })}`}
                    </td>
                    <td className={styles.state}>{formatTime(one.stateAt, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </DeskPage>
  )
}
