import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { ownContents } from '#app/features/catalogue/files/serving.server.ts'
import { documentResponse } from '#app/features/catalogue/files/store.server.ts'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A document of a listing for those who work on it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const contents = await ownContents(db, await openOwnListing(request, params))
  const document = contents.flatMap(({ documents }) => documents).find((one) => one.id === params.document)
  if (!document) missing()
  return (await documentResponse(request, document, 'no-store')) ?? missing()
}
