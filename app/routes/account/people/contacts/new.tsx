import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { addContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { contactForm } from '#app/features/catalogue/joining/form.ts'
import { ContactFields } from '#app/features/catalogue/joining/ui/contact-form.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireRegistrant(request, locale)
  return { back: `/${locale}/account/people` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read, 400)
  await transact((tx) => addContact(tx, me, me.companyId, read.value))
  return redirect(`/${locale}/account/people?done=saved`, 303)
}

export default function NewContact() {
  const { t } = useTranslation('joining')
  const { back } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.new')} lead={t('contactForm.lead')} back={{ href: back, label: t('people.title') }}>
      <ContactFields contact={null} kept={useActionData<typeof action>()} />
    </Sheet>
  )
}
