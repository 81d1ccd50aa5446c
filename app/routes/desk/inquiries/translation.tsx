import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { translateMessage } from '#app/features/inquiries/conversation/relaying.server.ts'
import { readMessage } from '#app/features/inquiries/conversation/messages.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { translationForm } from '#app/features/inquiries/desk-form.ts'
import { SideBySide } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const message = (await readMessage(db, inquiry.id, Number(params.message))) ?? missing()
  return { href, ticket: inquiry.ticket, body: message.body, translation: message.translation }
}

export const action = (args: LoaderFunctionArgs) =>
  deskAct(translationForm, 'translated', (tx, clerk, { id }, { translation }) => translateMessage(tx, clerk, id, Number(args.params.message), translation))(args)

/** The desk's reading of a message, written beside it; the original stays as it is. */
export default function Translation() {
  const { t } = useTranslation('conversation')
  const { href, ticket, body, translation } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('translation.heading')} lead={t('translation.lead')} back={{ href, label: ticket }}>
      <SideBySide original={body} translation={null} />
      <form method="post" noValidate>
        <TextArea name="translation" label={t('translation.title')} required rows={10} maxLength={4000} defaultValue={translation ?? ''} kept={refused?.kept} />
        <Button>{t('translation.save')}</Button>
      </form>
    </Sheet>
  )
}
