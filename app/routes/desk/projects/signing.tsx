import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { partiesOfProject } from '#app/features/projects/life/recording.server.ts'
import { PartyFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { confirmedSources, signingForm } from '#app/features/projects/life/form.ts'
import { signAnew } from '#app/features/projects/life/parties.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { SaidFields } from '#app/features/projects/ui/desk/said-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const present = (await partiesOfProject(db, project.id)).filter((party) => party.untilOn === null).map(({ id, side, nameJa, nameZh }) => ({ id, side, nameJa, nameZh }))
  return { href, title: { ja: project.titleJa, zh: project.titleZh }, today: today(), present }
}

export const action = projectAct(signingForm, 'signed', (tx, clerk, { project }, value) => signAnew(tx, clerk, project.id, value))

export default function Signing() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, title, today, present } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('acts.signing')} lead={t('lead.signing')} back={useBack(href, title)} refused={refused}>
      <form method="post" noValidate>
        <Choices name="staying" several label={t('signing.staying')} hint={t('signing.stayingHint')} chosen={present.map(({ id }) => id)} options={present.map(({ id, side, nameJa, nameZh }) => ({ value: id, label: `${t(`projects:sides.${side}`)} ${nameJa ?? nameZh ?? ''}` }))} kept={kept} />
        <PartyFields kept={kept} />
        <SaidFields kept={kept} today={today} sources={confirmedSources} shown={true} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
