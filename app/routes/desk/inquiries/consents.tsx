import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { startConsent } from '#app/features/inquiries/introducing.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(plainForm, 'consent-asked', (tx, clerk, { approach }) => startConsent(tx, clerk, approach))

export default function Consents() {
  const { t } = useTranslation('desk')
  const { href, ticket } = useLoaderData<typeof loader>()
  return (
    <ActPage act="consents" href={href} ticket={ticket} lead={t('inquiries.consents.lead')} refused={useActionData<typeof action>()}>
      <h2>{t('inquiries.consents.fields')}</h2>
      <ul>
        <li>{t('inquiries.consents.buyer')}</li>
        <li>{t('inquiries.consents.firm')}</li>
      </ul>
      <form method="post">
        <Button>{t('inquiries.consents.send')}</Button>
      </form>
    </ActPage>
  )
}
