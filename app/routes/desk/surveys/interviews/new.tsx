import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { interviewForm } from '#app/features/projects/surveys/form.ts'
import { addInterview } from '#app/features/projects/surveys/interviews.server.ts'
import { readRecipients } from '#app/features/projects/surveys/rounds.server.ts'
import { InterviewFields } from '#app/features/projects/surveys/ui/interview-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, round, href } = await openDeskRound(request, params)
  const recipients = await readRecipients(db, round.id)
  return { list: `${href}/interviews`, today: today(), recipients: recipients.map((one) => ({ value: one.id, label: `${named({ ja: one.nameJa, zh: one.nameZh }, locale).text}（${named({ ja: one.titleJa, zh: one.titleZh }, locale).text}）` })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, round, href } = await openDeskRound(request, params)
  const read = await readForm(request, interviewForm)
  if (!read.ok) return data({ kept: read }, 400)
  const done = await transact((tx) => addInterview(tx, clerk, round.id, read.value.interview))
  return done.ok ? redirect(`${href}/interviews`) : data({ kept: refuse(await formData(request), 'recipient', 'choose') }, 400)
}

export default function NewInterview() {
  const { t } = useTranslation('surveys')
  const { list, today, recipients } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('desk.addInterview')} back={{ href: list, label: t('desk.interviews') }}>
      <form method="post" noValidate>
        <InterviewFields recipients={recipients} today={today} kept={useActionData<typeof action>()?.kept} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
