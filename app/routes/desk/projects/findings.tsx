import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { obstacleCodes, wishCodes } from '#db/schema/projects.ts'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, findingsForm } from '#app/features/projects/life/form.ts'
import { noteFindings } from '#app/features/projects/life/changing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today() }
}

export const action = projectAct(findingsForm, 'found', (tx, clerk, { project }, value) => noteFindings(tx, clerk, project.id, value))

export default function Findings() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.findings')} lead={t('lead.findings')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <Choices name="obstacles" several label={t('findings.obstacles')} options={obstacleCodes.map((value) => ({ value, label: t(`projects:obstacles.${value}`) }))} kept={kept} />
        <Choices name="wishes" several label={t('findings.wishes')} options={wishCodes.map((value) => ({ value, label: t(`projects:wishes.${value}`) }))} kept={kept} />
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={false} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
