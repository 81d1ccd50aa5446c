import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { signable } from '#app/features/outreach/wechat/signing.ts'
import { ownOrigins } from '#app/features/outreach/wechat/switch.server.ts'
import { signPage } from '#app/features/outreach/wechat/ticket.server.ts'
import { env } from '#app/platform/env.server.ts'
import { missing } from '#app/platform/request.server.ts'

const answer = (said: object, status: number) => Response.json(said, { status, headers: { 'Cache-Control': 'no-store' } })

/** Signs one of our own public pages for WeChat's script; where that is not switched on there is nothing here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = signable(new URL(request.url).searchParams.get('url') ?? '', ownOrigins)
  if (!url) return answer({ error: 'bad-parameter', parameter: 'url' }, 400)
  const signed = await signPage(db, env.wechat ?? missing(), url)
  return signed ? answer(signed, 200) : answer({ reason: 'no-ticket' }, 503)
}
