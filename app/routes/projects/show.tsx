import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readProject } from '#app/features/projects/register.server.ts'
import { ProjectPage } from '#app/features/projects/ui/project-page.tsx'
import { headOf, languagesOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const project = await readProject(db, params.slug ?? '')
  if (!project) missing()
  return { project, fields: await readFields(db) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const project = asked.data?.project
  if (!project) return headOf(asked, null)
  const { t } = i18nOf[locale]
  const title = named(project.title, locale).text
  return headOf(asked, {
    title,
    description: [title, ...project.parties.map((party) => named(party.name, locale).text)].join('、'),
    languages: languagesOf(project.title),
    type: 'article',
    crumbs: [
      { name: t('shortName'), path: `/${locale}` },
      { name: t('menu.projects'), path: `/${locale}/projects` },
      { name: title, path: `/${locale}/projects/${project.slug}` },
    ],
  })
}

export const handle = { shared: meta }

export default function Project() {
  return <ProjectPage {...useLoaderData<typeof loader>()} />
}
