import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { escalationForm } from '#app/features/inquiries/casework-form.ts'
import { escalationReasons } from '#app/features/inquiries/choices.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { escalateByHand } from '#app/features/inquiries/transferring.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(escalationForm, 'escalated', (tx, clerk, { id }, why) => escalateByHand(tx, clerk, id, why))

export default function Escalation() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="escalation" href={href} ticket={ticket} lead={t('escalation.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('escalation.reason')} required kept={kept} options={escalationReasons.map((reason) => ({ value: reason, label: t(`escalationReason.${reason}`) }))} />
        <TextArea name="note" label={t('escalation.note')} required rows={4} maxLength={2000} kept={kept} />
        <Button>{t('escalation.send')}</Button>
      </form>
    </ActPage>
  )
}
