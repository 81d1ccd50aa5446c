import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readFilesPage } from '#app/features/catalogue/files/files-page.server.ts'
import { refusedUpload, takePicture } from '#app/features/catalogue/files/taking.server.ts'
import { ImagesPage } from '#app/features/catalogue/files/ui/images-page.tsx'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'

export const headers: HeadersFunction = ({ actionHeaders, parentHeaders }) => new Headers([...parentHeaders, ...(actionHeaders ?? [])])

export const loader = async ({ request, params }: LoaderFunctionArgs) => readFilesPage(request, await openOwnListing(request, params))

export async function action({ request, params }: ActionFunctionArgs) {
  const listing = await openOwnListing(request, params)
  const taken = await takePicture(request, listing)
  return taken.ok ? redirect(`${listing.home}/images?done=added`) : refusedUpload(taken)
}

export default function Images() {
  return <ImagesPage page={useLoaderData<typeof loader>()} kept={useActionData<typeof action>()} />
}
