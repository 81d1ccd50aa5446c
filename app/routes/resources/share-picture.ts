import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { sharePicture } from '#app/features/outreach/sharing/picture.server.ts'
import { sourceOf } from '#app/features/outreach/sharing/subjects.server.ts'
import { missing } from '#app/platform/request.server.ts'

/** The square picture of a shared link: `/share/technologies/:slug.jpg` …, or the site's own at `/share/databank.jpg`. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { kind = 'site', file = 'databank.jpg' } = params
  const name = /^(.+)\.jpg$/.exec(file)?.[1]
  const source = name ? await sourceOf(db, kind, name) : undefined
  const picture = source === undefined ? null : await sharePicture(source)
  if (!picture) missing()
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=86400' } })
}
