import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readTechnology } from '#app/features/catalogue/data.server.ts'
import { technologyHead } from '#app/features/catalogue/heads.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { TechnologyPage } from '#app/features/catalogue/ui/technology-page.tsx'
import { headOf } from '#app/platform/head.ts'
import { isLocale } from '#app/platform/locale.ts'
import { localeOf, missing, readCookie } from '#app/platform/request.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const [technology, fields] = await Promise.all([readTechnology(db, params.slug ?? ''), readFields(db)])
  if (!technology) missing()
  context.count({ kind: 'view', language: locale, subjects: [technology.id] })
  const { company } = technology
  const clipped = (readCookie(request, 'clips') ?? '').split('.').includes(technology.slug)
  return {
    technology: { ...technology, company: { slug: company.slug, name: { ja: company.nameJa, zh: company.nameZh }, prefecture: company.prefecture, size: company.size } },
    fields,
    clipped,
  }
}

export const meta: MetaFunction<typeof loader> = (asked) => headOf(asked, asked.data && technologyHead(asked.data, isLocale(asked.params.locale) ? asked.params.locale : 'ja'))

export const handle = { shared: meta }

export default function Technology() {
  return <TechnologyPage {...useLoaderData<typeof loader>()} />
}
