import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { addressOf, publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { SharingPage } from '#app/features/outreach/sharing/ui/sharing-page.tsx'
import { headOf } from '#app/platform/head.ts'
import { isLocale, translator } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** The QR code of a page that has no poster, for WeChat and for the phone of whoever stands beside. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  context.share()
  const locale = localeOf(params)
  const page = await publicPage(db, locale, new URL(request.url).searchParams.get('of') ?? '/')
  if (!page) missing()
  return { name: page.name, href: `/${locale}${page.target}`, address: addressOf(page), code: `/qr/${locale}/page.png?of=${encodeURIComponent(page.target || '/')}` }
}

export const meta: MetaFunction<typeof loader> = (asked) =>
  headOf(asked, asked.data && { title: translator(isLocale(asked.params.locale) ? asked.params.locale : 'ja')('sharing:page.title'), unlisted: true })

export default function Sharing() {
  return <SharingPage {...useLoaderData<typeof loader>()} />
}
