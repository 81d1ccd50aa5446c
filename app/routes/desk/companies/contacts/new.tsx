import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { addContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { contactForm } from '#app/features/catalogue/joining/form.ts'
import { openFirm } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { ContactFields } from '#app/features/catalogue/joining/ui/contact-form.tsx'
import { firmNameIn } from '#app/features/catalogue/joining/ui/firm-name.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, firm, href } = await openFirm(request, params)
  if (firm.into) missing()
  return { href, name: firmNameIn(firm.name, locale) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, firm, href } = await openFirm(request, params)
  if (firm.into) missing()
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read, 400)
  await transact((tx) => addContact(tx, clerk, firm.company.id, read.value))
  return redirect(href, 303)
}

export default function NewFirmContact() {
  const { t } = useTranslation('joining')
  const { href, name } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.new')} lead={t('contactForm.lead')} back={{ href, label: name }}>
      <ContactFields contact={null} kept={useActionData<typeof action>()} />
    </Sheet>
  )
}
