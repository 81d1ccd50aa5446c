import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { publicDocument } from '#app/features/catalogue/files/serving.server.ts'
import { documentResponse } from '#app/features/catalogue/files/store.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A public document of a published listing, as a download. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const document = await publicDocument(db, params.slug ?? '', params.document ?? '')
  return (document && (await documentResponse(request, document, 'public, no-cache'))) ?? missing()
}
