import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileAct, openFile } from '#app/features/catalogue/files/file-act.server.ts'
import { moveImage, movingForm } from '#app/features/catalogue/files/listing-files.ts'
import { ImagesPage } from '#app/features/catalogue/files/ui/images-page.tsx'

/** The list again: whoever comes here was refused, and reads why above it. */
export const loader = ({ request, params }: LoaderFunctionArgs) => openFile(request, params)
export const action = fileAct('images', movingForm, 'moved', (content, file, { to }) => moveImage(content, file, to))

export default function ImagePosition() {
  const refused = useActionData<typeof action>()?.refused
  return <ImagesPage page={useLoaderData<typeof loader>()} kept={undefined} refused={refused} />
}
