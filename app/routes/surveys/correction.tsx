import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { projectStatuses } from '#db/schema/projects.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { standingForm } from '#app/features/projects/standing/form.ts'
import { takeReport } from '#app/features/projects/standing/reports.server.ts'
import { openSurvey } from '#app/features/projects/surveys/party-page.server.ts'
import { mayAnswer } from '#app/features/projects/surveys/stepping.server.ts'
import { formData, formSeal, readForm, refuse } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Seal, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders
export const loader = async ({ params }: LoaderFunctionArgs) => ({ href: (await openSurvey(params)).href, seal: formSeal() })

/** What a party corrects goes to the desk, which decides about it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, asked, href } = await openSurvey(params)
  if (!(await mayAnswer(context.address))) throw new Response(null, { status: 429 })
  const read = await readForm(request, standingForm)
  if (!read.ok) return data({ kept: read }, 400)
  const form = await formData(request)
  const key = `correction:${asked.recipient.id}:${String(form.get('_key') ?? '').slice(0, 64)}`
  const done = await transact((tx) => takeReport(tx, { id: asked.party.id, projectId: asked.project.id }, read.value, locale, key))
  return done.ok ? redirect(`${href}?done=corrected`, 303) : data({ kept: refuse(form, 'on', 'invalid') }, 400)
}

export default function Correction() {
  const { t } = useTranslation(['surveys', 'projects'])
  const { href, seal } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  return (
    <Sheet title={t('correction.title')} lead={t('correction.lead')} back={{ href, label: t('step.start') }}>
      <form method="post" noValidate>
        <Seal seal={seal} />
        <input type="hidden" name="kind" value="changed" />
        <TextArea name="note" label={t('correction.note')} kept={kept} required />
        <Select name="status" label={t('correction.status')} kept={kept} empty={t('correction.same')} options={projectStatuses.map((value) => ({ value, label: t(`projects:statuses.${value}`) }))} />
        <TextField name="on" type="date" label={t('correction.on')} kept={kept} />
        <Button>{t('correction.send')}</Button>
      </form>
    </Sheet>
  )
}
