import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { reopeningForm } from '#app/features/inquiries/casework-form.ts'
import { reopenReasons } from '#app/features/inquiries/choices.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { reopenInquiry } from '#app/features/inquiries/reopening.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { translator } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea, Tick } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, withdrawn: inquiry.stage === 'withdrawn', ready: translator(buyerLocale)('casework:ready.reopening') }
}

export const action = deskAct(reopeningForm, 'reopened', (tx, clerk, { id }, { reason, requested, message }) =>
  reopenInquiry(tx, clerk, id, { reason, atBuyersRequest: requested, body: message }),
)

export default function Reopening() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket, withdrawn, ready } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="reopening" href={href} ticket={ticket} lead={t('reopening.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('reopening.reason')} required kept={kept} options={reopenReasons.map((reason) => ({ value: reason, label: t(`reopenReason.${reason}`) }))} />
        {withdrawn && <Tick name="requested" label={t('reopening.requested')} kept={kept} />}
        <TextArea name="message" label={t('reopening.body')} required rows={4} maxLength={4000} defaultValue={ready} kept={kept} />
        <Button>{t('reopening.send')}</Button>
      </form>
    </ActPage>
  )
}
