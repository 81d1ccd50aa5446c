import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { refusalReasons } from '#db/schema/surveys.ts'
import { refuseAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { openDeskRecipient } from '#app/features/projects/surveys/desk-open.server.ts'
import { refusalForm } from '#app/features/projects/surveys/form.ts'
import { readForm } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = async ({ request, params }: LoaderFunctionArgs) => ({ href: (await openDeskRecipient(request, params)).recipientHref })

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, asked, round, recipientHref } = await openDeskRecipient(request, params)
  if (round.state !== 'open') return redirect(`${recipientHref}?refused=closed`)
  const read = await readForm(request, refusalForm)
  if (!read.ok) return data({ kept: read }, 400)
  const done = await transact((tx) => refuseAnswers(tx, asked.recipient.id, read.value, clerk))
  return redirect(done.ok ? recipientHref : `${recipientHref}?refused=${done.reason}`)
}

export default function Refusal() {
  const { t } = useTranslation('surveys')
  const { href } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  return (
    <Sheet title={t('recipient.refuse')} back={{ href }}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('refusal.reason')} required kept={kept} options={refusalReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
        <TextArea name="remark" label={t('refusal.remark')} kept={kept} rows={3} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
