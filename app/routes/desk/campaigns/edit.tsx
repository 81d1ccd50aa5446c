import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { editionForm } from '#app/features/outreach/campaigns/campaign-form.ts'
import { namedBefore } from '#app/features/outreach/campaigns/campaigns.server.ts'
import { editCampaign } from '#app/features/outreach/campaigns/keeping.server.ts'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'
import { CampaignFields } from '#app/features/outreach/campaigns/ui/campaign-fields.tsx'
import { addressOf, pastedPage } from '#app/features/outreach/pages/public-page.server.ts'
import { formData, readForm, refuse, typedOf } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, language, href } = await openCampaign(request, params)
  const { code, partner, event, edition, target } = campaign
  return { href, code, partner, event, edition, address: addressOf({ locale: language, target }), known: await namedBefore(db) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, clerk, href } = await openCampaign(request, params)
  const read = await readForm(request, editionForm)
  if (!read.ok) return data({ kept: read, changed: false }, 400)
  const { partner, event, address, edition } = read.value
  const page = await pastedPage(db, address, request.headers.get('host'))
  if (!page) return data({ kept: refuse(await formData(request), 'address', 'not-ours'), changed: false }, 400)
  const done = await transact((tx) => editCampaign(tx, clerk, campaign.id, edition, { partner, event, target: page.target, language: page.locale }))
  if (!done.ok) return data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, changed: true }, 409)
  return redirect(`${href}?done=edited`)
}

export default function EditCampaign() {
  const { t } = useTranslation('campaigns')
  const { href, code, edition, ...given } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('edit.title', { code })} lead={t('edit.lead')} back={{ href }}>
      {refused?.changed && (
        <Notice tone="waiting" role="alert">
          <p>{t('edit.changed')}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="edition" value={edition} />
        <CampaignFields {...given} kept={refused?.kept} />
        <Button>{t('form.save')}</Button>
      </form>
    </Sheet>
  )
}
