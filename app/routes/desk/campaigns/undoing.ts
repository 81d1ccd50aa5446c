import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { undoEdit } from '#app/features/outreach/campaigns/keeping.server.ts'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'
import { formData } from '#app/platform/form.server.ts'

/** Opened by itself, the address leads to the code. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openCampaign(request, params)).href)

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, clerk, href } = await openCampaign(request, params)
  const edition = Number((await formData(request)).get('edition'))
  const undone = Number.isInteger(edition) && (await transact((tx) => undoEdit(tx, clerk, campaign.id, edition)))
  return redirect(`${href}?done=${undone ? 'undone' : 'kept'}`)
}
