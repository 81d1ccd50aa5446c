import { useTranslation } from 'react-i18next'
import { locales } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { writeWanted, type Wanted } from '../span.ts'
import styles from './report-page.module.css'

interface Shown {
  href: string
  round: string
  wanted: Wanted
  name: string
  tables: { name: string; title: string }[]
}

/** Where the desk chooses what a report reaches over, and takes it with it. */
export function ReportPage({ href, round, wanted, name, tables }: Shown) {
  const { t } = useTranslation('report')
  const asked = writeWanted(wanted)
  return (
    <DeskPage title={t('page.title', { name })} actions={<a href={round}>{t('page.back')}</a>}>
      <p className={styles.lead}>{t('page.lead')}</p>
      <form method="get" action={href} className={styles.asked}>
        <Select name="language" label={t('page.language')} defaultValue={wanted.locale} options={locales.map((value) => ({ value, label: t(`page.languages.${value}`) }))} />
        <TextField name="from" type="date" label={t('page.from')} defaultValue={wanted.from} />
        <TextField name="until" type="date" label={t('page.until')} defaultValue={wanted.until} />
        <Button tone="quiet">{t('page.send')}</Button>
      </form>
      <p className={styles.small}>{t('page.default')}</p>
      <p>
        <LinkButton href={`${href}/print${asked}`}>{t('page.print')}</LinkButton>
      </p>
      <p className={styles.small}>{t('page.notes')}</p>
      <h2>{t('page.files')}</h2>
      <ul className={styles.files}>
        <li>
          <a href={`${href}/print${asked}&file=1`}>{t('page.html')}</a>
        </li>
        <li>
          <a href={`${href}/report.json${asked}`}>{t('page.json')}</a>
        </li>
      </ul>
      <h2>{t('page.tables')}</h2>
      <ul className={styles.files}>
        {tables.map((table) => (
          <li key={table.name}>
            <a href={`${href}/tables/${table.name}.csv${asked}`}>{table.title}</a>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
