import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { droppingForm } from '#app/features/projects/candidates/form.ts'
import { dropCandidate } from '#app/features/projects/candidates/proposing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  return { href, title: { ja: project.titleJa, zh: project.titleZh } }
}

export const action = projectAct(droppingForm, 'dropped', (tx, clerk, { project }, { reason }) => dropCandidate(tx, clerk, project.id, reason))

export default function Dropping() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.dropping')} lead={t('lead.dropping')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="reason" label={t('dropping.reason')} required rows={3} maxLength={1000} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
