import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { fileOfCase, fileResponse } from '#app/features/inquiries/conversation/files.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A file of a case as it was sent, for the desk. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry } = await openDeskCase(request, params)
  const file = await fileOfCase(db, inquiry.id, params.file ?? '')
  return (file && (await fileResponse(request, file))) ?? missing()
}
