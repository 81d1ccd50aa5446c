import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { projectStates } from '#db/schema/projects.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { searchDesk } from '#app/features/projects/desk/register.server.ts'
import { readDeskSearch, writeDeskSearch } from '#app/features/projects/desk/search-form.ts'
import { PAGE } from '#app/features/projects/register.server.ts'
import { countUnconfirmed, longAgo } from '#app/features/projects/standing/asking.server.ts'
import { waitingReports } from '#app/features/projects/standing/reports.server.ts'
import { ProjectTable } from '#app/features/projects/ui/desk/project-table.tsx'
import styles from '#app/features/projects/ui/desk/desk.module.css'
import { RegisterFilters } from '#app/features/projects/ui/register-filters.tsx'
import type { Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const search = readDeskSearch(new URL(request.url))
  const [found, fields, unconfirmed, reports] = await Promise.all([searchDesk(db, search), readFields(db), countUnconfirmed(db), waitingReports(db)])
  return { search, found, fields, unconfirmed, reports, longAgo: longAgo(), pages: Math.ceil(found.total / PAGE) }
}

export default function DeskProjects() {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const { search, found, fields, unconfirmed, reports, longAgo, pages } = useLoaderData<typeof loader>()
  const home = `/${locale}/desk/projects`
  return (
    <DeskPage
      title={t('title')}
      actions={
        <div className={styles.acts}>
          <LinkButton href={`${home}/new`} size="small">{t('entry.new')}</LinkButton>
          <LinkButton href={`${home}/import`} size="small" tone="quiet">{t('import.title')}</LinkButton>
          <LinkButton href={`${home}/rounds`} size="small" tone="quiet">{t('rounds.title')}</LinkButton>
          <LinkButton href={`${home}/calls`} size="small" tone="quiet">{t('calls.title')}</LinkButton>
        </div>
      }
    >
      {reports.length > 0 && (
        <Notice tone="waiting">
          <p>{t('list.reports', { n: reports.length })}</p>
          <ul>
            {reports.map((report) => (
              <li key={report.id}>
                <a href={`${home}/${report.projectId}`}>{named(report, locale).text}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {unconfirmed > 0 && !search.old && (
        <Notice tone="waiting">
          <p>
            <a href={`${home}?old=on`}>{t('list.unconfirmed', { n: unconfirmed })}</a>
          </p>
        </Notice>
      )}
      <RegisterFilters
        search={search}
        choices={found.choices}
        fields={fields}
        home={home}
        more={{
          active: Boolean(search.state || search.old),
          inputs: (
            <>
              <Select name="state" label={t('entry.state')} empty={t('projects:all')} defaultValue={search.state} options={projectStates.map((value) => ({ value, label: t(`states.${value}`) }))} />
              <Tick name="old" label={t('list.old')} kept={{ errors: {}, typed: search.old ? { old: 'on' } : {} }} />
            </>
          ),
        }}
      />
      <p role="status">{t('projects:total', { n: found.total })}</p>
      {found.items.length > 0 ? <ProjectTable items={found.items} longAgo={longAgo} /> : <p>{t('projects:none')}</p>}
      <Pager page={search.page} pages={pages} href={(page) => `${home}${writeDeskSearch({ ...search, page })}`} />
    </DeskPage>
  )
}
