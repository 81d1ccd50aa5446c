import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { listRounds } from '#app/features/projects/candidates/rounds.server.ts'
import { readDeskProject } from '#app/features/projects/desk/project.server.ts'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { assignForm } from '#app/features/projects/candidates/form.ts'
import { assignRound } from '#app/features/projects/candidates/proposing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const [opened, rounds] = await Promise.all([readDeskProject(db, project.id), listRounds(db)])
  const forum = String(opened?.candidacy?.forum ?? '')
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, forum, rounds }
}

export const action = projectAct(assignForm, 'assigned', (tx, clerk, { project }, { forum }) => assignRound(tx, clerk, project.id, forum))

export default function Round() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, forum, rounds } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.round')} lead={t('lead.round')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <Select name="forum" label={t('entry.forum')} empty={t('entry.noForum')} defaultValue={forum} options={rounds.map(({ round }) => ({ value: String(round), label: t('projects:round', { n: round }) }))} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
