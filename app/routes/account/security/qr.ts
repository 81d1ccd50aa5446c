import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { userById } from '#app/features/accounts/data.server.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { enrolmentOf } from '#app/features/accounts/totp.server.ts'
import { translator } from '#app/platform/locale.ts'
import { qrPng } from '#app/platform/qr.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** The key of a second step that is being set up, for the app's camera; from the first code on it is shown no more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  const user = await userById(db, holder.id)
  const started = user && enrolmentOf(user, translator(locale)('security:twoStep.issuer'))
  if (!started) missing()
  const png = await qrPng(started.uri)
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' } })
}
