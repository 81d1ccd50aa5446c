import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askForMore } from '#app/features/inquiries/brokering.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { askingForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(askingForm, 'asked', (tx, clerk, { id }, { question }) => askForMore(tx, clerk, id, question))

export default function Question() {
  const { t } = useTranslation('desk')
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="question" href={href} ticket={ticket} lead={t('inquiries.question.lead')} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="question" label={t('inquiries.question.label')} required rows={6} maxLength={4000} kept={refused?.kept} />
        <Button>{t('inquiries.question.send')}</Button>
      </form>
    </ActPage>
  )
}
