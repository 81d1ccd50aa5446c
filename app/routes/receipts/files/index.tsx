import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { filesShown } from '#app/features/inquiries/conversation/files.server.ts'
import { refusedFile, takeFile } from '#app/features/inquiries/conversation/taking-files.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { FileForm, FileList } from '#app/features/inquiries/ui/case-files.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  return { href, files: await filesShown(db, 'buyer', subject) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { subject, href } = await openPrivatePage('receipt', params)
  const refused = await takeFile(request, context.address, () => ({ inquiryId: subject, approachId: null, author: 'buyer', authorId: null }))
  return refused === null ? redirect(`${href}?done=sent`, 303) : refusedFile(refused)
}

export default function Files() {
  const { t } = useTranslation('conversation')
  const { href, files } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('files.title')} lead={t('files.lead')} back={{ href }}>
      <FileList files={files} href={href} />
      <FileForm action={`${href}/files`} refused={useActionData<typeof action>()?.refused ?? null} />
    </Sheet>
  )
}
