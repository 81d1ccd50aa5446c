import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { projectStatuses } from '#db/schema/projects.ts'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, statusForm } from '#app/features/projects/life/form.ts'
import { changeStatus } from '#app/features/projects/life/changing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today(), status: project.status }
}

export const action = projectAct(statusForm, 'status', (tx, clerk, { project }, value) => changeStatus(tx, clerk, project.id, value))

export default function Status() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today, status } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.status')} lead={t('lead.status')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <Select name="status" label={t('projects:status')} required empty={t('choose')} options={projectStatuses.filter((value) => value !== status).map((value) => ({ value, label: t(`projects:statuses.${value}`) }))} kept={kept} />
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={true} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
