import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bilingual, ImportProblem } from '#db/schema/catalogue.ts'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { named } from '../naming.ts'
import type { Entry } from '../tables/planning.ts'
import styles from './table-import.module.css'

interface Form {
  /** names the firm for the office */
  query: string
  most: { rows: number; megabytes: number }
  refused: { refused: string; row: number } | null
}

/** How a table is made and sent, in the order of doing it. */
export function ImportForm({ query, most, refused }: Form) {
  const { t, i18n } = useTranslation('tables')
  const account = `/${i18n.language}/account`
  return (
    <div className={styles.column}>
      <p>{t('import.lead')}</p>
      <ol className={styles.steps}>
        <li>
          <p>{t('import.step1')}</p>
          <p className={styles.actions}>
            <LinkButton tone="quiet" href={`${account}/import/template.csv`}>
              {t('import.template')}
            </LinkButton>
            <LinkButton tone="quiet" href={`${account}/export.csv${query}`}>
              {t('import.present')}
            </LinkButton>
          </p>
        </li>
        <li>
          <p>{t('import.step2')}</p>
        </li>
        <li>
          <p>{t('import.step3')}</p>
          <form method="post" encType="multipart/form-data">
            <label className={styles.file}>
              <span>{t('import.file')}</span>
              <small id="table-hint">{t('import.limits', most)}</small>
              <input type="file" name="table" accept=".csv,.txt,.tsv,text/csv" aria-describedby={refused ? 'table-hint table-error' : 'table-hint'} aria-invalid={refused ? true : undefined} />
            </label>
            {refused && (
              <p className={styles.error} id="table-error" role="alert">
                {t(`refused.${refused.refused as 'none'}`, { row: refused.row, ...most })}
              </p>
            )}
            <Button>{t('import.check')}</Button>
          </form>
        </li>
      </ol>
    </div>
  )
}

export function RecentImports({ recent }: { recent: { id: string; name: string; state: string; total: number; createdAt: Date }[] }) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  if (recent.length === 0) return null
  return (
    <section>
      <h2>{t('import.recent')}</h2>
      <ul className={styles.recent}>
        {recent.map((one) => (
          <li key={one.id}>
            <a href={`/${locale}/account/import/${one.id}`}>{one.name}</a> <span>{t('import.rows', { n: one.total })}</span> <span>{t(`import.states.${one.state as 'ready'}`)}</span>{' '}
            <span>{formatTime(one.createdAt, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Problem({ problem }: { problem: ImportProblem }) {
  const { t } = useTranslation('tables')
  const { row, column, code, params } = problem
  return (
    <tr>
      <td data-label={t('problems.row')}>{row}</td>
      <td data-label={t('problems.column')}>
        {params.letter && <b>{params.letter}</b>} {column}
      </td>
      <td data-label={t('problems.what')}>
        {params.entry && t('problems.entry', { n: params.entry })}
        {t(`problems.codes.${code as 'required'}`, { ...params, defaultValue: code })}
      </td>
    </tr>
  )
}

function ProblemTable({ problems }: { problems: ImportProblem[] }) {
  const { t } = useTranslation('tables')
  return (
    <RecordTable className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('problems.row')}</th>
          <th scope="col">{t('problems.column')}</th>
          <th scope="col">{t('problems.what')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, at) => (
          <Problem key={at} problem={problem} />
        ))}
      </tbody>
    </RecordTable>
  )
}

/** Everything that stands against a table, by row and column; nothing of it was stored. */
export function TableProblems({ problems, query }: { problems: ImportProblem[]; query: string }) {
  const { t, i18n } = useTranslation('tables')
  return (
    <>
      <Notice tone="harm" role="alert">
        <p>{t('problems.lead', { n: problems.length })}</p>
      </Notice>
      <ProblemTable problems={problems} />
      <p>
        <LinkButton href={`/${i18n.language}/account/import${query}`}>{t('import.again')}</LinkButton>
      </p>
    </>
  )
}

const changes = ['new', 'changed', 'unchanged'] as const satisfies readonly Entry['change'][]

/** What a good table would do, before it does it. */
export function TablePlan({ rows, href, query }: { rows: { row: number; change: Entry['change']; name: Bilingual }[]; href: string; query: string }) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const n = Object.fromEntries(changes.map((change) => [change, rows.filter((row) => row.change === change).length])) as Record<Entry['change'], number>
  return (
    <>
      <Notice>
        <p>{t('plan.good')}</p>
      </Notice>
      <dl className={styles.counts}>
        {changes.map((change) => (
          <div key={change}>
            <dt>{t(`plan.${change}`)}</dt>
            <dd>{n[change]}</dd>
          </div>
        ))}
      </dl>
      {n.new + n.changed > 0 ? (
        <form method="post" action={`${href}/storing`} className={styles.actions}>
          <Button>{t('plan.store', { n: n.new + n.changed })}</Button>
          <Away href={`/${locale}/account/import${query}`}>{t('plan.leave')}</Away>
        </form>
      ) : (
        <p>
          {t('plan.nothing')} <Away href={`/${locale}/account/import${query}`}>{t('import.again')}</Away>
        </p>
      )}
      <p className={styles.soft}>{t('plan.drafts')}</p>
      <details className={styles.rows} open={rows.length <= 50}>
        <summary>{t('plan.rows', { n: rows.length })}</summary>
        <RecordTable className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('problems.row')}</th>
              <th scope="col">{t('results.technology')}</th>
              <th scope="col">{t('plan.change')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, change, name }) => (
              <tr key={row}>
                <td data-label={t('problems.row')}>{row}</td>
                <td data-label={t('results.technology')}>{named(name, locale).text}</td>
                <td data-label={t('plan.change')}>{t(`plan.${change}`)}</td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      </details>
    </>
  )
}

function Away({ href, children }: { href: string; children: ReactNode }) {
  return (
    <LinkButton tone="quiet" href={href}>
      {children}
    </LinkButton>
  )
}

export function TableProgress({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('tables')
  return (
    <div className={styles.column} role="status">
      <p>{t('progress.lead')}</p>
      <p>
        <progress value={done} max={total} className={styles.progress} aria-label={t('progress.label')} />
      </p>
      <p>{t('progress.so', { done, total })}</p>
    </div>
  )
}

export function TableEnd({ total, problems, query }: { total: number; problems: ImportProblem[]; query: string }) {
  const { t, i18n } = useTranslation('tables')
  const account = `/${i18n.language}/account`
  const left = new Set(problems.map((problem) => problem.row)).size
  return (
    <>
      <Notice role="status">
        <p>{t('end.done', { n: total - left })}</p>
        <p>{t('end.next')}</p>
      </Notice>
      {problems.length > 0 && (
        <>
          <Notice tone="waiting">
            <p>{t('end.left', { n: left })}</p>
          </Notice>
          <ProblemTable problems={problems} />
        </>
      )}
      <p className={styles.actions}>
        <LinkButton href={`${account}/submission${query}`}>{t('end.submit')}</LinkButton>
        <Away href={query ? `${account}/import${query}` : account}>{t(query ? 'import.again' : 'end.see')}</Away>
      </p>
    </>
  )
}
