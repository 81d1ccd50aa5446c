import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { approachesOf } from '#app/features/inquiries/case.server.ts'
import { filesOfCase } from '#app/features/inquiries/conversation/files.server.ts'
import { refusedFile, takeFile } from '#app/features/inquiries/conversation/taking-files.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { DeskFiles } from '#app/features/inquiries/ui/desk-files.tsx'
import { FileForm } from '#app/features/inquiries/ui/case-files.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href } = await openDeskCase(request, params)
  const approaches = (await approachesOf(db, inquiry.id)).map(({ id, company }) => ({ id, company }))
  return { href, ticket: inquiry.ticket, approaches, files: await filesOfCase(db, inquiry.id) }
}

/** The desk's own files wait here like everybody's until they are passed on with a message. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, inquiry, href } = await openDeskCase(request, params)
  const refused = await takeFile(request, clerk.id, () => ({ inquiryId: inquiry.id, approachId: null, author: 'desk', authorId: clerk.id }))
  return refused === null ? redirect(`${href}/files`, 303) : refusedFile(refused)
}

export default function Files() {
  const { t } = useTranslation('conversation')
  const { href, ticket, approaches, files } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('files.atDesk')} lead={t('files.atDeskLead')} back={{ href, label: ticket }}>
      <DeskFiles files={files} approaches={approaches} href={href} />
      <FileForm action={`${href}/files`} refused={useActionData<typeof action>()?.refused ?? null} />
    </Sheet>
  )
}
