import { useActionData, useLoaderData } from '@remix-run/react'
import { companyAct, readCompanyAct } from '#app/features/catalogue/revising/company-act.server.ts'
import { discardCompanyDraft } from '#app/features/catalogue/revising/company-drafts.server.ts'
import { ConfirmPage } from '#app/features/catalogue/ui/editor/confirm-page.tsx'

export const loader = readCompanyAct
export const action = companyAct('discarded', discardCompanyDraft)

export default function DiscardCompany() {
  const { name, home, edition } = useLoaderData<typeof loader>()
  return <ConfirmPage act="companyDiscarding" name={name} home={home} edition={edition} refusal={useActionData<typeof action>()?.refusal} />
}
