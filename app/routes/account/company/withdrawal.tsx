import { useActionData, useLoaderData } from '@remix-run/react'
import { companyAct, readCompanyAct } from '#app/features/catalogue/revising/company-act.server.ts'
import { takeBackCompanyDraft } from '#app/features/catalogue/revising/company-drafts.server.ts'
import { ConfirmPage } from '#app/features/catalogue/ui/editor/confirm-page.tsx'

export const loader = readCompanyAct
export const action = companyAct('taken-back', takeBackCompanyDraft)

export default function TakeBackCompany() {
  const { name, home, edition } = useLoaderData<typeof loader>()
  return <ConfirmPage act="companyWithdrawal" name={name} home={home} edition={edition} refusal={useActionData<typeof action>()?.refusal} />
}
