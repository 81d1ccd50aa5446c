import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { roundForm } from '#app/features/projects/surveys/form.ts'
import { publishedVersions } from '#app/features/projects/surveys/questionnaires.server.ts'
import { editRound } from '#app/features/projects/surveys/rounds.server.ts'
import { RoundFields } from '#app/features/projects/surveys/ui/desk-rounds.tsx'
import { RefusedNotice } from '#app/features/projects/surveys/ui/refused-notice.tsx'
import { formData, readForm, typedOf } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openDeskRound(request, params)
  if (round.state === 'closed') throw redirect(href)
  const [versions, fields] = await Promise.all([publishedVersions(db, round.kind), readFields(db)])
  return { href, given: round, versions, fields }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { round, clerk, href } = await openDeskRound(request, params)
  const read = await readForm(request, roundForm)
  if (!read.ok) return data({ kept: read, reason: null }, 400)
  const sent = { ...read.value.round, kind: round.kind }
  const allowed = (await publishedVersions(db, round.kind)).some(({ id }) => id === sent.versionId)
  const done = await transact((tx) => editRound(tx, clerk, round, read.value.edition, allowed ? sent : { ...sent, versionId: round.versionId }))
  return done.ok ? redirect(href) : data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, reason: done.reason }, 409)
}

export default function EditRound() {
  const { t } = useTranslation('surveys')
  const { href, given, versions, fields } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('desk.edit')} back={{ href, label: t('desk.backRound') }}>
      <RefusedNotice reason={refused?.reason} />
      <form method="post" noValidate>
        <RoundFields given={given} versions={versions} fields={fields} kept={refused?.kept} draft={given.state === 'draft'} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
