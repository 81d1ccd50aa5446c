import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { resendAnswerLink } from '#app/features/inquiries/conversation/answer-link.server.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket }
}

export const action = deskAct(plainForm, 'link-resent', (tx, clerk, { approach }) => resendAnswerLink(tx, clerk, approach))

export default function Renewal() {
  const { t } = useTranslation(['conversation', 'desk'])
  const { href, ticket } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  return (
    <Sheet title={t('link.resend')} lead={t('link.resendText')} back={{ href, label: ticket }}>
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`desk:inquiries.refused.${refused}`)}</p>
        </Notice>
      )}
      <form method="post">
        <Button>{t('link.resend')}</Button>
      </form>
    </Sheet>
  )
}
