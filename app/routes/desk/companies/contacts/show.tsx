import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { changeContact, viewFirmContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { contactForm } from '#app/features/catalogue/joining/form.ts'
import { openFirm } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { ContactFields } from '#app/features/catalogue/joining/ui/contact-form.tsx'
import { firmNameIn } from '#app/features/catalogue/joining/ui/firm-name.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Shows the details to change them: that view is written down as well. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, clerk, firm, href } = await openFirm(request, params)
  const contact = await transact((tx) => viewFirmContact(tx, clerk, firm.company.id, params.contact ?? ''))
  if (!contact) missing()
  return { href, name: firmNameIn(firm.name, locale), contact }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, firm, href } = await openFirm(request, params)
  const read = await readForm(request, contactForm)
  if (!read.ok) return data(read, 400)
  if (!(await transact((tx) => changeContact(tx, clerk, firm.company.id, params.contact ?? '', read.value)))) missing()
  return redirect(href, 303)
}

export default function FirmContact() {
  const { t } = useTranslation('joining')
  const { href, name, contact } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.edit')} lead={t('contactForm.lead')} back={{ href, label: name }}>
      <ContactFields contact={contact} kept={useActionData<typeof action>()} />
      <LinkButton tone="harm" href={`${href}/contacts/${contact.id}/removal`}>
        {t('contactForm.delete')}
      </LinkButton>
    </Sheet>
  )
}
