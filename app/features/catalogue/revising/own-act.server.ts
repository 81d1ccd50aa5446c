import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { transact, type Writer } from '#db/index.ts'
import { formData } from '#app/platform/form.server.ts'
import { openOwnListing, type OwnListing } from './own-listing.server.ts'
import type { Done } from './revisions.server.ts'

/** The action of a page that asks once and then does one thing to a listing; what refuses is told on the same page. */
export function ownAct(done: string, move: (tx: Writer, listing: OwnListing, edition: number) => Promise<Done>, to = (listing: OwnListing) => listing.home) {
  return async ({ request, params }: ActionFunctionArgs) => {
    const listing = await openOwnListing(request, params)
    const edition = Number((await formData(request)).get('edition') ?? listing.working?.edition ?? 0)
    const moved = await transact((tx) => move(tx, listing, edition))
    return moved.ok ? redirect(`${to(listing)}?done=${done}`) : data({ refusal: moved.reason }, 409)
  }
}

/** Where somebody goes when the technology is no more. */
export const afterwards = ({ locale, editor }: OwnListing) => (editor.office ? `/${locale}/desk/companies/${editor.companyId}` : `/${locale}/account`)
