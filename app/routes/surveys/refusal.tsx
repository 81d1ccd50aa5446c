import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { refusalReasons } from '#db/schema/surveys.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { refuseAnswers } from '#app/features/projects/surveys/answering.server.ts'
import { refusalForm } from '#app/features/projects/surveys/form.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { mayAnswer } from '#app/features/projects/surveys/stepping.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders
export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openSurvey(params)).href })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { asked, href } = await openSurvey(params)
  if (!(await mayAnswer(context.address))) throw new Response(null, { status: 429 })
  const read = await readForm(request, refusalForm)
  if (!read.ok) return data({ kept: read }, 400)
  await transact((tx) => refuseAnswers(tx, asked.recipient.id, read.value, 'party'))
  return redirect(href, 303)
}

export default function Refusal() {
  const { t } = useTranslation('surveys')
  const { href } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  return (
    <Sheet title={t('refusal.title')} lead={t('refusal.lead')} back={{ href, label: t('step.start') }}>
      <form method="post" noValidate>
        <Choices name="reason" label={t('refusal.reason')} required kept={kept} options={refusalReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
        <TextArea name="remark" label={t('refusal.remark')} kept={kept} rows={3} />
        <Button>{t('refusal.send')}</Button>
      </form>
    </Sheet>
  )
}
