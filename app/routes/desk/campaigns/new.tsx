import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { campaignForm } from '#app/features/outreach/campaigns/campaign-form.ts'
import { namedBefore } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { addCampaign } from '#app/features/outreach/campaigns/keeping.server.ts'
import { CampaignFields } from '#app/features/outreach/campaigns/ui/campaign-fields.tsx'
import { pastedPage } from '#app/features/outreach/pages/public-page.server.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { list: `/${locale}/desk/campaigns`, known: await namedBefore(db), address: new URL(request.url).searchParams.get('address') ?? '' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, campaignForm)
  if (!read.ok) return data({ kept: read }, 400)
  const { partner, event, address } = read.value
  const page = await pastedPage(db, address, request.headers.get('host'))
  if (!page) return data({ kept: refuse(await formData(request), 'address', 'not-ours') }, 400)
  const id = await transact((tx) => addCampaign(tx, clerk, { partner, event, target: page.target, language: page.locale }))
  return redirect(`/${locale}/desk/campaigns/${id}?done=added`)
}

export default function NewCampaign() {
  const { t } = useTranslation('campaigns')
  const { list, known, address } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('add')} back={{ href: list, label: t('title') }}>
      <form method="post" noValidate>
        <CampaignFields address={address} known={known} kept={useActionData<typeof action>()?.kept} />
        <Button>{t('form.create')}</Button>
      </form>
    </Sheet>
  )
}
