import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { surveyKinds } from '#db/schema/surveys.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { questionnaireForm } from '#app/features/projects/surveys/form.ts'
import { addQuestionnaire } from '#app/features/projects/surveys/questionnaires.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { list: `/${locale}/desk/surveys` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, questionnaireForm)
  if (!read.ok) return data({ kept: read }, 400)
  const { id } = await transact((tx) => addQuestionnaire(tx, clerk, { ...read.value, sections: [] }))
  return redirect(`/${locale}/desk/surveys/questionnaires/${id}`)
}

export default function NewQuestionnaire() {
  const { t } = useTranslation('surveys')
  const { list } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  return (
    <Sheet title={t('desk.newQuestionnaire')} back={{ href: list, label: t('desk.back') }}>
      <form method="post" noValidate>
        <Choices name="kind" label={t('editor.kind')} required kept={kept} options={surveyKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        <TextField name="nameJa" label={t('editor.nameJa')} required kept={kept} />
        <TextField name="nameZh" label={t('editor.nameZh')} required kept={kept} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
