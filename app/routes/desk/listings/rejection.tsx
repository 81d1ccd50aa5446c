import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { rejectionForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { rejectRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { openRevision, revisionAct } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ActPage, useSay } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision, href } = await openRevision(request, params)
  return { href, name: revision.content.name }
}

export const action = revisionAct(rejectionForm, 'rejected', (tx, clerk, { id }, { reason }) => rejectRevision(tx, clerk, id, reason))

export default function Rejection() {
  const { t } = useTranslation('review')
  const { href, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="rejection" name={nameIn(name, useLocale())} href={href} lead={t('rejection.lead')} refused={refused}>
      <form method="post" noValidate>
        <TextArea name="reason" label={t('rejection.reason')} required rows={5} maxLength={2000} kept={refused?.kept} say={useSay()} />
        <Button tone="harm">{t('rejection.send')}</Button>
      </form>
    </ActPage>
  )
}
