import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { entryForm } from '#app/features/projects/candidates/form.ts'
import { enterProject } from '#app/features/projects/candidates/proposing.server.ts'
import { listRounds } from '#app/features/projects/candidates/rounds.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { ActSheet } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { EntryFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const [fields, rounds] = await Promise.all([readFields(db), listRounds(db)])
  return { fields, rounds, today: today(), home: `/${locale}/desk/projects` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, entryForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const entered = await transact((tx) => enterProject(tx, clerk, read.value))
  return entered.ok ? redirect(`/${locale}/desk/projects/${entered.id}?done=entered`, 303) : data<ActRefused>(await again(request, entered.reason), 409)
}

export default function NewProject() {
  const { t } = useTranslation('projectdesk')
  const { fields, rounds, today, home } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActSheet title={t('entry.new')} lead={t('entry.lead')} back={{ href: home, label: t('back') }} refused={refused}>
      <form method="post" noValidate>
        <EntryFields fields={fields} rounds={rounds} today={today} kept={refused?.kept} />
        <Button>{t('entry.send')}</Button>
      </form>
    </ActSheet>
  )
}
