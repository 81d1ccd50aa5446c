import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { readTask } from '#app/features/inquiries/tasks.server.ts'
import { SeenContacts } from '#app/features/inquiries/ui/seen-contacts.tsx'
import { viewTaskContact } from '#app/features/inquiries/viewing.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

async function openTask(request: Request, params: LoaderFunctionArgs['params']) {
  const opened = await openDeskCase(request, params)
  const task = await readTask(db, opened.inquiry.id, params.task ?? '')
  if (!task) missing()
  return { ...opened, task, back: `${opened.href}/tasks/${task.id}` }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, task, back } = await openTask(request, params)
  return { ticket: inquiry.ticket, back, kind: task.kind }
}

/** Only a POST shows a contact, and every one of them is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, task } = await openTask(request, params)
  return data(await transact((tx) => viewTaskContact(tx, clerk, task)))
}

export default function TaskContact() {
  const { t } = useTranslation(['desk', 'casework'])
  const { back, ticket, kind } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Sheet title={t('inquiries.contact.title')} back={{ href: back, label: `${ticket} ${t(`casework:tasks.kind.${kind}`)}` }}>
      {seen ? (
        <SeenContacts seen={seen} firmOnly={kind === 'phone-firm'} />
      ) : (
        <form method="post">
          <p>{t('inquiries.contact.lead')}</p>
          <Button>{t('inquiries.contact.show')}</Button>
        </form>
      )}
    </Sheet>
  )
}
