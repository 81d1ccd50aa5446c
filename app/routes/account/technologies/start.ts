import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { openOwnListing } from '#app/features/catalogue/revising/own-listing.server.ts'
import { sections } from '#app/features/catalogue/revising/sections.ts'

/** The editor begins with its first page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { home } = await openOwnListing(request, params)
  return redirect(`${home}/edit/${sections[0]}`)
}
