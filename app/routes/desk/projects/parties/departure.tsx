import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, saidForm } from '#app/features/projects/life/form.ts'
import { partLeaves } from '#app/features/projects/life/parties.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today() }
}

export const action = projectAct(saidForm, 'left', (tx, clerk, { project, params }, value) => partLeaves(tx, clerk, project.id, params.party ?? '', value))

export default function Departure() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.departure')} lead={t('lead.departure')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={true} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
