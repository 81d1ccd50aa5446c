import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { interviewForm } from '#app/features/projects/surveys/form.ts'
import { editInterview, readInterview } from '#app/features/projects/surveys/interviews.server.ts'
import { InterviewFields } from '#app/features/projects/surveys/ui/interview-fields.tsx'
import { RefusedNotice } from '#app/features/projects/surveys/ui/refused-notice.tsx'
import { formData, readForm, typedOf } from '#app/platform/form.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openDeskRound(request, params)
  return { list: `${href}/interviews`, interview: (await readInterview(db, round.id, params.interview ?? '')) ?? missing() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, round, href } = await openDeskRound(request, params)
  const interview = (await readInterview(db, round.id, params.interview ?? '')) ?? missing()
  const read = await readForm(request, interviewForm)
  if (!read.ok) return data({ kept: read, reason: null }, 400)
  const done = await transact((tx) => editInterview(tx, clerk, interview, read.value.edition, read.value.interview))
  return done.ok ? redirect(`${href}/interviews`) : data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, reason: done.reason }, 409)
}

export default function Interview() {
  const { t } = useTranslation('surveys')
  const { list, interview } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('interview.title')} back={{ href: list, label: t('desk.interviews') }}>
      <RefusedNotice reason={refused?.reason} />
      <form method="post" noValidate>
        <InterviewFields given={interview} kept={refused?.kept} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
