import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextArea } from '#app/ui/field.tsx'
import field from '#app/ui/field.module.css'
import { Notice } from '#app/ui/notice.tsx'
import { members } from '../../tables/columns.ts'
import { PASTED } from '../../tables/form.ts'
import type { Problem } from '../../tables/planning.ts'
import styles from './desk.module.css'

interface ImportPageProps {
  table: { id: string; name: string; state: 'open' | 'done' | 'undone'; total: number }
  href: string
  home: string
  refused: string | null
  open: { source: string; columns: string[]; headings: string[]; sample: string[]; problems: Problem[]; good: number } | null
}

/** A table from the reading to the commit: what its columns mean, everything that is wrong with it, its rows to be mended; then the way back. */
export function ImportPage({ table, href, home, refused, open }: ImportPageProps) {
  const { t } = useTranslation('projectdesk')
  return (
    <DeskPage title={table.name === PASTED ? t('import.pasted') : table.name} actions={<p><a href={`${home}/import`}>← {t('import.title')}</a></p>}>
      {refused && (
        <Notice tone="harm" role="alert">
          <p>{t(`refused.${refused}` as 'refused.touched', { defaultValue: t(`import.refused.${refused}` as 'import.refused.empty', { row: 0, defaultValue: t('import.refused.other') }) })}</p>
        </Notice>
      )}
      <p>
        {t(`import.states.${table.state}`)} · {t('import.rows', { n: table.total })}
      </p>
      {open && <Mapping href={href} open={open} />}
      {open && <Verdict href={href} open={open} total={table.total} />}
      {table.state === 'done' && (
        <>
          <p>
            <a href={home}>{t('import.toList')}</a>
          </p>
          <form method="post" action={`${href}/undoing`}>
            <p>{t('import.undoLead')}</p>
            <Button tone="harm">{t('import.undo', { n: table.total })}</Button>
          </form>
        </>
      )}
    </DeskPage>
  )
}

type Open = NonNullable<ImportPageProps['open']>

function Mapping({ href, open }: { href: string; open: Open }) {
  const { t } = useTranslation('projectdesk')
  return (
    <details open={open.problems.some((problem) => problem.row === 1) || !open.columns.some(Boolean)}>
      <summary>{t('import.columns', { n: open.columns.filter(Boolean).length, all: open.headings.length })}</summary>
      <form method="post" action={`${href}/columns`}>
        <div className={styles.mapping}>
          {open.headings.map((heading, at) => (
            <p key={at}>
              <label className={field.label} htmlFor={`column-${at}`}>
                {heading || '—'} <small>{open.sample[at]?.slice(0, 24)}</small>
              </label>
              <select id={`column-${at}`} name="column" className={field.input} defaultValue={open.columns[at]}>
                <option value="">{t('import.passOver')}</option>
                {members.map((member) => (
                  <option key={member} value={member}>
                    {t(`members.${member}`)}
                  </option>
                ))}
              </select>
            </p>
          ))}
        </div>
        <Button tone="quiet">{t('import.checkAgain')}</Button>
      </form>
    </details>
  )
}

function Verdict({ href, open, total }: { href: string; open: Open; total: number }) {
  const { t } = useTranslation('projectdesk')
  const { problems, good, source } = open
  return (
    <>
      {problems.length === 0 ? (
        <Notice role="status">
          <p>{t('import.good', { n: good })}</p>
          <form method="post" action={`${href}/entering`}>
            <Button>{t('import.enter', { n: good })}</Button>
          </form>
        </Notice>
      ) : (
        <>
          <Notice tone="harm" role="alert">
            <p>{t('import.bad', { n: problems.length, rows: new Set(problems.map(({ row }) => row)).size, total })}</p>
          </Notice>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['row', 'column', 'fault', 'value'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`import.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {problems.map((problem, at) => (
                <tr key={at}>
                  <td data-label={t('import.row')}>{problem.row}</td>
                  <td data-label={t('import.column')}>{t(`members.${problem.member}`)}</td>
                  <td data-label={t('import.fault')}>{t(`faults.${problem.fault}`)}</td>
                  <td data-label={t('import.value')}>{problem.value || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <details open={problems.some((problem) => problem.row > 1)}>
        <summary>{t('import.mend')}</summary>
        <form method="post" action={`${href}/text`} encType="multipart/form-data">
          <TextArea name="source" label={t('import.text')} hint={t('import.mendHint')} rows={14} defaultValue={source} wrap="off" />
          <Button tone="quiet">{t('import.checkAgain')}</Button>
        </form>
      </details>
    </>
  )
}
