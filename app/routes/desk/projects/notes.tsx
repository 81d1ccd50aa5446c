import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { projectSources } from '#db/schema/projects.ts'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { saidForm } from '#app/features/projects/life/form.ts'
import { noteWords } from '#app/features/projects/life/changing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today(), announced: project.state === 'announced' }
}

export const action = projectAct(saidForm, 'noted', (tx, clerk, { project }, value) => noteWords(tx, clerk, project.id, value))

export default function Notes() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today, announced } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.notes')} lead={t('lead.notes')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <SaidFields kept={kept} today={today} sources={projectSources} source="office" {...(announced ? { shown: false } : {})} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
