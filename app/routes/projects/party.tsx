import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readParty } from '#app/features/projects/register.server.ts'
import { ProjectList } from '#app/features/projects/ui/project-list.tsx'
import { headOf, languagesOf } from '#app/platform/head.ts'
import { i18nOf, isLocale, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Wide } from '#app/ui/wide.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const found = await readParty(db, params.party ?? '')
  if (!found) missing()
  return { ...found, fields: await readFields(db) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const party = asked.data?.party
  return headOf(asked, party && { title: i18nOf[locale].t('projects:party.title', { name: named(party.name, locale).text }), languages: languagesOf(party.name) })
}

export const handle = { shared: meta }

export default function Party() {
  const { t, i18n } = useTranslation('projects')
  const locale = i18n.language as Locale
  const { party, company, projects, fields } = useLoaderData<typeof loader>()
  return (
    <Wide>
      <p>
        <a href={`/${locale}/projects`}>← {t('back')}</a>
      </p>
      <h1>{t('party.title', { name: named(party.name, locale).text })}</h1>
      <p>
        {t(`sides.${party.side}`)} · {t(`party.kinds.${party.kind}`)} · {t('party.count', { n: projects.length })}
      </p>
      {company && (
        <p>
          {t('party.listed')}
          <a href={`/${locale}/companies/${company.slug}`}>{named(company.name, locale).text}</a>
        </p>
      )}
      <ProjectList items={projects} fields={fields} />
    </Wide>
  )
}
