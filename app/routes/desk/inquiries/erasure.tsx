import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { erasureForm } from '#app/features/inquiries/casework-form.ts'
import { attemptChannels } from '#app/features/inquiries/choices.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { eraseAtRequest } from '#app/features/inquiries/erasing/asked.server.ts'
import { keptFor } from '#app/features/inquiries/erasing/due.server.ts'
import { isOpen } from '#app/features/inquiries/stages.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  if (inquiry.erasedAt || inquiry.erasureAskedAt) missing()
  return { href, ticket: inquiry.ticket, open: isOpen(inquiry.stage), kept: (await keptFor(db, inquiry.id)) !== null }
}

export const action = deskAct(erasureForm, 'erased', (tx, clerk, { id }, { how }) => eraseAtRequest(tx, id, { clerk, how }))

export default function Erasure() {
  const { t } = useTranslation(['trust', 'casework', 'desk'])
  const { href, ticket, open, kept } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('request.title')} lead={t('request.lead')} back={{ href, label: ticket }}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t('desk:inquiries.refused.already-moved')}</p>
        </Notice>
      )}
      <ul>
        {open && <li>{t('request.open')}</li>}
        <li>{t(kept ? 'request.kept' : 'request.gone')}</li>
        <li>{t('request.stays')}</li>
      </ul>
      <form method="post" noValidate>
        <Choices name="how" label={t('request.how')} required options={attemptChannels.map((value) => ({ value, label: t(`casework:attempt.${value}`) }))} kept={refused?.kept} />
        <Tick name="requested" label={t('request.requested')} kept={refused?.kept} />
        <Button tone="harm">{t('request.send')}</Button>
      </form>
    </Sheet>
  )
}
