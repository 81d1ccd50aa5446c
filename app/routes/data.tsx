import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { newestFeed } from '#app/features/outreach/feeds/head-links.ts'
import { DataPage } from '#app/features/outreach/feeds/ui/data-page.tsx'
import { env } from '#app/platform/env.server.ts'
import { headOf } from '#app/platform/head.ts'
import { isLocale, translator } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  return { origin: env.originOf[localeOf(params)], fields: await readFields(db) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const t = translator(locale)
  return headOf(asked, { title: t('feeds:data.title'), description: t('feeds:data.lead'), feeds: [newestFeed(locale)] })
}

export const handle = { shared: meta }

export default function Data() {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
