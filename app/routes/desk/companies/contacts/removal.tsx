import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { removeContact, viewFirmContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { openFirm } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { clerk, firm, href } = await openFirm(request, params)
  const contact = await transact((tx) => viewFirmContact(tx, clerk, firm.company.id, params.contact ?? ''))
  if (!contact) missing()
  return { href: `${href}/contacts/${contact.id}`, name: contact.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, firm, href } = await openFirm(request, params)
  if (!(await transact((tx) => removeContact(tx, clerk, firm.company.id, params.contact ?? '')))) missing()
  return redirect(href, 303)
}

export default function RemoveFirmContact() {
  const { t } = useTranslation('joining')
  const { href, name } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.deleteTitle', { name })} lead={t('contactForm.deleteLead')} back={{ href }}>
      <form method="post">
        <Button tone="harm">{t('contactForm.deleteSend')}</Button>
      </form>
    </Sheet>
  )
}
