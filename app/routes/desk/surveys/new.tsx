import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { roundForm } from '#app/features/projects/surveys/form.ts'
import { publishedVersions } from '#app/features/projects/surveys/questionnaires.server.ts'
import { addRound } from '#app/features/projects/surveys/rounds.server.ts'
import { RoundFields } from '#app/features/projects/surveys/ui/desk-rounds.tsx'
import { today } from '#app/platform/clock.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const kind = new URL(request.url).searchParams.get('kind') === 'event' ? ('event' as const) : ('follow-up' as const)
  const [versions, fields] = await Promise.all([publishedVersions(db, kind), readFields(db)])
  const rule = { statuses: [], fields: [], promising: false, picked: [] }
  return { list: `/${locale}/desk/surveys`, versions, fields, given: { kind, versionId: versions[0]?.id ?? '', nameJa: '', nameZh: '', year: Number(today().slice(0, 4)), slug: null, closesOn: '', grace: 7, remindOn: [], rule, edition: 1 } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, roundForm)
  if (!read.ok) return data({ kept: read }, 400)
  const { kind, versionId } = read.value.round
  const form = await formData(request)
  if (!(await publishedVersions(db, kind)).some(({ id }) => id === versionId)) return data({ kept: refuse(form, 'versionId', 'choose') }, 400)
  const added = await transact((tx) => addRound(tx, clerk, read.value.round))
  return added.ok ? redirect(`/${locale}/desk/surveys/${added.id}`) : data({ kept: refuse(form, 'slug', 'taken') }, 409)
}

export default function NewRound() {
  const { t } = useTranslation('surveys')
  const { list, given, versions, fields } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t(given.kind === 'event' ? 'desk.newEvent' : 'desk.newRound')} back={{ href: list, label: t('desk.back') }}>
      <form method="post" noValidate>
        <RoundFields given={given} versions={versions} fields={fields} kept={useActionData<typeof action>()?.kept} draft />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
