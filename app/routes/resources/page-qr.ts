import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { pageQr, targetQr } from '#app/features/outreach/pages/page-qr.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

const DAY = 86_400

/** The QR code of a public page: `/qr/zh/technologies/:slug.png`, `/qr/ja/companies.png`, `/qr/zh/home.png`; any other of ours as `/qr/zh/page.png?of=/…`. Nothing but our own pages is drawn. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = /^(.+)\.png$/.exec(params.file ?? '')?.[1] ?? missing()
  const of = name === 'page' ? new URL(request.url).searchParams.get('of') : null
  const png = (await (of === null ? pageQr(db, localeOf(params), params.kind ?? null, name) : targetQr(db, localeOf(params), of))) ?? missing()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': `public, max-age=${30 * DAY}` } })
}
