import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { isPublicFile } from '#app/features/catalogue/files/serving.server.ts'
import { pictureResponse } from '#app/features/catalogue/files/store.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** A picture of a published listing. Its address names its content, so whoever has it never asks again. */
export async function loader({ params }: LoaderFunctionArgs) {
  const hash = params.hash ?? ''
  if (!(await isPublicFile(db, hash))) missing()
  return (await pictureResponse(hash, params.file ?? '', 'public, max-age=31536000, immutable')) ?? missing()
}
