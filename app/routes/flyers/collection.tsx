import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readTechnologies } from '#app/features/catalogue/data.server.ts'
import { readCollection } from '#app/features/outreach/flyers/collections.server.ts'
import { CollectionPage } from '#app/features/outreach/flyers/ui/collection-page.tsx'
import { env } from '#app/platform/env.server.ts'
import { headOf } from '#app/platform/head.ts'
import { formatDate } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export const headers = () => ({ 'Cache-Control': 'no-store' })
export const meta: MetaFunction<typeof loader> = (asked) => headOf(asked, asked.data && { title: asked.data.title, unlisted: true })

/** What was put together for one meeting; whoever has the address sees it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { code, title, createdAt, technologyIds } = (await readCollection(db, params.code ?? '')) ?? missing()
  const technologies = await readTechnologies(db, technologyIds)
  return {
    title,
    date: formatDate(createdAt, locale),
    address: `${env.originOf[locale]}/${locale}/collections/${code}`,
    file: `/flyers/collections/${code}.${locale}`,
    technologies: technologies.map(({ slug, content, company: { nameJa, nameZh, nameEn } }) => ({ slug, name: content.name, company: { name: { ja: nameJa, zh: nameZh, en: nameEn } } })),
  }
}

export default function Collection() {
  return <CollectionPage {...useLoaderData<typeof loader>()} />
}
