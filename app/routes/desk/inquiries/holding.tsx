import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { holdingForm } from '#app/features/inquiries/casework-form.ts'
import { holdReasons } from '#app/features/inquiries/choices.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { holdCase } from '#app/features/inquiries/holding.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea, TextField } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(holdingForm, 'held', (tx, clerk, { id }, hold) => holdCase(tx, clerk, id, hold))

export default function Holding() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="holding" href={href} ticket={ticket} lead={t('holding.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('holding.reason')} required kept={kept} options={holdReasons.map((reason) => ({ value: reason, label: t(`holdReason.${reason}`) }))} />
        <TextField name="until" type="date" label={t('holding.until')} hint={t('holding.untilHint')} required kept={kept} />
        <TextArea name="note" label={t('holding.note')} rows={3} maxLength={2000} kept={kept} />
        <Button>{t('holding.send')}</Button>
      </form>
    </ActPage>
  )
}
