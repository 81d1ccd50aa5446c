import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { DetailFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { detailsForm } from '#app/features/projects/life/form.ts'
import { editDetails } from '#app/features/projects/life/changing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const details = { fields: project.fields, region: project.region, summary: { ja: project.summaryJa, zh: project.summaryZh } }
  const fields = await readFields(db)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, details, fields }
}

export const action = projectAct(detailsForm, 'edited', (tx, clerk, { project }, value) => editDetails(tx, clerk, project.id, value))

export default function Details() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, details, fields } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.details')} lead={t('lead.details')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <DetailFields fields={fields} details={details} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
