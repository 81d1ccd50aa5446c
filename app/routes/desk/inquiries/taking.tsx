import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { takeInquiry } from '#app/features/inquiries/brokering.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, free: inquiry.stage === 'received' }
}

export const action = deskAct(plainForm, 'taken', (tx, clerk, { id }) => takeInquiry(tx, clerk, id))

export default function Taking() {
  const { t } = useTranslation('desk')
  const { href, ticket, free } = useLoaderData<typeof loader>()
  return (
    <ActPage act="taking" href={href} ticket={ticket} lead={t('inquiries.next.received')} refused={useActionData<typeof action>()}>
      {free && (
        <form method="post">
          <Button>{t('inquiries.act.taking')}</Button>
        </form>
      )}
    </ActPage>
  )
}
