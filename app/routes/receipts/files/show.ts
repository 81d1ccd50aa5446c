import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { fileOfPage, fileResponse } from '#app/features/inquiries/conversation/files.server.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A file of the buyer's own page, to be saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject } = await openPrivatePage('receipt', params)
  const file = await fileOfPage(db, 'buyer', subject, params.file ?? '')
  return (file && (await fileResponse(request, file))) ?? missing()
}
