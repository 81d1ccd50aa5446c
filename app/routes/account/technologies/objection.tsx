import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { remarkForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'
import { refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { sendTextBack } from '#app/features/catalogue/revising/signing.server.ts'
import { ActPage, Edition, useSay } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, working, home } = await openOwnListing(request, params)
  return { home, edition: working?.edition ?? 0, askable: Boolean(working?.signOffAskedAt) && !editor.office }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, technology, home } = await openOwnListing(request, params)
  const read = await readForm(request, remarkForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const sent = await transact((tx) => sendTextBack(tx, editor, technology.id, read.value.edition, read.value.remark))
  return sent.ok ? redirect(`${home}/sign-off?done=sent-back`) : refusedAct(request, sent.reason)
}

export default function Objection() {
  const { t } = useTranslation('review')
  const say = useSay()
  const { home, edition, askable } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="objection" name={t('acts.sign-off')} href={`${home}/sign-off`} lead={t('objection.lead')} refused={refused}>
      {askable ? (
        <form method="post" noValidate>
          <Edition edition={edition} />
          <TextArea name="remark" label={t('objection.label')} hint={t('objection.hint')} required rows={8} maxLength={2000} kept={refused?.kept} say={say} />
          <Button>{t('objection.send')}</Button>
        </form>
      ) : (
        !refused && <p>{t('signing.nothing')}</p>
      )}
    </ActPage>
  )
}
