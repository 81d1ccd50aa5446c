import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { latestViews } from '#app/features/accounts/contact-views.server.ts'
import { LatestViews } from '#app/features/accounts/ui/latest-views.tsx'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { subjectOf } from '#app/features/inquiries/moving.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { SeenContacts } from '#app/features/inquiries/ui/seen-contacts.tsx'
import { viewContact } from '#app/features/inquiries/viewing.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  return { href, ticket: inquiry.ticket, views: await latestViews(db, subjectOf(inquiry.id)) }
}

/** Only a POST shows a contact, and every one of them is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, inquiry } = await openDeskCase(request, params)
  const seen = await transact((tx) => viewContact(tx, clerk, inquiry.id))
  if (!seen) missing()
  return data(seen)
}

export default function Contact() {
  const { t } = useTranslation('desk')
  const { href, ticket, views } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Sheet title={t('inquiries.contact.title')} back={{ href, label: ticket }}>
      {seen ? (
        <SeenContacts seen={seen} />
      ) : (
        <form method="post">
          <p>{t('inquiries.contact.lead')}</p>
          <Button>{t('inquiries.contact.show')}</Button>
        </form>
      )}
      <LatestViews views={views} />
    </Sheet>
  )
}
