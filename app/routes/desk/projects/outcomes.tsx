import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { OutcomeFields } from '#app/features/projects/ui/desk/outcome-fields.tsx'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, outcomeForm } from '#app/features/projects/life/form.ts'
import { reportOutcome } from '#app/features/projects/life/changing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const parties = (await partiesOfProject(db, project.id)).map(({ id, nameJa, nameZh }) => ({ id, name: { ja: nameJa, zh: nameZh } }))
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today(), parties }
}

export const action = projectAct(outcomeForm, 'outcome', (tx, clerk, { project }, value) => reportOutcome(tx, clerk, project.id, value))

export default function Outcomes() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today, parties } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.outcomes')} lead={t('lead.outcomes')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <OutcomeFields parties={parties} kept={kept} />
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={false} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
