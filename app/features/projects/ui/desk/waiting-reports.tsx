import { useTranslation } from 'react-i18next'
import type { SurveyWord } from '#db/schema/candidacies.ts'
import { formatDate, formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { DeskProject } from '../../desk/project.server.ts'
import styles from './desk.module.css'

/** What parties have said on their private pages or in a survey, waiting to be taken over or not. */
export function WaitingReports({ opened, href }: { opened: DeskProject; href: string }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  return (
    <>
      {opened.reports.map((report) => {
        const party = opened.parties.find(({ id }) => id === report.partyId)
        const name = party ? named({ ja: party.nameJa, zh: party.nameZh }, locale).text : ''
        const status = report.status && t('projects:events.status', { status: t(`projects:statuses.${report.status}`) })
        return (
          <Notice key={report.id} tone="waiting">
            <p>
              <strong>{t(report.survey ? 'report.survey' : 'report.title', { party: name })}</strong> {formatTime(report.at, locale)}
            </p>
            {report.survey ? (
              <>
                {status && <p>{report.kind === 'unchanged' ? t('report.same', { status: t(`projects:statuses.${report.status!}`) }) : `${t('report.since', { date: formatDate(report.on, locale) })}${status}`}</p>}
                <SurveyWords word={report.survey} />
                <p>
                  <a href={`/${locale}/desk/surveys/${report.survey.round}/recipients/${report.survey.recipient}`}>{t('report.answers')}</a>
                </p>
              </>
            ) : (
              <p>
                {t(`report.${report.kind}`, { date: formatDate(report.on, locale) })}
                {status && ` ${status}`}
              </p>
            )}
            {report.note && <p className={styles.word} lang={report.locale === 'zh' ? 'zh-Hans' : 'ja'}>{report.note}</p>}
            <div className={styles.acts}>
              <form method="post" action={`${href}/reports/${report.id}/acceptance`}>
                <Button size="small">{t('report.accept')}</Button>
              </form>
              <form method="post" action={`${href}/reports/${report.id}/dismissal`}>
                <Button size="small" tone="quiet">{t('report.dismiss')}</Button>
              </form>
            </div>
          </Notice>
        )
      })}
    </>
  )
}

/** The coded part of a party's answers, as it would enter the project's life. */
function SurveyWords({ word: { via, obstacles, wishes, outcome } }: { word: SurveyWord }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects', 'surveys'])
  const number = new Intl.NumberFormat(i18n.language)
  const kinds = outcome?.kinds.map((code) => t(`projects:outcomeKinds.${code}`)) ?? []
  const impacts = outcome?.impacts.map((code) => t(`surveys:lists.impacts.${code as 'jobs'}`)) ?? []
  const basis = outcome?.verified ? t('outcome.isVerified') : t('outcome.isClaimed')
  const saved = (n: number | null | undefined) => (n === null || n === undefined ? null : `${number.format(n)}（${basis}）`)
  return (
    <Facts
      facts={[
        [t('report.via'), t(`surveys:via.${via}`)],
        [t('findings.obstacles'), obstacles.map((code) => t(`projects:obstacles.${code}`)).join('、')],
        [t('findings.wishes'), wishes.map((code) => t(`projects:wishes.${code}`)).join('、')],
        [t('outcome.kinds'), [...kinds, ...impacts].join('、')],
        [t('outcome.amount'), outcome?.amount && t(`projects:amounts.${outcome.amount}`)],
        [t('outcome.energySaved'), saved(outcome?.energySaved)],
        [t('outcome.co2Saved'), saved(outcome?.co2Saved)],
      ]}
    />
  )
}
