import { useTranslation } from 'react-i18next'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Written } from '#app/ui/written.tsx'
import { writeViewsFilter, type ViewsFilter } from '../form.ts'
import type { ShownView } from '../viewed.server.ts'
import { Ledger, TrustPage } from './trust-page.tsx'
import styles from './trust.module.css'

interface ViewsProps {
  filter: ViewsFilter
  staff: { id: string; name: string }[]
  views: ShownView[]
  next: number | null
}

/** Every look at a contact: who, whose, which fields, when. */
export function ViewsPage({ filter, staff, views, next }: ViewsProps) {
  const { t, i18n } = useTranslation('trust')
  const locale = i18n.language as Locale
  const here = `/${locale}/desk/trust/views`
  const narrowed = filter.who ?? filter.about ?? filter.from ?? filter.to
  return (
    <TrustPage tab="views">
      <form method="get" action={here} className={styles.filter}>
        <Select name="who" label={t('views.who')} empty={t('views.everybody')} defaultValue={filter.who ?? ''} options={staff.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="about" label={t('views.about')} hint={t('views.aboutHint')} defaultValue={filter.about ?? ''} maxLength={80} />
        <TextField name="from" type="date" label={t('views.from')} defaultValue={filter.from ?? ''} />
        <TextField name="to" type="date" label={t('views.to')} defaultValue={filter.to ?? ''} />
        <Button>{t('views.send')}</Button>
        {narrowed && <a href={here}>{t('views.reset')}</a>}
      </form>
      {views.length === 0 ? (
        <p>{t('views.none')}</p>
      ) : (
        <Ledger heads={[t('views.at'), t('views.who'), t('views.about'), t('views.fields')]}>
          {views.map((view) => (
            <tr key={view.id}>
              <td data-label={t('views.at')} className={styles.when}>
                {formatTime(view.at, locale)}
              </td>
              <td data-label={t('views.who')}><Written text={view.name || t('views.gone')} /></td>
              <td data-label={t('views.about')}>
                <About view={view} locale={locale} />
                {filter.about !== view.subject && (
                  <a className={styles.only} href={here + writeViewsFilter({ ...filter, about: view.subject, before: null })}>
                    {t('views.only')}
                  </a>
                )}
              </td>
              <td data-label={t('views.fields')}>
                <Fields fields={view.fields} />
              </td>
            </tr>
          ))}
        </Ledger>
      )}
      <p className={styles.pages}>
        {filter.before && <a href={here + writeViewsFilter({ ...filter, before: null })}>{t('views.newest')}</a>}
        {next && <a href={here + writeViewsFilter({ ...filter, before: next })}>{t('views.older')}</a>}
      </p>
    </TrustPage>
  )
}

const roomOf = { inquiry: 'inquiries', company: 'companies', joining: 'joinings' } as const

function About({ view: { about }, locale }: { view: ShownView; locale: Locale }) {
  const { t } = useTranslation('trust')
  const kind = <span className={styles.kind}>{t(`views.kinds.${about.kind}`)}</span>
  if (about.kind === 'export') return <a href={`/${locale}/desk/trust/exports`}>{t('views.export', { n: about.label })}</a>
  if (about.kind === 'other') return <>{kind}<Written text={about.label} /></>
  return (
    <>
      {kind}
      <a href={`/${locale}/desk/${roomOf[about.kind]}/${about.id}`}><Written text={about.label} /></a>
    </>
  )
}

function Fields({ fields }: { fields: string[] }) {
  const { t } = useTranslation('trust')
  if (fields.length === 0) return <>{t('views.nothing')}</>
  return <>{fields.map((field) => t(`fields.${field}` as 'fields.person', { defaultValue: field })).join('、')}</>
}
