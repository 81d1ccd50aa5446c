import type { LoaderFunctionArgs } from '@remix-run/node'
import { openCampaign } from '#app/features/outreach/campaigns/open-campaign.server.ts'
import { qrPng } from '#app/platform/qr.server.ts'

/** Twenty-four dots a module: sharp at ten centimetres, with the margin that readers need. */
const PRINT = { scale: 24, margin: 4 }

/** The code as a picture; with `?download` large enough for print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, address } = await openCampaign(request, params)
  const print = new URL(request.url).searchParams.has('download')
  const png = await qrPng(address, print ? PRINT : {})
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store', ...(print ? { 'Content-Disposition': `attachment; filename="qr-${campaign.code}.png"` } : {}) },
  })
}
