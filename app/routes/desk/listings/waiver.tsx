import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { waiverWays } from '#app/features/catalogue/revising/decisions.ts'
import { waiverForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { openRevision, revisionAct } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { unsignedLanguages, waiveSignOff } from '#app/features/catalogue/revising/signing.server.ts'
import { ActPage, Edition, useSay } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision, href } = await openRevision(request, params)
  return { href, name: revision.content.name, edition: revision.edition, open: revision.state === 'submitted' ? unsignedLanguages(revision) : [] }
}

export const action = revisionAct(waiverForm, 'waived', (tx, clerk, { id }, { edition, ...waiver }) => waiveSignOff(tx, clerk, id, edition, waiver))

export default function Waiver() {
  const { t } = useTranslation('review')
  const say = useSay()
  const { href, name, edition, open } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActPage act="waiver" name={nameIn(name, useLocale())} href={href} lead={t('waiver.lead')} refused={refused}>
      {open.length === 0 ? (
        !refused && <p>{t('waiver.nothing')}</p>
      ) : (
        <form method="post" noValidate>
          <Edition edition={edition} />
          <Choices name="language" label={t('waiver.language')} required kept={kept} say={say} chosen={open[open.length - 1]} options={open.map((value) => ({ value, label: t(`language.${value}`) }))} />
          <TextField name="name" label={t('waiver.name')} hint={t('waiver.nameHint')} required maxLength={100} kept={kept} say={say} />
          <Choices name="way" label={t('waiver.way')} required kept={kept} say={say} options={waiverWays.map((value) => ({ value, label: t(`waiver.ways.${value}`) }))} />
          <Button>{t('waiver.send')}</Button>
        </form>
      )}
    </ActPage>
  )
}
