import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { closeReasons } from '#app/features/inquiries/choices.ts'
import { closeInquiry } from '#app/features/inquiries/concluding.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { closureForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { i18nOf } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, ready: i18nOf[buyerLocale].t('desk:inquiries.ready.closing') }
}

export const action = deskAct(closureForm, 'closed', (tx, clerk, { id }, { reason, closing }) => closeInquiry(tx, clerk, id, { reason, body: closing }))

export default function Closure() {
  const { t } = useTranslation(['desk', 'inquiries'])
  const { href, ticket, ready } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="closure" href={href} ticket={ticket} lead={t('inquiries.closure.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('inquiries.closure.reason')} required kept={refused?.kept} options={closeReasons.map((reason) => ({ value: reason, label: t(`inquiries:closeReason.${reason}`) }))} />
        <TextArea name="closing" label={t('inquiries.closure.label')} required rows={6} maxLength={4000} defaultValue={ready} kept={refused?.kept} />
        <Button tone="harm">{t('inquiries.closure.send')}</Button>
      </form>
    </ActPage>
  )
}
