import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { withdrawalForm } from '#app/features/inquiries/casework-form.ts'
import { withdrawInquiry } from '#app/features/inquiries/concluding.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Tick } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(withdrawalForm, 'withdrawn', (tx, clerk, { id }) => withdrawInquiry(tx, id, clerk))

export default function Withdrawal() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="withdrawal" href={href} ticket={ticket} lead={t('withdrawal.lead')} refused={refused}>
      <form method="post" noValidate>
        <Tick name="requested" label={t('withdrawal.requested')} kept={refused?.kept} />
        <Button tone="harm">{t('withdrawal.send')}</Button>
      </form>
    </ActPage>
  )
}
