import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { markDialogue } from '#app/features/inquiries/concluding.server.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(plainForm, 'dialogue', (tx, clerk, { approach }) => markDialogue(tx, clerk, approach))

export default function Dialogue() {
  const { t } = useTranslation('desk')
  const { href, ticket } = useLoaderData<typeof loader>()
  return (
    <ActPage act="dialogue" href={href} ticket={ticket} lead={t('inquiries.dialogue.lead')} refused={useActionData<typeof action>()}>
      <form method="post">
        <Button>{t('inquiries.dialogue.send')}</Button>
      </form>
    </ActPage>
  )
}
