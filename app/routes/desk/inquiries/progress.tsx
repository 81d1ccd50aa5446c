import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { logProgress } from '#app/features/inquiries/brokering.server.ts'
import { progressForm } from '#app/features/inquiries/casework-form.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(progressForm, 'progress', (tx, clerk, { approach }, { note }) => logProgress(tx, clerk, approach, note))

export default function Progress() {
  const { t } = useTranslation(['casework', 'site'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="progress" href={href} ticket={ticket} lead={t('progress.lead')} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="note" label={t('progress.note')} required rows={4} maxLength={2000} kept={refused?.kept} />
        <Button>{t('progress.send')}</Button>
      </form>
    </ActPage>
  )
}
