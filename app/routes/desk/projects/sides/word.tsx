import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { sideOf, toldForm } from '#app/features/projects/candidates/form.ts'
import { answerTitle, readTitle } from '#app/features/projects/candidates/titles.server.ts'
import { openProject, projectAct } from '#app/features/projects/desk/desk-act.server.ts'
import { ActSheet, useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { TitleText } from '#app/features/projects/ui/title-text.tsx'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, href } = await openProject(request, params)
  const side = sideOf(params.side)
  const shown = await readTitle(db, project.id)
  if (!side || !shown) missing()
  return { href, side, shown }
}

/** By telephone or mail: the desk notes what a side said about exactly this text. */
export const action = projectAct(toldForm, 'title-told', async (tx, clerk, { project, params }, { how, ...word }) => {
  const side = sideOf(params.side)
  return side ? answerTitle(tx, project.id, side, word, { clerk, how }) : { ok: false, reason: 'already-moved' }
})

export default function Told() {
  const { t } = useTranslation(['projectdesk', 'projects'])
  const { href, side, shown } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('told.title', { side: t(`projects:sides.${side}`) })} lead={t('told.lead')} back={useBack(href, shown.title)} refused={refused}>
      <TitleText shown={shown} />
      <form method="post" noValidate>
        <input type="hidden" name="textHash" value={shown.textHash} />
        <Choices name="how" label={t('told.how')} required kept={kept} options={(['phone', 'mail'] as const).map((value) => ({ value, label: t(`confirming.how.${value}`) }))} />
        <Choices name="agreed" label={t('told.said')} required kept={kept} options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`told.${value}`) }))} />
        <TextArea name="remark" label={t('told.remark')} rows={3} maxLength={1000} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
