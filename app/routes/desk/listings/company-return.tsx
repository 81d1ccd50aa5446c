import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { returnCompanyDraft } from '#app/features/catalogue/revising/company-drafts.server.ts'
import { openCompanyDraft, readCompanyMember } from '#app/features/catalogue/revising/company-review.server.ts'
import { companyMembers } from '#app/features/catalogue/revising/company-text.ts'
import { readRemarks } from '#app/features/catalogue/revising/desk-forms.ts'
import { refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ActPage } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { RemarkFields } from '#app/features/catalogue/revising/ui/remark-fields.tsx'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { tongueOf } from '#app/platform/tongue.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { company, draft, href, locale } = await openCompanyDraft(request, params)
  const members = companyMembers.map((member) => ({ member, text: readCompanyMember(draft?.content ?? company, member, locale) }))
  return { href, locale, name: { ja: company.nameJa, zh: company.nameZh }, members }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, company, href } = await openCompanyDraft(request, params)
  const form = await formData(request)
  const read = readRemarks(form, ['', ...companyMembers])
  if (!read.ok) return data<ActRefused>({ kept: { errors: read.errors, typed: typedOf(form) }, refused: null }, 400)
  const moved = await transact((tx) => returnCompanyDraft(tx, clerk, company.id, read.remarks))
  return moved.ok ? redirect(`${href}?done=returned`) : refusedAct(request, moved.reason)
}

export default function CompanyReturn() {
  const { t } = useTranslation('review')
  const { href, locale, name, members } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fields = members.map(({ member, text }) => ({ member, label: t(`companyMembers.${member}`), texts: text ? [{ language: tongueOf(text) ?? locale, text }] : [], found: [] }))
  return (
    <ActPage act="company-return" name={nameIn(name, useLocale())} href={href} lead={t('return.lead')} refused={refused}>
      <form method="post" noValidate>
        <RemarkFields members={fields} refused={refused} />
        <Button>{t('return.send')}</Button>
      </form>
    </ActPage>
  )
}
