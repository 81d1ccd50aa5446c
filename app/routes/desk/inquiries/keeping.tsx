import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { keepingForm } from '#app/features/inquiries/casework-form.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { keepCase } from '#app/features/inquiries/erasing/asked.server.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireManager(request, localeOf(params))
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const manager = await requireManager(request, localeOf(params))
  const { inquiry, href } = await openDeskCase(request, params)
  const form = await readForm(request, keepingForm)
  if (!form.ok) return data(form, 400)
  const kept = await transact((tx) => keepCase(tx, manager, inquiry.id, form.value.reason))
  return kept ? redirect(href) : data(refuse(await formData(request), '', 'already'), 409)
}

export default function Keeping() {
  const { t } = useTranslation('trust')
  const { href, ticket } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('keeping.title')} lead={t('keeping.lead')} back={{ href, label: ticket }}>
      {kept?.errors[''] && (
        <Notice tone="waiting" role="alert">
          <p>{t('keeping.already')}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <TextArea name="reason" label={t('keeping.reason')} hint={t('keeping.reasonHint')} rows={3} maxLength={500} required kept={kept} />
        <Button>{t('keeping.send')}</Button>
      </form>
    </Sheet>
  )
}
