import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addNote } from '#app/features/inquiries/brokering.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { noteForm } from '#app/features/inquiries/desk-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(noteForm, 'noted', (tx, clerk, { id }, { note }) => addNote(tx, clerk, id, note))

export default function Notes() {
  const { t } = useTranslation('desk')
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('inquiries.case.note')} back={{ href, label: ticket }}>
      <form method="post" noValidate>
        <TextArea name="note" label={t('inquiries.case.note')} hint={t('inquiries.case.noteHint')} rows={4} maxLength={2000} kept={refused?.kept} />
        <Button>{t('inquiries.case.noteSend')}</Button>
      </form>
    </Sheet>
  )
}
