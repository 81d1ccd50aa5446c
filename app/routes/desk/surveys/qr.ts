import type { LoaderFunctionArgs } from '@remix-run/node'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { env } from '#app/platform/env.server.ts'
import { qrPng } from '#app/platform/qr.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** The open link of an event's questionnaire, to be shown on its screen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, round } = await openDeskRound(request, params)
  if (!round.slug) missing()
  const png = await qrPng(`${env.originOf[locale]}/${locale}/event-surveys/${round.slug}`)
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store' } })
}
