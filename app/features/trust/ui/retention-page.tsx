import { useTranslation } from 'react-i18next'
import { formatDate, formatTime, type Locale } from '#app/platform/locale.ts'
import { spanOf } from '../retention.ts'
import type { Retention } from '../retaining.server.ts'
import { Ledger, TrustPage } from './trust-page.tsx'
import styles from './trust.module.css'

/** How long what is kept, what goes soon, what is kept beyond its time, and what went. */
export function RetentionPage({ rows, cases, kept, runs }: Retention) {
  const { t, i18n } = useTranslation(['trust', 'desk'])
  const locale = i18n.language as Locale
  const desk = `/${locale}/desk/inquiries`
  const span = (days: number) => {
    const { unit, n } = spanOf(days)
    return t(`retention.spans.${unit}`, { n })
  }
  return (
    <TrustPage tab="retention">
      <h2>{t('retention.periods')}</h2>
      <Ledger heads={[t('retention.purpose'), t('retention.period'), t('retention.due')]}>
        {rows.map(({ purpose, days, due }) => (
          <tr key={purpose}>
            <td>
              {t(`purposes.${purpose}.name`)}
              <small>{t(`purposes.${purpose}.why`)}</small>
            </td>
            <td data-label={t('retention.period')} className={styles.when}>
              {span(days)}
            </td>
            <td data-label={t('retention.due')} className={styles.when}>
              {t('exports.count', { n: due })}
            </td>
          </tr>
        ))}
      </Ledger>
      <h2>{t('retention.dueCases')}</h2>
      {cases.length === 0 ? (
        <p>{t('retention.noneDue')}</p>
      ) : (
        <Ledger heads={[t('retention.ticket'), t('columns.stage'), t('retention.erasedOn'), '']}>
          {cases.map(({ id, ticket, stage, erasedOn }) => (
            <tr key={id}>
              <td>
                <a href={`${desk}/${id}`}>{ticket}</a>
              </td>
              <td data-label={t('columns.stage')}>{t(`desk:inquiries.stage.${stage}`)}</td>
              <td data-label={t('retention.erasedOn')} className={styles.when}>
                {formatDate(erasedOn, locale)}
              </td>
              <td>
                <a href={`${desk}/${id}/keeping`}>{t('retention.keep')}</a>
              </td>
            </tr>
          ))}
        </Ledger>
      )}
      <h2>{t('retention.keptCases')}</h2>
      {kept.length === 0 ? (
        <p>{t('retention.noneKept')}</p>
      ) : (
        <Ledger heads={[t('retention.ticket'), t('columns.stage'), t('keeping.reason'), '']}>
          {kept.map(({ id, ticket, stage, reason, at, by, askedAt }) => (
            <tr key={id}>
              <td>
                <a href={`${desk}/${id}`}>{ticket}</a>
              </td>
              <td data-label={t('columns.stage')}>{t(`desk:inquiries.stage.${stage}`)}</td>
              <td data-label={t('keeping.reason')} className={styles.reason}>
                {reason}
                <small>{t('retention.since', { at: formatDate(at, locale), by: by || t('views.gone') })}</small>
                {askedAt && <small className={styles.asked}>{t('retention.askedFor', { at: formatDate(askedAt, locale) })}</small>}
              </td>
              <td>
                <a href={`${desk}/${id}/keeping/ending`}>{t('retention.letGo')}</a>
              </td>
            </tr>
          ))}
        </Ledger>
      )}
      <h2>{t('retention.runs')}</h2>
      {runs.length === 0 ? <p>{t('retention.noRun')}</p> : <Runs runs={runs} locale={locale} />}
    </TrustPage>
  )
}

function Runs({ runs, locale }: { runs: Retention['runs']; locale: Locale }) {
  const { t } = useTranslation('trust')
  const said = ({ erased, files }: Retention['runs'][number]) => [
    ...erased.filter(({ n }) => n > 0).map(({ purpose, n }) => t('retention.erased', { what: t(`purposes.${purpose}.name`), n })),
    ...(files > 0 ? [t('retention.files', { n: files })] : []),
  ]
  return (
    <ul>
      {runs.map((run) => (
        <li key={run.at.getTime()}>
          {formatTime(run.at, locale)}: {said(run).join('、') || t('retention.nothing')}
        </li>
      ))}
    </ul>
  )
}
