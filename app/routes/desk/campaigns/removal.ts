import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { removeCampaign } from '#app/features/outreach/campaigns/keeping.server.ts'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'

/** Opened by itself, the address leads to the code. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await openCampaign(request, params)).href)

export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, campaign, clerk, href } = await openCampaign(request, params)
  const removed = await transact((tx) => removeCampaign(tx, clerk, campaign.id))
  return redirect(removed ? `/${locale}/desk/campaigns?done=removed` : `${href}?done=kept`)
}
