import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { openCalls } from '#app/features/projects/candidates/rounds.server.ts'
import { PAGE, readRounds, searchProjects } from '#app/features/projects/register.server.ts'
import { readRegister, writeRegister } from '#app/features/projects/search-form.ts'
import { ProjectList } from '#app/features/projects/ui/project-list.tsx'
import { RegisterFilters } from '#app/features/projects/ui/register-filters.tsx'
import { TotalsChart } from '#app/features/projects/ui/totals-chart.tsx'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Wide } from '#app/ui/wide.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const search = readRegister(new URL(request.url))
  const [found, rounds, fields, calls] = await Promise.all([searchProjects(db, search), readRounds(db), readFields(db), openCalls(db)])
  context.count({ kind: 'view', language: locale, subjects: ['projects'] })
  return { search, found, rounds, fields, calling: calls.length > 0, pages: Math.ceil(found.total / PAGE) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('projects:title'), description: t('projects:lead') })
}

export const handle = { shared: meta, query: ['q', 'forum', 'field', 'region', 'status'] }

export default function Projects() {
  const { t, i18n } = useTranslation('projects')
  const { search, found, rounds, fields, calling, pages } = useLoaderData<typeof loader>()
  return (
    <Wide>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {calling && (
        <p>
          <a href={`/${i18n.language}/projects/proposal`}>{t('call')}</a>
        </p>
      )}
      <RegisterFilters search={search} choices={found.choices} fields={fields} />
      <p role="status">{t('total', { n: found.total })}</p>
      {found.items.length > 0 ? <ProjectList items={found.items} fields={fields} /> : <p>{t('none')}</p>}
      <Pager page={search.page} pages={pages} href={(page) => `/${i18n.language}/projects${writeRegister({ ...search, page })}`} />
      <TotalsChart rounds={rounds} registered={found.registered} />
    </Wide>
  )
}
