import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerInquiry } from '#app/features/inquiries/concluding.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { answeringForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { i18nOf } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, ready: i18nOf[buyerLocale].t('desk:inquiries.ready.answer') }
}

export const action = deskAct(answeringForm, 'answered', (tx, clerk, { id }, { answer }) => answerInquiry(tx, clerk, id, answer))

export default function Answer() {
  const { t } = useTranslation('desk')
  const { href, ticket, ready } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="answer" href={href} ticket={ticket} lead={t('inquiries.answer.lead')} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="answer" label={t('inquiries.answer.label')} required rows={10} maxLength={4000} defaultValue={ready} kept={refused?.kept} />
        <Button>{t('inquiries.answer.send')}</Button>
      </form>
    </ActPage>
  )
}
