import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { embeddedList } from '#app/features/outreach/feeds/embedded-list.server.ts'
import { embedShape } from '#app/features/outreach/feeds/embed-form.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** The newest technologies for a partner's frame. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = embedShape.parse(Object.fromEntries(new URL(request.url).searchParams))
  return (await embeddedList(db, localeOf(params), asked)) ?? missing()
}
