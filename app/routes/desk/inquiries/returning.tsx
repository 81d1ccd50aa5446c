import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { returnCase } from '#app/features/inquiries/holding.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(plainForm, 'returned', (tx, clerk, { id }) => returnCase(tx, id, clerk))

export default function Returning() {
  const { t } = useTranslation('casework')
  const { href, ticket } = useLoaderData<typeof loader>()
  return (
    <ActPage act="returning" href={href} ticket={ticket} lead={t('returning.lead')} refused={useActionData<typeof action>()}>
      <form method="post">
        <Button>{t('returning.send')}</Button>
      </form>
    </ActPage>
  )
}
