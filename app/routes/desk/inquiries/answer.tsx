import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { answerInquiry } from '#app/features/inquiries/concluding.server.ts'
import { unseenDeclarations } from '#app/features/inquiries/conversation/export-control.server.ts'
import { templatesFor } from '#app/features/inquiries/conversation/templates.server.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { answeringForm } from '#app/features/inquiries/desk-form.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { OutgoingText } from '#app/features/inquiries/ui/outgoing-text.tsx'
import { i18nOf } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Tick } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, asksExportControl: (await unseenDeclarations(db, inquiry.id)).length > 0, templates: await templatesFor(db, ['answering'], buyerLocale), ready: i18nOf[buyerLocale].t('desk:inquiries.ready.answer') }
}

export const action = deskWriting(answeringForm, 'answered', 'answer', (tx, clerk, { id }, { answer, exportControl }, override) => answerInquiry(tx, clerk, id, answer, { exportControl, override }))

export default function Answer() {
  const { t } = useTranslation('desk')
  const { href, ticket, ready, templates, asksExportControl } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="answer" href={href} ticket={ticket} lead={t('inquiries.answer.lead')} refused={refused}>
      <form method="post" noValidate>
        <OutgoingText name="answer" label={t('inquiries.answer.label')} required rows={10} defaultValue={ready} templates={templates} refused={refused} />
        {asksExportControl && <Tick name="exportControl" label={t('inquiries.introduction.exportControl')} kept={refused?.kept} />}
        <Button>{t('inquiries.answer.send')}</Button>
      </form>
    </ActPage>
  )
}
