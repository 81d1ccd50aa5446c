import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { publishCompanyDraft } from '#app/features/catalogue/revising/company-drafts.server.ts'
import { openCompanyDraft } from '#app/features/catalogue/revising/company-review.server.ts'
import { editionForm } from '#app/features/catalogue/revising/desk-forms.ts'
import { refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ActPage, Edition } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { company, draft, href } = await openCompanyDraft(request, params)
  return { href, edition: draft?.state === 'submitted' ? draft.edition : null, name: { ja: company.nameJa, zh: company.nameZh } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, company, queue } = await openCompanyDraft(request, params)
  const read = await readForm(request, editionForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const moved = await transact((tx) => publishCompanyDraft(tx, clerk, company.id, read.value.edition))
  return moved.ok ? redirect(`${queue}&done=company-published`) : refusedAct(request, moved.reason)
}

export default function CompanyPublication() {
  const { t } = useTranslation('review')
  const { href, name, edition } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="company-publication" name={nameIn(name, useLocale())} href={href} lead={t('company.publicationLead')} refused={refused}>
      {edition === null ? (
        !refused && <p>{t('refused.already-moved')}</p>
      ) : (
        <form method="post">
          <Edition edition={edition} />
          <Button>{t('company.publish')}</Button>
        </form>
      )}
    </ActPage>
  )
}
