import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { askForMore } from '#app/features/inquiries/brokering.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { askingForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, templates: await templatesFor(db, ['asking'], buyerLocale) }
}

export const action = deskWriting(askingForm, 'asked', 'question', (tx, clerk, { id }, { question }, override) => askForMore(tx, clerk, id, question, override))

export default function Question() {
  const { t } = useTranslation('desk')
  const { href, ticket, templates } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="question" href={href} ticket={ticket} lead={t('inquiries.question.lead')} refused={refused}>
      <form method="post" noValidate>
        <OutgoingText name="question" label={t('inquiries.question.label')} required rows={6} templates={templates} refused={refused} />
        <Button>{t('inquiries.question.send')}</Button>
      </form>
    </ActPage>
  )
}
