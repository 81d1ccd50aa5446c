import { useTranslation } from 'react-i18next'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PASTED } from '../../tables/form.ts'
import { MOST_ROWS } from '../../tables/reading.ts'
import styles from './desk.module.css'

interface ImportStartProps {
  home: string
  recent: { id: string; name: string; state: 'open' | 'done' | 'undone'; total: number; createdAt: Date }[]
  refused: string | null
  kept: { reason: string; row: number; source: string } | null
}

/** Where a table of projects comes in: pasted from a spreadsheet, or as a file. */
export function ImportStart({ home, recent, refused, kept }: ImportStartProps) {
  const { t, i18n } = useTranslation('projectdesk')
  const locale = i18n.language as Locale
  const reason = kept?.reason ?? refused
  return (
    <DeskPage title={t('import.title')} actions={<p><a href={home}>← {t('back')}</a></p>}>
      <p>{t('import.lead', { n: MOST_ROWS })}</p>
      <p>
        <a href={`${home}/import/template.csv`}>{t('import.template')}</a>
      </p>
      {reason && (
        <Notice tone="harm" role="alert">
          <p>{t(`import.refused.${reason}` as 'import.refused.empty', { row: kept?.row ?? 0, defaultValue: t('import.refused.other') })}</p>
        </Notice>
      )}
      <form method="post" encType="multipart/form-data">
        <TextArea name="source" label={t('import.paste')} hint={t('import.pasteHint')} rows={10} required kept={kept && { errors: {}, typed: { source: kept.source } }} />
        <Button>{t('import.read')}</Button>
      </form>
      <h2>{t('import.orFile')}</h2>
      <form method="post" action={`${home}/import/upload`} encType="multipart/form-data" className={styles.acts}>
        <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values" aria-label={t('import.file')} />
        <Button tone="quiet">{t('import.read')}</Button>
      </form>
      {recent.length > 0 && (
        <>
          <h2>{t('import.recent')}</h2>
          <ul className={styles.party}>
            {recent.map((one) => (
              <li key={one.id}>
                <a href={`${home}/import/${one.id}`}>{one.name === PASTED ? t('import.pasted') : one.name}</a>
                <small>
                  {t(`import.states.${one.state}`)} · {t('import.rows', { n: one.total })} · {formatTime(one.createdAt, locale)}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </DeskPage>
  )
}
