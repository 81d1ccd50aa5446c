import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { approveJoining, suggestedSlug } from '#app/features/catalogue/joining/deciding.server.ts'
import { similarCompanies } from '#app/features/catalogue/joining/duplicates.server.ts'
import { approvalForm } from '#app/features/catalogue/joining/form.ts'
import { decision, openJoining } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { Duplicates } from '#app/features/catalogue/joining/ui/duplicates.tsx'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { useSay } from '#app/features/catalogue/joining/ui/saying.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, href } = await openJoining(request, params)
  const { joining } = asked
  return { href, name: joining.content.nameJa ?? '', slug: await suggestedSlug(db, joining), firms: await similarCompanies(db, joining.content) }
}

export const action = decision(approvalForm, (tx, clerk, id, { slug }) => approveJoining(tx, clerk, id, slug))

export default function Approval() {
  const { t } = useTranslation('joining')
  const { href, name, slug, firms } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('approval.title')} lead={t('approval.lead')} back={{ href, label: name }}>
      <RefusalNotice refused={refused?.refused} />
      {firms.length > 0 && <Duplicates firms={firms} asking={[]} href={href} />}
      <form method="post" noValidate>
        <TextField name="slug" label={t('approval.slug')} hint={t('approval.slugHint')} defaultValue={slug} required maxLength={64} autoCapitalize="off" autoComplete="off" spellCheck={false} kept={refused?.kept} say={useSay()} />
        <Button wide>{t('approval.send')}</Button>
      </form>
    </Sheet>
  )
}
