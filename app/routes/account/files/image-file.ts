import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { ownContents } from '#app/features/catalogue/files/serving.server.ts'
import { pictureResponse } from '#app/features/catalogue/files/store.server.ts'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A picture of a listing for those who work on it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const contents = await ownContents(db, await openOwnListing(request, params))
  const hash = params.hash ?? ''
  if (!contents.some(({ images }) => images.some((one) => one.file === hash))) missing()
  return (await pictureResponse(hash, params.file ?? '', 'no-store')) ?? missing()
}
