import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { setCampaignEnded } from '#app/features/outreach/campaigns/keeping.server.ts'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'

/** Opened by itself, the address leads to the code. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openCampaign(request, params)).href)

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, clerk, href } = await openCampaign(request, params)
  const done = await transact((tx) => setCampaignEnded(tx, clerk, campaign.id, false))
  return redirect(done ? `${href}?done=reopened` : href)
}
