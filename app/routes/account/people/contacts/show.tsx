import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { changeContact, readContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { contactForm } from '#app/features/catalogue/joining/form.ts'
import { ContactFields } from '#app/features/catalogue/joining/ui/contact-form.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const contact = await readContact(db, me.companyId, params.id ?? '')
  if (!contact) missing()
  return { contact, back: `/${locale}/account/people` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  if (!(await readContact(db, me.companyId, params.id ?? ''))) missing()
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read, 400)
  if (!(await transact((tx) => changeContact(tx, me, me.companyId, params.id ?? '', read.value)))) missing()
  return redirect(`/${locale}/account/people?done=saved`, 303)
}

export default function ShowContact() {
  const { t } = useTranslation('joining')
  const { contact, back } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.edit')} lead={t('contactForm.lead')} back={{ href: back, label: t('people.title') }}>
      <ContactFields contact={contact} kept={useActionData<typeof action>()} />
      <LinkButton tone="harm" href={`${back}/contacts/${contact.id}/removal`}>
        {t('contactForm.delete')}
      </LinkButton>
    </Sheet>
  )
}
