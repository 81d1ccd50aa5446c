import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { PASTED } from '../../tables/form.ts'
import type { Held } from '../../tables/holding.server.ts'
import type { Problem } from '../../tables/planning.ts'
import { ImportMapping } from './import-mapping.tsx'
import { Undoing } from './import-undoing.tsx'
import styles from './desk.module.css'

interface ImportPageProps {
  table: { id: string; name: string; state: 'open' | 'done' | 'undone'; total: number }
  href: string
  home: string
  refused: string | null
  /** a committed table: how many of its projects are there, and which of them cannot be taken back */
  entered: { n: number; held: Held[] } | null
  open: { source: string; columns: string[]; headings: string[]; sample: string[]; problems: Problem[]; good: number } | null
}

/** A table from the reading to the commit: what its columns mean, everything that is wrong with it, its rows to be mended; then the way back. */
export function ImportPage({ table, href, home, refused, entered, open }: ImportPageProps) {
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
      {open && <ImportMapping href={href} open={open} />}
      {open && <Verdict href={href} open={open} total={table.total} />}
      {entered && (
        <>
          <p>
            <a href={home}>{t('import.toList')}</a>
          </p>
          <Undoing href={href} home={home} entered={entered} />
        </>
      )}
    </DeskPage>
  )
}

type Open = NonNullable<ImportPageProps['open']>

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
          <RecordTable className={styles.table}>
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
          </RecordTable>
        </>
      )}
      <details open={problems.some((problem) => problem.row > 1)}>
        <summary>{t('import.mend')}</summary>
        <form method="post" action={`${href}/text`} className={styles.rows} encType="multipart/form-data">
          <TextArea name="source" label={t('import.text')} hint={t('import.mendHint')} rows={14} defaultValue={source} />
          <Button tone="quiet">{t('import.checkAgain')}</Button>
        </form>
      </details>
    </>
  )
}
