import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readEvent, readEventResults } from '#app/features/projects/surveys/events.server.ts'
import { publishedResults } from '#app/features/projects/surveys/published-results.ts'
import { ResultsPage } from '#app/features/projects/surveys/ui/results-page.tsx'
import { isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data, params }) => [{ title: data?.name[isLocale(params.locale) ? params.locale : 'ja'] ?? '' }]

/** Public once it is released; what leaves the server holds no small cell and no free text. */
export async function loader({ params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const event = await readEvent(db, params.slug ?? '')
  if (!event?.round.releasedAt) missing()
  return { name: { ja: event.round.nameJa, zh: event.round.nameZh }, back: `/${locale}/event-surveys/${event.round.slug}`, ...publishedResults(await readEventResults(db, event)) }
}

export default function Results() {
  return <ResultsPage {...useLoaderData<typeof loader>()} />
}
