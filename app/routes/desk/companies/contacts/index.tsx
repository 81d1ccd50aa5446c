import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { viewFirmContacts } from '#app/features/catalogue/joining/contacts.server.ts'
import { openFirm } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { ContactList } from '#app/features/catalogue/joining/ui/contact-list.tsx'
import { firmNameIn } from '#app/features/catalogue/joining/ui/firm-name.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, firm, href } = await openFirm(request, params)
  return { href, name: firmNameIn(firm.name, locale) }
}

/** Only a POST shows contacts, and every one of them is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, firm } = await openFirm(request, params)
  return data(await transact((tx) => viewFirmContacts(tx, clerk, firm.company.id)))
}

export default function FirmContacts() {
  const { t } = useTranslation('joining')
  const { href, name } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Sheet title={t('firmContacts.title')} back={{ href, label: name }}>
      {seen ? (
        <>
          <Notice role="status">
            <p>{t('contact.recorded')}</p>
          </Notice>
          <h2>{t('firmContacts.people')}</h2>
          {seen.people.length > 0 ? <Facts facts={seen.people.map((person) => [person.name, person.email] as const)} /> : <p>{t('firmContacts.none')}</p>}
          <h2>{t('firmContacts.contacts')}</h2>
          {seen.contacts.length > 0 ? <ContactList contacts={seen.contacts} href={`${href}/contacts`} /> : <p>{t('firmContacts.none')}</p>}
        </>
      ) : (
        <form method="post">
          <p>{t('firmContacts.lead')}</p>
          <Button>{t('firmContacts.show')}</Button>
        </form>
      )}
    </Sheet>
  )
}
