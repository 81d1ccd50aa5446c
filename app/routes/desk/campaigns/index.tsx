import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { listCampaigns, PAGE } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { CampaignList } from '#app/features/outreach/campaigns/ui/campaign-list.tsx'
import { Done } from '#app/features/outreach/campaigns/ui/done.tsx'
import { today } from '#app/platform/clock.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const asked = new URL(request.url).searchParams
  const state = asked.get('state') === 'ended' ? 'ended' : 'open'
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page'))) || 1), 10_000)
  const { counts, items } = await listCampaigns(db, state, page)
  return { state, page, pages: Math.ceil(counts[state] / PAGE), counts, done: asked.get('done'), items: items.map(({ createdAt, ...row }) => ({ ...row, createdOn: today(createdAt) })) } as const
}

export default function Campaigns() {
  const { t, i18n } = useTranslation('campaigns')
  const { done, ...list } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('title')} actions={<LinkButton href={`/${i18n.language}/desk/campaigns/new`}>{t('add')}</LinkButton>}>
      <Done done={done} />
      <p>{t('lead')}</p>
      <CampaignList {...list} />
    </DeskPage>
  )
}
