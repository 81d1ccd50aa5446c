import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { env } from '#app/platform/env.server.ts'
import { qrPng } from '#app/platform/qr.server.ts'

/** The receipt's own address as a picture, for long-press in WeChat or another phone's camera. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { locale, href } = await openPrivatePage('receipt', params)
  const png = await qrPng(env.originOf[locale] + href)
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' } })
}
