import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerInterested, declineApproach } from '#app/features/inquiries/answering.server.ts'
import { declineReasons } from '#app/features/inquiries/choices.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { responseForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskWriting(responseForm, 'responded', 'heard', (tx, clerk, { approach }, { response, reason, heard }, override) =>
  response === 'interested' ? answerInterested(tx, approach, heard ?? '', clerk, override) : declineApproach(tx, approach, { reason: reason ?? 'other', body: heard }, clerk, override),
)

export default function Response() {
  const { t } = useTranslation(['desk', 'inquiries'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="response" href={href} ticket={ticket} lead={t('inquiries.response.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="response" label={t('inquiries.response.which')} required kept={kept} options={[{ value: 'interested', label: t('inquiries.response.interested') }, { value: 'declined', label: t('inquiries.response.declined') }]} />
        <OutgoingText name="heard" label={t('inquiries.response.label')} rows={6} templates={[]} refused={refused} />
        <Choices name="reason" label={t('inquiries.response.reason')} kept={kept} options={declineReasons.map((reason) => ({ value: reason, label: t(`inquiries:declineReason.${reason}`) }))} />
        <Button>{t('inquiries.response.send')}</Button>
      </form>
    </ActPage>
  )
}
