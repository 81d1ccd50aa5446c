import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readProject } from '#app/features/projects/register.server.ts'
import { ProjectPage } from '#app/features/projects/ui/project-page.tsx'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const project = await readProject(db, params.slug ?? '')
  if (!project) missing()
  return { project, fields: await readFields(db) }
}

export const meta: MetaFunction<typeof loader> = ({ data, params }) => {
  const locale = isLocale(params.locale) ? params.locale : 'ja'
  return [{ title: `${data ? named(data.project.title, locale).text : ''} | ${i18nOf[locale].t('shortName')}` }]
}

export const handle = { shared: meta }

export default function Project() {
  return <ProjectPage {...useLoaderData<typeof loader>()} />
}
