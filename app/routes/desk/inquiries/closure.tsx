import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { closeReasons } from '#app/features/inquiries/choices.ts'
import { closeInquiry } from '#app/features/inquiries/concluding.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { closureForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { i18nOf } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, templates: await templatesFor(db, ['closing'], buyerLocale), ready: i18nOf[buyerLocale].t('desk:inquiries.ready.closing') }
}

export const action = deskWriting(closureForm, 'closed', 'closing', (tx, clerk, { id }, { reason, closing }, override) => closeInquiry(tx, clerk, id, { reason, body: closing, override }))

export default function Closure() {
  const { t } = useTranslation(['desk', 'inquiries'])
  const { href, ticket, ready, templates } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="closure" href={href} ticket={ticket} lead={t('inquiries.closure.lead')} refused={refused}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('inquiries.closure.reason')} required kept={refused?.kept} options={closeReasons.map((reason) => ({ value: reason, label: t(`inquiries:closeReason.${reason}`) }))} />
        <OutgoingText name="closing" label={t('inquiries.closure.label')} required rows={6} defaultValue={ready} templates={templates} refused={refused} />
        <Button tone="harm">{t('inquiries.closure.send')}</Button>
      </form>
    </ActPage>
  )
}
