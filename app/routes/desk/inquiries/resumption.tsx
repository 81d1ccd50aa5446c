import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { resumeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { resumptionForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(resumptionForm, 'resumed', (tx, clerk, { id }, { heard }) => resumeInquiry(tx, clerk, id, heard))

export default function Resumption() {
  const { t } = useTranslation('desk')
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="resumption" href={href} ticket={ticket} lead={t('inquiries.resumption.lead')} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="heard" label={t('inquiries.resumption.label')} rows={4} maxLength={4000} kept={refused?.kept} />
        <Button>{t('inquiries.resumption.send')}</Button>
      </form>
    </ActPage>
  )
}
