import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PartyFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, joiningForm } from '#app/features/projects/life/form.ts'
import { joinParties } from '#app/features/projects/life/parties.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today() }
}

export const action = projectAct(joiningForm, 'joined', (tx, clerk, { project }, value) => joinParties(tx, clerk, project.id, value))

export default function Joining() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.joining')} lead={t('lead.joining')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <PartyFields kept={kept} />
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={true} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
