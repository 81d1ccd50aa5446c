import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { signable } from '#app/features/outreach/wechat/signing.ts'
import { ownOrigins } from '#app/features/outreach/wechat/switch.server.ts'
import { signPage } from '#app/features/outreach/wechat/ticket.server.ts'
import { env } from '#app/platform/env.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** Signs one of our own addresses for WeChat's script; where that is not switched on there is nothing here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = env.wechat && signable(new URL(request.url).searchParams.get('url') ?? '', ownOrigins)
  if (!env.wechat || !url) missing()
  const signed = await signPage(db, env.wechat, url)
  return Response.json(signed ?? { reason: 'no-ticket' }, { status: signed ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
