import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { writePartyLines } from '#app/features/projects/parties.ts'
import { PartyFields, TitleFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { textForm } from '#app/features/projects/candidates/form.ts'
import { editText } from '#app/features/projects/candidates/proposing.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const parties = await partiesOfProject(db, project.id)
  const lines = (side: 'japan' | 'china') => writePartyLines(parties.filter((party) => party.side === side).map(({ nameJa, nameZh }) => ({ ja: nameJa, zh: nameZh })))
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, japan: lines('japan'), china: lines('china') }
}

export const action = projectAct(textForm, 'edited', (tx, clerk, { project }, value) => editText(tx, clerk, project.id, value))

export default function Text() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, japan, china } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.text')} lead={t('lead.text')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <TitleFields title={title} kept={kept} />
        <PartyFields japan={japan} china={china} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
