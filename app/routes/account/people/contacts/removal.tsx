import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { readContact, removeContact } from '#app/features/catalogue/joining/contacts.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  const contact = await readContact(db, me.companyId, params.id ?? '')
  if (!contact) missing()
  return { name: contact.name, back: `/${locale}/account/people/contacts/${contact.id}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const me = await requireRegistrant(request, locale)
  if (!(await transact((tx) => removeContact(tx, me, me.companyId, params.id ?? '')))) missing()
  return redirect(`/${locale}/account/people?done=deleted`, 303)
}

export default function RemoveContact() {
  const { t } = useTranslation('joining')
  const { name, back } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('contactForm.deleteTitle', { name })} lead={t('contactForm.deleteLead')} back={{ href: back }}>
      <form method="post">
        <Button tone="harm">{t('contactForm.deleteSend')}</Button>
      </form>
    </Sheet>
  )
}
