import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#db/index.ts'
import { posterKey, posterPng } from '#app/features/outreach/posters/serving.server.ts'
import { isPosterKind, posterOf } from '#app/features/outreach/posters/subjects.server.ts'
import { isLocale } from '#app/platform/locale.ts'
import { missing } from '#app/platform/request.server.ts'
import { TooBusy } from '#app/platform/turns.server.ts'

/** `/posters/technologies/:slug.zh.png` and its like; with the right `?v=` it never changes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, name = '', locale] = /^(.+)\.(ja|zh)\.png$/.exec(params.file ?? '') ?? []
  if (!isPosterKind(params.kind) || !isLocale(locale)) missing()
  const { poster } = (await posterOf(db, params.kind, name, locale)) ?? missing()
  const png = await posterPng(poster).catch((error: unknown) => {
    if (error instanceof TooBusy) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    throw error
  })
  const lasting = new URL(request.url).searchParams.get('v') === posterKey(poster)
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300' } })
}
