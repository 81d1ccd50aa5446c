import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { posterKey } from '#app/features/outreach/posters/serving.server.ts'
import { isPosterKind, posterOf } from '#app/features/outreach/posters/subjects.server.ts'
import { PosterPage } from '#app/features/outreach/posters/ui/poster-page.tsx'
import { headOf } from '#app/platform/head.ts'
import { translator } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** The poster of a technology, a company, a field or a need: which of them, the address says. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const kind = new URL(request.url).pathname.split('/')[2]
  const name = params.slug ?? params.field ?? ''
  const found = isPosterKind(kind) ? await posterOf(db, kind, name, locale) : null
  if (!found || !isPosterKind(kind)) missing()
  const { poster, target } = found
  return { locale, kind, name: poster.name, back: `/${locale}${target}`, picture: `/posters/${kind}/${encodeURIComponent(name)}.${locale}.png?v=${posterKey(poster)}` }
}

export const meta: MetaFunction<typeof loader> = (asked) =>
  headOf(asked, asked.data && { title: translator(asked.data.locale)('posters:title', { name: asked.data.name.text }), unlisted: true })

export default function PosterOf() {
  return <PosterPage {...useLoaderData<typeof loader>()} />
}
