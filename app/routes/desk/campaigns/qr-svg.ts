import type { LoaderFunctionArgs } from '@remix-run/node'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'
import { qrSvg } from '#app/platform/qr.server.ts'

/** The code as a drawing that a printer may enlarge. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, address } = await openCampaign(request, params)
  return new Response(qrSvg(address), { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="qr-${campaign.code}.svg"` } })
}
