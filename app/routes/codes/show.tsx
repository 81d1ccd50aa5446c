import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readCode } from '#app/features/outreach/campaigns/code.ts'
import { campaignByCode } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { LostCode } from '#app/features/outreach/campaigns/ui/lost-code.tsx'
import { publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** Where a code leads that has ended or is none; a good one can be typed here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const typed = new URL(request.url).searchParams.get('of') ?? ''
  const campaign = typed ? await campaignByCode(db, typed) : null
  const page = campaign && isLocale(campaign.language) ? await publicPage(db, campaign.language, campaign.target) : null
  if (campaign && !campaign.endedAt && page) throw redirect(`/q/${campaign.code}`, { headers: { 'Cache-Control': 'no-store' } })
  return { locale, typed: readCode(typed), ended: Boolean(campaign?.endedAt), known: campaign !== null, page: page && { href: `/${page.locale}${page.target}`, lang: page.locale, name: page.name } }
}

export const meta: MetaFunction = ({ params }) => {
  const { t } = i18nOf[isLocale(params.locale) ? params.locale : 'ja']
  return [{ title: `${t('campaigns:lost.title')} | ${t('shortName')}` }, { name: 'robots', content: 'noindex' }]
}

export default function Code() {
  return <LostCode {...useLoaderData<typeof loader>()} />
}
