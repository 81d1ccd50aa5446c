import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'
import { CampaignPage } from '#app/features/outreach/campaigns/ui/campaign-page.tsx'
import { Done } from '#app/features/outreach/campaigns/ui/done.tsx'
import { publicPage } from '#app/features/outreach/pages/public-page.server.ts'
import { today } from '#app/platform/clock.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, campaign, language, href, address } = await openCampaign(request, params)
  const page = await publicPage(db, language, campaign.target)
  const { code, partner, event, by, createdAt, endedAt, scans, dates, devices, edition } = campaign
  return {
    list: `/${locale}/desk/campaigns`, href, address, page: page && { href: `/${language}${page.target}`, name: page.name }, scans, dates, devices, edition, done: new URL(request.url).searchParams.get('done'),
    campaign: { code, partner, event, language, by, createdOn: today(createdAt), endedOn: endedAt && today(endedAt) },
  }
}

export default function Campaign() {
  const { t } = useTranslation('campaigns')
  const { list, done, edition, ...shown } = useLoaderData<typeof loader>()
  const { code, partner, event } = shown.campaign
  return (
    <DeskPage title={[partner, event].filter(Boolean).join(' / ')}>
      <p>
        <a href={list}>← {t('title')}</a>
      </p>
      <Done done={done} href={shown.href} code={code} edition={edition} />
      <CampaignPage {...shown} />
    </DeskPage>
  )
}
