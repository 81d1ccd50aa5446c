import { redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readFilesPage, readTextStates } from '#app/features/catalogue/files/files-page.server.ts'
import { refusedUpload, takeDocument } from '#app/features/catalogue/files/taking.server.ts'
import { DocumentsPage } from '#app/features/catalogue/files/ui/documents-page.tsx'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'

export const headers: HeadersFunction = ({ actionHeaders, parentHeaders }) => new Headers([...parentHeaders, ...(actionHeaders ?? [])])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await readFilesPage(request, await openOwnListing(request, params))
  return { page, states: await readTextStates(page.documents) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const listing = await openOwnListing(request, params)
  const taken = await takeDocument(request, listing)
  return taken.ok ? redirect(`${listing.home}/documents?done=added`) : refusedUpload(taken)
}

export default function Documents() {
  return <DocumentsPage {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>()} />
}
