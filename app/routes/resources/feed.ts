import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { technologyFeed } from '#app/features/outreach/feeds/technology-feed.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** `/zh/feeds/technologies.atom`, and one of each field. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  const of = /^([a-z0-9-]{1,64})\.atom$/.exec(params.file ?? '')?.[1]
  const feed = of ? await technologyFeed(db, localeOf(params), of) : null
  if (!feed) missing()
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
